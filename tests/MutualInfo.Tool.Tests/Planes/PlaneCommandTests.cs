using MutualInfo.Gpu;
using MutualInfo.Recording;
using MutualInfo.Tool.Tests.Support;

namespace MutualInfo.Tool.Tests.Planes;

public sealed class PlaneCommandTests : IDisposable
{
    private const int Count = 40;

    private readonly TemporaryFolder _folder = new();
    private readonly int[] _labels = SampleData.Labels(Count, 2, seed: 9);
    private readonly string _labelFile;

    public PlaneCommandTests()
    {
        _labelFile = _folder.WriteVector("labels.npy", _labels);
        foreach ((int epoch, string layer, float[] values) in Run())
            _folder.WriteRows(Path.Combine("run", $"epoch_{epoch:00000}", $"{layer}.npy"), values, 2);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Plane_FromFiles_EqualsThePlaneRecordedInProcess()
    {
        InformationPlaneRecorder<float> recorder = new(
            Symbols.Distinct(Count), Symbols.FromLabels(_labels), Estimators.Binning(8, -1, 1), Estimators.MatrixRenyi(1.01), Estimators.KernelDensity(0.1));
        foreach ((int epoch, string layer, float[] values) in Run())
            recorder.Record(epoch, layer, Samples.FromRows<float>(values, 2));

        Invocation run = await RunPlane("--labels", _labelFile, "--estimator", "binning:bins=8,range=-1..1", "--estimator", "renyi", "--estimator", "kde:variance=0.1");
        Assert.Equal(ExitCode.Success, run.ExitCode);

        using StringWriter csv = new();
        recorder.Plane.WriteCsv(csv);
        Assert.Equal(WithoutSeconds(csv.ToString()), WithoutSeconds(File.ReadAllText(_folder.At("out", "plane.csv"))));
        using StringWriter svg = new();
        recorder.Plane.WriteSvg(svg);
        Assert.Equal(svg.ToString(), File.ReadAllText(_folder.At("out", "plane.svg")));
    }

    [Fact]
    public async Task Plane_SampleInputs_AreComparedLikeLayers()
    {
        float[] inputs = SampleData.Tanh(Count * 3, seed: 4);
        string file = _folder.WriteRows("inputs.npy", inputs, 3);
        InformationPlaneRecorder<float> recorder = new(Samples.FromRows<float>(inputs, 3), Symbols.FromLabels(_labels), Estimators.MatrixRenyi(2));
        foreach ((int epoch, string layer, float[] values) in Run())
            recorder.Record(epoch, layer, Samples.FromRows<float>(values, 2));

        await RunPlane("--labels", _labelFile, "--inputs", file, "--estimator", "renyi:order=2");
        using StringWriter csv = new();
        recorder.Plane.WriteCsv(csv);
        Assert.Equal(WithoutSeconds(csv.ToString()), WithoutSeconds(File.ReadAllText(_folder.At("out", "plane.csv"))));
    }

    [Fact]
    public async Task Plane_Gpu_IsNamedOrRefusedBeforeAnythingIsWritten()
    {
        Invocation run = await RunPlane("--labels", _labelFile, "--estimator", "kde:variance=0.1", "--backend", "gpu");
        if (GpuBackend.IsAvailable)
        {
            Assert.Contains("computed on GPU (", run.Error, StringComparison.Ordinal);
            return;
        }

        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Contains(GpuBackend.WhyUnavailable, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.At("out")));
    }

    [Fact]
    public async Task Plane_BothLabelKernels_KeepThePanelsApart()
    {
        await RunPlane("--labels", _labelFile, "--estimator", "renyi:order=2", "--estimator", "renyi:order=2,label-kernel=gaussian");
        string[] estimators = [.. File.ReadLines(_folder.At("out", "plane.csv")).Skip(1).Select(line => line.Split('"')[1]).Distinct()];
        Assert.Equal(2, estimators.Length);
        Assert.EndsWith("Gaussian labels", estimators[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plane_WithoutLabels_TakesTheInputsForY()
    {
        Invocation run = await RunPlane("--estimator", "exact");
        Assert.Contains("no --labels are given: Y is the inputs", run.Error, StringComparison.Ordinal);
        string[] fields = File.ReadLines(_folder.At("out", "plane.csv")).ElementAt(1).Split(',');
        Assert.Equal(fields[3], fields[4]);
    }

    [Fact]
    public async Task Plane_Run_SaysWhatItWrote()
    {
        Invocation run = await RunPlane("--labels", _labelFile, "--estimator", "exact");
        Assert.Equal(["plane.csv", "plane.svg", "plane.html"], run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Plane_StrangeFiles_AreNamedAndIgnored()
    {
        _folder.WriteText(Path.Combine("run", "epoch_00001", "notes.txt"), "");
        Directory.CreateDirectory(_folder.At("run", "logs"));
        Invocation run = await RunPlane("--labels", _labelFile, "--estimator", "exact");
        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains("notes.txt is ignored", run.Error, StringComparison.Ordinal);
        Assert.Contains("logs is ignored", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The folder 'nowhere' does not exist", "nowhere")]
    [InlineData("holds no activations", "empty")]
    [InlineData("are both epoch 1;", "twice")]
    [InlineData("are both layer 'a' of epoch 1;", "layers")]
    [InlineData("is double precision, and the files before it are single", "mixed")]
    [InlineData("activations has 3 samples and inputs has 2", "counts")]
    public async Task Plane_BadFolder_ExitsWithOneAndLeavesNothing(string message, string kind)
    {
        string folder = kind == "nowhere" ? kind : _folder.At(kind);
        Directory.CreateDirectory(_folder.At("empty"));
        foreach (string name in (string[])["twice/epoch_1/a.npy", "twice/epoch_01/a.npy", "layers/epoch_1/a.npy", "mixed/epoch_1/a.npy", "counts/epoch_1/a.npy"])
            _folder.WriteRows(name, [1f, 2f], 1);
        Directory.CreateDirectory(_folder.At("layers", "epoch_1"));
        _folder.WriteText(Path.Combine("layers", "epoch_1", "a.csv"), "1.5\n2.5\n");
        _folder.WriteRows("mixed/epoch_1/b.npy", [1.0, 2.0], 1);
        _folder.WriteRows("counts/epoch_2/a.npy", [1f, 2f, 3f], 1);

        Invocation run = await Invocation.RunAsync("plane", "--activations", folder, "--estimator", "exact", "--out", _folder.At("out"));
        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
        Assert.False(Directory.Exists(_folder.At("out")));
    }

    /// <summary>Activations that change over the epochs; the layers' names need natural order, the epochs numeric.</summary>
    private static IEnumerable<(int Epoch, string Layer, float[] Values)> Run()
    {
        foreach (int epoch in (int[])[1, 10, 9])
        {
            foreach (int layer in (int[])[10, 2])
                yield return (epoch, $"layer{layer}", SampleData.Tanh(Count * 2, seed: epoch * 100 + layer));
        }
    }

    private Task<Invocation> RunPlane(params string[] arguments) =>
        Invocation.RunAsync(["plane", "--activations", _folder.At("run"), "--out", _folder.At("out"), .. arguments]);

    private static string WithoutSeconds(string csv) =>
        string.Join('\n', csv.Split('\n').Select(line => line.Contains(',', StringComparison.Ordinal) ? line[..line.LastIndexOf(',')] : line));
}
