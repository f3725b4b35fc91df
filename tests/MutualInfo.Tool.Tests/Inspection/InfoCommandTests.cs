using MutualInfo.Tool.Tests.Support;

namespace MutualInfo.Tool.Tests.Inspection;

public sealed class InfoCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Info_FloatFile_CountsWhatIsStrange()
    {
        string file = _folder.WriteRows("x.npy", [1f, 2f, 1f, 2f, float.NaN, 0f, float.NaN, 0f, float.PositiveInfinity, -0f, float.PositiveInfinity, 0f], 2);
        Invocation run = await Invocation.RunAsync("info", file);
        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Equal(
            ["format NPY", "type float32", "shape (6, 2)", "n 6", "d 2", "NaN 2", "infinite 2", "distinct rows 4", "taken for samples"], Lines(run).Skip(1));
    }

    [Fact]
    public async Task Info_LabelFile_SaysLabels()
    {
        string file = _folder.WriteVector("y.npy", long.MinValue, long.MaxValue, long.MaxValue - 1, 5);
        Invocation run = await Invocation.RunAsync("info", file);
        Assert.Equal(["format NPY", "type int64", "shape (4,)", "n 4", "d 1", "NaN 0", "infinite 0", "distinct rows 4", "taken for labels"], Lines(run).Skip(1));
    }

    [Fact]
    public async Task Info_LongRows_AreToldApartBeyondDoublePrecision()
    {
        string file = _folder.WriteRows("y.npy", [long.MaxValue, 1L, long.MaxValue - 1, 1L, long.MaxValue, 1L], 2);
        Assert.Contains("distinct rows 2", Lines(await Invocation.RunAsync("info", file)));
    }

    [Fact]
    public async Task Info_BadFile_ExitsWithOne()
    {
        Invocation run = await Invocation.RunAsync("info", _folder.WriteText("empty.npy", ""));
        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Contains("empty.npy", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [SharedFact]
    public async Task Info_MnistLabels_AreLabels()
    {
        Invocation run = await Invocation.RunAsync("info", SharedFolder.FileAt("data", "mnist", "t10k-labels-idx1-ubyte.gz"));
        Assert.Equal(["format IDX", "type uint8", "shape (10000,)", "n 10000", "d 1", "NaN 0", "infinite 0", "distinct rows 10", "taken for labels"], Lines(run).Skip(1));
    }

    private static IEnumerable<string> Lines(Invocation run) =>
        run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
}
