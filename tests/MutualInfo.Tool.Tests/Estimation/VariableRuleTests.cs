using System.Text.Json;
using MutualInfo.Tool.Tests.Support;

namespace MutualInfo.Tool.Tests.Estimation;

/// <summary>What is taken for labels and what for samples.</summary>
public sealed class VariableRuleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Estimate_IntegerColumn_IsLabels()
    {
        string labels = _folder.WriteVector("labels.npy", 7, -3, 7, -3);
        JsonElement result = (await Invocation.EstimateAsync(["kde"], "--x", labels, "--y", labels)).Single();
        Assert.Equal(1, result.GetProperty("bits").GetDouble());
        Assert.Equal(JsonValueKind.Null, result.GetProperty("diagnostics").GetProperty("bandwidthX").ValueKind);
    }

    [Fact]
    public async Task Estimate_FloatColumn_IsSamplesAndLabelsOnRequest()
    {
        string column = _folder.WriteVector("column.npy", 0.0, 1, 0, 1);
        JsonElement asSamples = (await Invocation.EstimateAsync(["kde"], "--x", column, "--y", column)).Single();
        JsonElement asLabels = (await Invocation.EstimateAsync(["kde"], "--x", column, "--x-as", "labels", "--y", column, "--y-as", "labels")).Single();
        Assert.Equal(JsonValueKind.Number, asSamples.GetProperty("diagnostics").GetProperty("bandwidthX").ValueKind);
        Assert.Equal(JsonValueKind.Null, asLabels.GetProperty("diagnostics").GetProperty("bandwidthX").ValueKind);
    }

    [Fact]
    public async Task Estimate_SeveralIntegerColumns_AreSamplesByDefaultAndJointLabelsOnRequest()
    {
        string rows = _folder.WriteRows("rows.npy", [0, 1, 0, 1, 2, 3, 2, 3], 2);
        JsonElement asSamples = (await Invocation.EstimateAsync(["kde"], "--x", "distinct", "--y", rows)).Single();
        JsonElement asLabels = (await Invocation.EstimateAsync(["kde"], "--x", "distinct", "--y", rows, "--y-as", "labels")).Single();
        Assert.Equal(2, asSamples.GetProperty("dimensionY").GetInt32());
        Assert.Equal(JsonValueKind.Number, asSamples.GetProperty("diagnostics").GetProperty("bandwidthY").ValueKind);
        Assert.Equal(1, asLabels.GetProperty("entropyYBits").GetDouble());
        Assert.Equal(2, asLabels.GetProperty("diagnostics").GetProperty("alphabetSizeY").GetInt32());
    }

    [Fact]
    public async Task Estimate_IntegersGivenAsSamples_AreRefused()
    {
        string labels = _folder.WriteVector("labels.npy", 1, 2, 3);
        await AssertRefused("labels.npy holds integers (int32, one column), which are labels; samples are floating-point numbers.", "--x", labels, "--x-as", "samples", "--y", labels);
    }

    [Fact]
    public async Task Estimate_FractionsGivenAsLabels_AreRefused()
    {
        string column = _folder.WriteVector("column.npy", 1, 2.5, 3);
        string rows = _folder.WriteRows("rows.npy", [1, 2, 3, 4.5], 2);
        await AssertRefused("2.5", "--x", column, "--x-as", "labels", "--y", column);
        await AssertRefused("row 1, column 1 is 4.5; labels are whole numbers.", "--x", rows, "--x-as", "labels", "--y", rows);
    }

    [Fact]
    public async Task Estimate_TwoPrecisions_MeetInDouble()
    {
        string single = _folder.WriteVector("single.npy", 0.1f, 0.2f, 0.7f);
        string twice = _folder.WriteVector("double.npy", 0.1, 0.2, 0.7);
        JsonElement result = (await Invocation.EstimateAsync(["renyi:sigma=0.5"], "--x", single, "--y", twice)).Single();
        Assert.True(result.GetProperty("bits").GetDouble() > 0);
    }

    [Fact]
    public async Task Estimate_CsvAndNpzMembers_AreRead()
    {
        string csv = _folder.WriteText("x.csv", "0.5,1.5\n2.5,3.5\n0.5,1.5\n");
        string tsv = _folder.WriteText("y.tsv", "1\n2\n1\n");
        JsonElement result = (await Invocation.EstimateAsync(["exact"], "--x", csv, "--y", tsv)).Single();
        Assert.Equal(2, result.GetProperty("dimensionX").GetInt32());
        Assert.Equal(result.GetProperty("entropyXBits").GetDouble(), result.GetProperty("bits").GetDouble());
    }

    [Fact]
    public async Task Estimate_BadInput_ExitsWithOneAndNamesTheFile()
    {
        string three = _folder.WriteVector("three.npy", 1.0, 2, 3);
        string two = _folder.WriteVector("two.npy", 1, 2);
        string nan = _folder.WriteVector("nan.npy", 1, double.NaN, 3);
        string empty = _folder.WriteText("empty.npy", "");
        await AssertRefused("missing.npy", "--x", _folder.At("missing.npy"), "--y", three);
        await AssertRefused("empty.npy", "--x", empty, "--y", three);
        await AssertRefused("x has 3 samples and y has 2; they must be observations of the same events. (x is ", "--x", three, "--y", two);
        await AssertRefused("x[1][0] is NaN.", "--x", nan, "--y", three);
        await AssertRefused("missing.npz", "--x", _folder.At("missing.npz:a"), "--y", three);
    }

    private static async Task AssertRefused(string message, params string[] arguments)
    {
        Invocation run = await Invocation.RunAsync(["estimate", .. arguments, "--estimator", "kde"]);
        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }
}
