using System.Text.Json;
using MutualInfo.Tool.Tests.Support;

namespace MutualInfo.Tool.Tests.Estimation;

public sealed class EstimateWarningTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Estimate_SaturatedLayer_Warns()
    {
        string layer = _folder.WriteVector("layer.npy", [.. Enumerable.Range(0, 50).Select(i => i * 0.5)]);
        string labels = _folder.WriteVector("labels.npy", SampleData.Labels(50, 2, seed: 1));
        await AssertWarns("x is saturated: H(X) = 5.6439 bits is 100.0% of log₂ n = 5.6439 bits", "exact", layer, labels);
        await AssertWarns("100.0% of the samples are alone in their cell of the joint histogram", "exact", layer, labels);
    }

    [Fact]
    public async Task Estimate_DistinctInput_IsNoWarning()
    {
        string layer = _folder.WriteVector("layer.npy", [.. Enumerable.Range(0, 50).Select(i => (double)(i % 4))]);
        JsonElement result = (await Invocation.EstimateAsync(["exact"], "--x", "distinct", "--y", layer)).Single();
        Assert.Empty(result.GetProperty("warnings").EnumerateArray());
        Assert.Equal(1, result.GetProperty("saturationX").GetDouble());
        Assert.Equal("sound", result.GetProperty("verdict").GetProperty("gravity").GetString());
        Assert.EndsWith("; as every x is distinct, it is H(Y)", result.GetProperty("verdict").GetProperty("estimand").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Estimate_ValuesOutsideTheRange_AreCounted()
    {
        string layer = _folder.WriteVector("layer.npy", -2, -0.5, 0.5, 0.7);
        string labels = _folder.WriteVector("labels.npy", 1, 1, 2, 2);
        await AssertWarns("1 values of x lie outside the range", "binning:bins=2,range=-1..1", layer, labels);
    }

    [Fact]
    public async Task Estimate_NegativeRenyi_IsExplained()
    {
        // At order 2 the information of these labels is exactly log2(24/25) bits.
        string x = _folder.WriteVector("x.npy", 1, 1, 0, 1);
        string y = _folder.WriteVector("y.npy", 1, 1, 1, 0);
        await AssertWarns("the value is negative, -0.0589 bits, and is not clamped: matrix-based Rényi information is not Shannon's", "renyi:order=2", x, y);
    }

    [Fact]
    public async Task Estimate_ConstantLayer_IsExplained()
    {
        string x = _folder.WriteVector("x.npy", 0.5, 0.5, 0.5, 0.5);
        string y = _folder.WriteVector("y.npy", 1, 1, 1, 0);
        await AssertWarns("x is constant to this estimator", "binning", x, y);
    }

    [Fact]
    public async Task Estimate_GaussianOfALinearFunction_IsInfiniteInWordsAndInJson()
    {
        string x = _folder.WriteVector("x.npy", 0.5, 1.5, -0.5, 2.25, 4);
        string y = _folder.WriteVector("y.npy", 1.5, 3.5, -0.5, 5, 8.5);
        await AssertWarns("the value is infinite: to rounding, some combination of the columns of x", "gaussian", x, y);
        JsonElement result = (await Invocation.EstimateAsync(["copula"], "--x", x, "--y", y)).Single();
        Assert.Equal("Infinity", result.GetProperty("bits").GetString());
        Assert.Equal(JsonValueKind.Null, result.GetProperty("saturationX").ValueKind);
    }

    [Fact]
    public async Task Estimate_GaussianBelowZero_IsExplained()
    {
        string x = _folder.WriteVector("x.npy", 1.5, -1.5, 1.5, -1.5);
        string y = _folder.WriteVector("y.npy", 0.5, 0.5, -0.5, -0.5);
        await AssertWarns("and is not clamped: the bias of few samples is taken off", "gaussian", x, y);
    }

    [Fact]
    public async Task Estimate_NearestNeighbours_LeavesOutTheEntropiesItDoesNotMeasure()
    {
        string x = _folder.WriteVector("x.npy", 0.11, 0.23, 0.52, 0.97, 1.73, 3.31);
        string y = _folder.WriteVector("y.npy", 1.57, 1.71, 0.49, 0.26, 2.13, 2.58);
        string labels = _folder.WriteVector("labels.npy", 1, 1, 1, 0, 0, 7);
        JsonElement ksg = (await Invocation.EstimateAsync(["ksg:neighbours=2"], "--x", x, "--y", y)).Single();
        Assert.Equal(JsonValueKind.Null, ksg.GetProperty("entropyYBits").ValueKind);
        Assert.Equal(JsonValueKind.Null, ksg.GetProperty("saturationY").ValueKind);
        Assert.Equal(0, ksg.GetProperty("diagnostics").GetProperty("tiedShare").GetDouble());
        JsonElement ross = (await Invocation.EstimateAsync(["ross:neighbours=1"], "--x", x, "--y", labels, "--y-as", "labels")).Single();
        Assert.Equal(JsonValueKind.Null, ross.GetProperty("entropyXBits").ValueKind);
        Assert.Equal(JsonValueKind.Number, ross.GetProperty("entropyYBits").ValueKind);
        Assert.Equal(1.0 / 6, ross.GetProperty("diagnostics").GetProperty("isolatedShare").GetDouble());
        Assert.Equal(JsonValueKind.Number, ksg.GetProperty("diagnostics").GetProperty("neighbourhoodBiasBits").ValueKind);
        Assert.Equal(JsonValueKind.Null, ksg.GetProperty("diagnostics").GetProperty("unboundedBits").ValueKind);
        Invocation table = await Invocation.RunAsync("estimate", "--x", x, "--y", y, "--estimator", "ksg");
        Assert.Contains("–", table.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", table.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Estimate_TiedNeighbours_IsExplained()
    {
        // The middle one of each three has two neighbours at one distance.
        string x = _folder.WriteVector("x.npy", 1.5, 1.5, 1.5, 3.5, 3.5, 3.5);
        string y = _folder.WriteVector("y.npy", 0.5, 0.75, 1, 0.5, 0.75, 1);
        await AssertWarns("of the samples tie: their neighbour is at a distance of 0, or at one that others share", "ksg:neighbours=1", x, y);
    }

    [Fact]
    public async Task Estimate_UnusedBandwidth_IsSaid()
    {
        string x = _folder.WriteVector("x.npy", 0.1, 0.2, 0.5, 0.9);
        string y = _folder.WriteVector("y.npy", 1, 1, 1, 0);
        await AssertWarns("sigma-y is not used: y is labels", "renyi:sigma-x=1,sigma-y=2", x, y);
        JsonElement result = (await Invocation.EstimateAsync(["renyi:sigma-x=1,sigma-y=2,label-kernel=gaussian"], "--x", x, "--y", y)).Single();
        Assert.Equal(2, result.GetProperty("diagnostics").GetProperty("bandwidthY").GetDouble());
        Assert.DoesNotContain(result.GetProperty("warnings").EnumerateArray(), warning => warning.GetString()!.Contains("not used", StringComparison.Ordinal));
    }

    private static async Task AssertWarns(string warning, string spec, string x, string y)
    {
        Invocation run = await Invocation.RunAsync("estimate", "--x", x, "--y", y, "--estimator", spec, "--format", "json");
        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains(warning, run.Error, StringComparison.Ordinal);
        using JsonDocument document = JsonDocument.Parse(run.Output);
        Assert.Contains(document.RootElement[0].GetProperty("warnings").EnumerateArray(), said => said.GetString()!.Contains(warning, StringComparison.Ordinal));
    }
}
