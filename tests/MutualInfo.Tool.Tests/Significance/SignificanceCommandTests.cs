using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using MutualInfo.Significance;
using MutualInfo.Tool.Tests.Support;

namespace MutualInfo.Tool.Tests.Significance;

/// <summary><c>estimate</c> with <c>--permutations</c> and <c>--interval</c>: the library's numbers in table, JSON and CSV.</summary>
public sealed class SignificanceCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly float[] _activations = SampleData.Tanh(60 * 2, seed: 1);
    private readonly int[] _labels = SampleData.Labels(60, 3, seed: 2);
    private readonly string _x;
    private readonly string _y;

    public SignificanceCommandTests()
    {
        _x = _folder.WriteRows("x.npy", _activations, 2);
        _y = _folder.WriteVector("y.npy", _labels);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Estimate_PermutationsAndInterval_EqualsTheLibraryBitForBit()
    {
        JsonElement result = (await Invocation.EstimateAsync(
            ["binning:bins=4,range=-1..1"], "--x", _x, "--y", _y, "--permutations", "99", "--interval", "--seed", "7")).Single();
        Samples<float> x = Samples.FromRows<float>(_activations, 2);
        PermutationTestResult test = new PermutationTest(99) { Seed = 7 }.Run(Estimators.Binning(4, -1, 1), x, Symbols.FromLabels(_labels));
        InformationInterval interval = new SubsamplingInterval { Seed = 7 }.Run(Estimators.Binning(4, -1, 1), x, Symbols.FromLabels(_labels));

        JsonElement permutation = result.GetProperty("permutation");
        Assert.Equal(test.PValue, permutation.GetProperty("pValue").GetDouble());
        Assert.Equal(99, permutation.GetProperty("permutations").GetInt32());
        Assert.Equal(test.AtLeastAsLarge, permutation.GetProperty("atLeastAsLarge").GetInt32());
        Assert.Equal(test.Null.Mean.Bits, permutation.GetProperty("nullMeanBits").GetDouble());
        Assert.Equal(test.Null.StandardDeviation.Bits, permutation.GetProperty("nullStandardDeviationBits").GetDouble());
        Assert.Equal(test.Null.Quantile(0.95).Bits, permutation.GetProperty("nullPercentile95Bits").GetDouble());
        Assert.Equal(7UL, permutation.GetProperty("seed").GetUInt64());
        JsonElement ends = result.GetProperty("interval");
        Assert.Equal(interval.Lower.Bits, ends.GetProperty("lowerBits").GetDouble());
        Assert.Equal(interval.Upper.Bits, ends.GetProperty("upperBits").GetDouble());
        Assert.Equal(interval.StandardError.Bits, ends.GetProperty("standardErrorBits").GetDouble());
        Assert.Equal(interval.Method, ends.GetProperty("method").GetString());
        Assert.Equal(0.95, ends.GetProperty("level").GetDouble());
    }

    [Fact]
    public async Task Estimate_JackknifeAtALevel_EqualsTheLibraryBitForBit()
    {
        string z = _folder.WriteRows("z.npy", Array.ConvertAll(_activations, value => (double)value), 2);
        // Samples of two precisions, symbols first, and inputs that are all different: every call of the library.
        foreach ((string left, string right) in ((string, string)[])[(_x, z), (_y, _x), (z, _y), (_y, _y), ("distinct", _x)])
        {
            JsonElement result = (await Invocation.EstimateAsync(["kde:variance=0.1"], "--x", left, "--y", right, "--interval", "jackknife", "--level", "0.9")).Single();
            JsonElement ends = result.GetProperty("interval");
            Assert.StartsWith("delete-d jackknife, 20 blocks", ends.GetProperty("method").GetString(), StringComparison.Ordinal);
            Assert.Equal(0.9, ends.GetProperty("level").GetDouble());
            Assert.Equal(0UL, ends.GetProperty("seed").GetUInt64());
            Assert.False(result.TryGetProperty("permutation", out _));
            double middle = (ends.GetProperty("lowerBits").GetDouble() + ends.GetProperty("upperBits").GetDouble()) / 2;
            Assert.Equal(result.GetProperty("bits").GetDouble(), middle, 1e-12);
        }
    }

    [Fact]
    public async Task Estimate_NeitherAsked_PrintsNothingOfThem()
    {
        JsonElement result = (await Invocation.EstimateAsync(["exact"], "--x", _y, "--y", _y)).Single();
        Assert.False(result.TryGetProperty("permutation", out _));
        Assert.False(result.TryGetProperty("interval", out _));
    }

    [Fact]
    public async Task Estimate_Csv_HasTheFiguresOfTheJsonInItsLastColumns()
    {
        string[] arguments = ["--x", _x, "--y", _y, "--permutations", "19", "--interval", "subsampling"];
        JsonElement json = (await Invocation.EstimateAsync(["kde"], arguments)).Single();
        Invocation run = await Invocation.RunAsync(["estimate", .. arguments, "--estimator", "kde", "--format", "csv"]);
        string[] header = run.Output.Split('\n')[0].Split(',');
        // At the commas outside quotation marks: warnings and the method hold some inside.
        string[] fields = Regex.Split(run.Output.Split('\n')[1], ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
        Assert.Equal(header.Length, fields.Length);
        Assert.Equal(json.GetProperty("permutation").GetProperty("pValue").GetDouble(), double.Parse(fields[Array.IndexOf(header, "pValue")], CultureInfo.InvariantCulture));
        Assert.Equal(json.GetProperty("interval").GetProperty("upperBits").GetDouble(), double.Parse(fields[Array.IndexOf(header, "upperBits")], CultureInfo.InvariantCulture));
        Assert.Equal("intervalSeconds", header[^1]);
        Assert.DoesNotContain("pValue", (await Invocation.RunAsync("estimate", "--x", _x, "--y", _y, "--estimator", "kde", "--format", "csv")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Estimate_Table_ShowsThemInATableOfTheirOwn()
    {
        Invocation run = await Invocation.RunAsync("estimate", "--x", _x, "--y", _y, "--estimator", "kde", "--estimator", "szt", "--permutations", "5", "--interval", "--seed", "3");
        Assert.Equal(ExitCode.Success, run.ExitCode);
        foreach (string shown in (string[])["95 % interval", "standard error", "null mean", "p by 5 permutations of y", "seed 3", "without the estimator's bias"])
            Assert.Contains(shown, run.Output, StringComparison.Ordinal);
        Assert.Contains("5 permutation(s) cannot give a p below 0.167", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--permutations is 0", "--permutations", "0")]
    [InlineData("--permutations is many", "--permutations", "many")]
    [InlineData("'bootstrap' is no value of --interval", "--interval", "bootstrap")]
    [InlineData("--level is 95", "--interval", "jackknife", "--level", "95")]
    [InlineData("--level is 1", "--interval", "--level", "1")]
    [InlineData("give --interval as well", "--level", "0.9")]
    [InlineData("give one of them as well", "--seed", "1")]
    [InlineData("--seed is -1", "--permutations", "9", "--seed", "-1")]
    public async Task Estimate_WrongOption_IsAnErrorOfUsage(string message, params string[] options)
    {
        Invocation run = await Invocation.RunAsync(["estimate", "--x", _x, "--y", _y, "--estimator", "exact", .. options]);
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task Estimate_TooFewSamplesForAnInterval_IsRefusedByTheNamesOfTheFiles()
    {
        string few = _folder.WriteVector("few.npy", 1, 2, 3);
        Invocation run = await Invocation.RunAsync("estimate", "--x", few, "--y", few, "--estimator", "exact", "--interval");
        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Contains("at least 4", run.Error, StringComparison.Ordinal);
        Assert.Contains("few.npy", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task Estimate_AnyThreadCount_IsTheSameTextButForSeconds()
    {
        string[] arguments = ["--x", _x, "--y", _y, "--permutations", "30", "--interval", "--seed", "5", "--threads"];
        JsonElement one = (await Invocation.EstimateAsync(["renyi:order=2"], [.. arguments, "1"])).Single();
        JsonElement three = (await Invocation.EstimateAsync(["renyi:order=2"], [.. arguments, "3"])).Single();
        foreach ((string part, string figure) in ((string, string)[])[("permutation", "pValue"), ("permutation", "nullMeanBits"), ("interval", "lowerBits"), ("interval", "upperBits")])
            Assert.Equal(one.GetProperty(part).GetProperty(figure).GetDouble(), three.GetProperty(part).GetProperty(figure).GetDouble());
    }
}
