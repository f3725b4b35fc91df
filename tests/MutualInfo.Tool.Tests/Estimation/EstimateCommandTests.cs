using System.Globalization;
using System.Text.Json;
using MutualInfo.Gpu;
using MutualInfo.Kernels;
using MutualInfo.Tool.Tests.Support;

namespace MutualInfo.Tool.Tests.Estimation;

public sealed class EstimateCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly float[] _activations = SampleData.Tanh(60 * 3, seed: 1);
    private readonly int[] _labels = SampleData.Labels(60, 3, seed: 2);
    private readonly string _x;
    private readonly string _y;

    public EstimateCommandTests()
    {
        _x = _folder.WriteRows("x.npy", _activations, 3);
        _y = _folder.WriteVector("y.npy", _labels);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Estimate_EveryEstimator_EqualsTheLibraryBitForBit()
    {
        (string Spec, IMutualInformationEstimator Estimator)[] pairs =
        [
            ("exact", Estimators.ExactDiscrete()),
            ("binning:bins=5,range=-1..1", Estimators.Binning(5, -1, 1)),
            ("adaptive:bins=4", Estimators.AdaptiveBinning(4)),
            ("kde:variance=0.1", Estimators.KernelDensity(0.1)),
            ("renyi:order=2", Estimators.MatrixRenyi(2)),
        ];
        JsonElement[] results = await Invocation.EstimateAsync(pairs.Select(pair => pair.Spec), "--x", _x, "--y", _y);

        for (int i = 0; i < pairs.Length; i++)
        {
            MutualInformationEstimate expected = pairs[i].Estimator.Estimate(Samples.FromRows<float>(_activations, 3), Symbols.FromLabels(_labels));
            Assert.StartsWith(pairs[i].Spec, results[i].GetProperty("estimator").GetString(), StringComparison.Ordinal);
            Assert.Equal(expected.Value.Bits, results[i].GetProperty("bits").GetDouble());
            Assert.Equal(expected.Value.Nats, results[i].GetProperty("nats").GetDouble());
            Assert.Equal(expected.EntropyX.Bits, results[i].GetProperty("entropyXBits").GetDouble());
            Assert.Equal(expected.EntropyY.Bits, results[i].GetProperty("entropyYBits").GetDouble());
            Assert.Equal(expected.JointEntropy.Bits, results[i].GetProperty("jointEntropyBits").GetDouble());
            Assert.Equal(expected.SaturationX, results[i].GetProperty("saturationX").GetDouble());
            Assert.Equal(expected.SaturationY, results[i].GetProperty("saturationY").GetDouble());
        }
    }

    [Fact]
    public async Task Estimate_Json_HasTheDocumentedPropertiesInOrder()
    {
        JsonElement result = (await Invocation.EstimateAsync(["binning"], "--x", _x, "--y", _y)).Single();
        Assert.Equal(
            ["estimator", "bits", "nats", "entropyXBits", "entropyYBits", "jointEntropyBits", "n", "dimensionX", "dimensionY", "saturationX", "saturationY", "backend", "seconds", "diagnostics", "verdict", "warnings"],
            result.EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            ["alphabetSizeX", "alphabetSizeY", "jointAlphabetSize", "singletonShare", "valuesOutsideRangeX", "valuesOutsideRangeY", "bandwidthX", "bandwidthY", "singletonShareX", "singletonShareY", "meanSimilarityX", "meanSimilarityY", "tiedShare", "isolatedShare", "neighbourhoodBiasBits", "neighbourhoodBiasErrorBits", "unboundedBits"],
            result.GetProperty("diagnostics").EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            ["gravity", "sentence", "estimand", "estimandKind", "ceilingBits", "ceilingShare", "findings"],
            result.GetProperty("verdict").EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            ["reason", "gravity", "subject", "figure", "threshold", "meaning", "advice"],
            result.GetProperty("verdict").GetProperty("findings")[0].EnumerateObject().Select(property => property.Name));
        Assert.Equal(60, result.GetProperty("n").GetInt32());
        Assert.Equal(3, result.GetProperty("dimensionX").GetInt32());
        Assert.Equal(1, result.GetProperty("dimensionY").GetInt32());
        Assert.Equal("CPU", result.GetProperty("backend").GetString());
        Assert.True(result.GetProperty("seconds").GetDouble() > 0);
        Assert.Equal(JsonValueKind.Null, result.GetProperty("diagnostics").GetProperty("bandwidthX").ValueKind);
        Assert.Equal(JsonValueKind.Array, result.GetProperty("warnings").ValueKind);
    }

    [Fact]
    public async Task Estimate_Csv_HasTheNumbersOfTheJson()
    {
        JsonElement json = (await Invocation.EstimateAsync(["kde:variance=0.1"], "--x", _x, "--y", _y)).Single();
        Invocation run = await Invocation.RunAsync("estimate", "--x", _x, "--y", _y, "--estimator", "kde:variance=0.1", "--format", "csv");
        string[] lines = run.Output.Split('\n');
        Assert.StartsWith("estimator,bits,nats,entropyXBits,", lines[0], StringComparison.Ordinal);
        Assert.Equal(json.GetProperty("bits").GetDouble(), double.Parse(lines[1].Split(',')[1], CultureInfo.InvariantCulture));
        Assert.EndsWith(",tiedShare,isolatedShare,neighbourhoodBiasBits,neighbourhoodBiasErrorBits,unboundedBits,verdict,reasons,estimandKind,warnings", lines[0], StringComparison.Ordinal);
        Assert.Contains($",{json.GetProperty("verdict").GetProperty("gravity").GetString()},", lines[1], StringComparison.Ordinal);
        Assert.Equal(3, lines.Length);
        Assert.Empty(lines[2]);
    }

    [Fact]
    public async Task Estimate_Table_ShowsEveryEstimator()
    {
        Invocation run = await Invocation.RunAsync("estimate", "--x", _x, "--y", _y, "--estimator", "szt", "--estimator", "kde");
        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains("szt", run.Output, StringComparison.Ordinal);
        Assert.Contains("kde:variance=0.001", run.Output, StringComparison.Ordinal);
        Assert.Contains("n = 60", run.Output, StringComparison.Ordinal);
        Assert.Contains("says nothing", run.Output, StringComparison.Ordinal);
        Assert.Contains("szt: says nothing: x is saturated", run.Output, StringComparison.Ordinal);
        Assert.Contains("kde:variance=0.001: says nothing: x is saturated", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    public async Task Estimate_AnyCulture_IsTheSameText(string culture)
    {
        string[] arguments = ["estimate", "--x", _x, "--y", _y, "--estimator", "binning:range=-0.5..0.5", "--estimator", "renyi:sigma=0.5", "--format"];
        Invocation[] expected = [await Invocation.RunAsync([.. arguments, "json"]), await Invocation.RunAsync([.. arguments, "csv"])];
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture;
            Invocation[] actual = [await Invocation.RunAsync([.. arguments, "json"]), await Invocation.RunAsync([.. arguments, "csv"])];
            Assert.Equal(expected[0].Error, actual[0].Error);
            Assert.Equal(WithoutSeconds(expected[0].Output), WithoutSeconds(actual[0].Output));
            Assert.Equal(WithoutSeconds(expected[1].Output), WithoutSeconds(actual[1].Output));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public async Task Estimate_AnyThreadCount_IsTheSameToTheLastBit()
    {
        double one = (await Invocation.EstimateAsync(["renyi"], "--x", _x, "--y", _y, "--threads", "1"))[0].GetProperty("bits").GetDouble();
        double three = (await Invocation.EstimateAsync(["renyi"], "--x", _x, "--y", _y, "--threads", "3"))[0].GetProperty("bits").GetDouble();
        Assert.Equal(one, three);
    }

    [Fact]
    public async Task Estimate_TwoBandwidths_EqualsTheProductOfTwoGramMatrices()
    {
        string z = _folder.WriteRows("z.npy", SampleData.Tanh(60 * 2, seed: 3), 2);
        JsonElement[] pair = await Invocation.EstimateAsync(["renyi:order=2,sigma-x=0.5,sigma-y=1.5", "renyi:order=2,sigma=0.5", "renyi:order=2,sigma=1.5"], "--x", _x, "--y", z);
        Assert.Equal(pair[1].GetProperty("entropyXBits").GetDouble(), pair[0].GetProperty("entropyXBits").GetDouble());
        Assert.Equal(pair[2].GetProperty("entropyYBits").GetDouble(), pair[0].GetProperty("entropyYBits").GetDouble());
        Assert.Equal(0.5, pair[0].GetProperty("diagnostics").GetProperty("bandwidthX").GetDouble());
        Assert.Equal(1.5, pair[0].GetProperty("diagnostics").GetProperty("bandwidthY").GetDouble());
    }

    // What can be tested depends on the machine: a GPU is named in the result, and the lack of one is refused with its reason.
    [Fact]
    public async Task Estimate_Gpu_IsNamedInTheResultOrRefusedWithTheReason()
    {
        Invocation run = await Invocation.RunAsync("estimate", "--x", _x, "--y", _y, "--estimator", "exact", "--estimator", "kde", "--backend", "gpu");
        if (GpuBackend.IsAvailable)
        {
            Assert.Equal(ExitCode.Success, run.ExitCode);
            Assert.Contains("; CPU, GPU (", run.Output, StringComparison.Ordinal);
            return;
        }

        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Equal($"error: --backend gpu: {GpuBackend.WhyUnavailable} Or use --backend cpu.", run.Error.Trim());
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task Estimate_Cpu_IsNamedInTheResult()
    {
        Invocation run = await Invocation.RunAsync("estimate", "--x", _x, "--y", _y, "--estimator", "kde", "--estimator", "exact", "--backend", "cpu");
        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains($"; {CpuBackend.Shared.Name}\n", run.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    private static string WithoutSeconds(string text)
    {
        string json = System.Text.RegularExpressions.Regex.Replace(text, "\"seconds\": [^,]+,", "");
        return System.Text.RegularExpressions.Regex.Replace(json, ",CPU[^,]*,[^,]+,", ",CPU,");
    }
}
