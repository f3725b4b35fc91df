using System.Globalization;
using System.Text.Json;
using MutualInfo.Multivariate;
using MutualInfo.Tool.Specifications;
using MutualInfo.Tool.Tests.Support;

namespace MutualInfo.Tool.Tests.Conditional;

/// <summary><c>estimate --given</c>: the library's conditional information, in every format, and what is refused.</summary>
public sealed class ConditionalCommandTests : IDisposable
{
    private const int Count = 60;

    private readonly TemporaryFolder _folder = new();
    private readonly float[] _activations = SampleData.Tanh(Count * 3, seed: 1);
    private readonly int[] _labels = SampleData.Labels(Count, 3, seed: 2);
    private readonly int[] _groups = SampleData.Labels(Count, 2, seed: 3);
    private readonly string[] _files;

    public ConditionalCommandTests() => _files =
    [
        "--x", _folder.WriteRows("x.npy", _activations, 3), "--y", _folder.WriteVector("y.npy", _labels), "--given", _folder.WriteVector("z.npy", _groups),
    ];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Estimate_Given_EqualsTheLibraryBitForBit()
    {
        (string Spec, IMultivariateEstimator Estimator)[] pairs =
        [
            ("exact", Estimators.ExactDiscrete()),
            ("binning:bins=3,range=-1..1,entropy=miller-madow", Estimators.Binning(3, -1, 1) with { Entropy = new Discrete.MillerMadow() }),
            ("adaptive:bins=4", Estimators.AdaptiveBinning(4)),
            ("kde:variance=0.1", Estimators.KernelDensity(0.1)),
            ("renyi:order=2,sigma=0.5", new Kernels.MatrixRenyiEstimator(2, new Kernels.FixedBandwidth(0.5))),
        ];
        JsonElement[] results = await Invocation.EstimateAsync(pairs.Select(pair => pair.Spec), _files);
        for (int i = 0; i < pairs.Length; i++)
        {
            JointVariables joint = pairs[i].Estimator.Observe()
                .Add("X", Samples.FromRows<float>(_activations, 3)).Add("Y", Symbols.FromLabels(_labels)).Add("Z", Symbols.FromLabels(_groups));
            MultivariateEstimate expected = joint.ConditionalMutualInformation("X", "Y", "Z");
            Assert.Equal(pairs[i].Spec, results[i].GetProperty("estimator").GetString());
            Assert.Equal("I(X;Y|Z)", results[i].GetProperty("quantity").GetString());
            Assert.Equal(expected.Value.Bits, results[i].GetProperty("bits").GetDouble());
            Assert.Equal(expected.Value.Nats, results[i].GetProperty("nats").GetDouble());
            Assert.Equal(joint.MutualInformation("X", "Y").Value.Bits, results[i].GetProperty("unconditionalBits").GetDouble());
            Assert.Equal(joint.Entropy("X", "Z").Bits, results[i].GetProperty("entropyXZBits").GetDouble());
            Assert.Equal(joint.Entropy("Y", "Z").Bits, results[i].GetProperty("entropyYZBits").GetDouble());
            Assert.Equal(joint.Entropy("Z").Bits, results[i].GetProperty("entropyZBits").GetDouble());
            Assert.Equal(expected.JointEntropy.Bits, results[i].GetProperty("jointEntropyBits").GetDouble());
            Assert.Equal(expected.Saturation, results[i].GetProperty("saturation").GetDouble());
        }
    }

    // I(X;(Y,Z)) = I(X;Z) + I(X;Y|Z), each from a command of its own: the pair (Y,Z) is a file of two columns.
    [Theory]
    [InlineData("exact")]
    [InlineData("binning:bins=3,range=-1..1")]
    [InlineData("binning:bins=3,range=-1..1,entropy=chao-shen")]
    [InlineData("kde:variance=0.1")]
    [InlineData("renyi:order=2,sigma=0.5")]
    public async Task Estimate_Given_ObeysTheChainRule(string spec)
    {
        string both = _folder.WriteRows("both.npy", [.. _labels.Zip(_groups, (label, group) => new[] { label, group }).SelectMany(row => row)], 2);
        JsonElement together = (await Invocation.EstimateAsync([spec], "--x", _files[1], "--y", both, "--y-as", "labels")).Single();
        JsonElement first = (await Invocation.EstimateAsync([spec], "--x", _files[1], "--y", _files[5])).Single();
        JsonElement rest = (await Invocation.EstimateAsync([spec], _files)).Single();
        // Eight roundings of the joint entropy, 5.9 bits: what each of these sums of entropies may be off by.
        double rounding = 3 * 8 * 2.220446049250313e-16 * 5.9;
        Assert.Equal(together.GetProperty("bits").GetDouble(), first.GetProperty("bits").GetDouble() + rest.GetProperty("bits").GetDouble(), spec.StartsWith('k') || spec.StartsWith('r') ? 1e-12 : rounding);
    }

    [Fact]
    public async Task Estimate_Given_JsonHasTheDocumentedPropertiesInOrder()
    {
        JsonElement result = (await Invocation.EstimateAsync(["binning:bins=3,range=-0.5..0.5"], _files)).Single();
        Assert.Equal(
            ["estimator", "quantity", "bits", "nats", "unconditionalBits", "entropyXZBits", "entropyYZBits", "entropyZBits", "jointEntropyBits", "n", "dimensionX", "dimensionY", "dimensionZ", "saturation", "backend", "seconds", "diagnostics", "verdict", "warnings"],
            result.EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            ["alphabetSizeX", "alphabetSizeY", "alphabetSizeZ", "jointAlphabetSize", "singletonShare", "valuesOutsideRangeX", "valuesOutsideRangeY", "valuesOutsideRangeZ", "bandwidthX", "bandwidthY", "bandwidthZ"],
            result.GetProperty("diagnostics").EnumerateObject().Select(property => property.Name));
        Assert.Equal((Count, 3, 1, 1), (result.GetProperty("n").GetInt32(), result.GetProperty("dimensionX").GetInt32(), result.GetProperty("dimensionY").GetInt32(), result.GetProperty("dimensionZ").GetInt32()));
        Assert.Equal((3, 2), (result.GetProperty("diagnostics").GetProperty("alphabetSizeY").GetInt32(), result.GetProperty("diagnostics").GetProperty("alphabetSizeZ").GetInt32()));
        string[] warnings = [.. result.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetString()!)];
        Assert.Contains(warnings, warning => warning.Contains("values of x lie outside the range", StringComparison.Ordinal));
        Assert.Contains(warnings, warning => warning.Contains("x, y and z together are saturated", StringComparison.Ordinal) || warning.Contains("alone in their cell", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Estimate_Given_CsvAndTableHaveTheNumbersOfTheJson()
    {
        double bits = (await Invocation.EstimateAsync(["kde:variance=0.1"], _files)).Single().GetProperty("bits").GetDouble();
        Invocation csv = await Invocation.RunAsync(["estimate", .. _files, "--estimator", "kde:variance=0.1", "--format", "csv"]);
        string[] lines = csv.Output.Split('\n');
        Assert.StartsWith("estimator,quantity,bits,nats,unconditionalBits,", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(",bandwidthX,bandwidthY,bandwidthZ,verdict,reasons,estimandKind,warnings", lines[0], StringComparison.Ordinal);
        Assert.Equal(bits, double.Parse(lines[1].Split(',')[2], CultureInfo.InvariantCulture));
        Assert.Equal((3, ""), (lines.Length, lines[2]));

        Invocation table = await Invocation.RunAsync(["estimate", .. _files, "--estimator", "kde:variance=0.1", "--estimator", "exact"]);
        Assert.Equal(ExitCode.Success, table.ExitCode);
        Assert.Contains("I(X;Y|Z) bits", table.Output, StringComparison.Ordinal);
        Assert.Contains(bits.ToString("0.0000", CultureInfo.InvariantCulture), table.Output, StringComparison.Ordinal);
        Assert.Contains("z has 1; CPU", table.Output, StringComparison.Ordinal);
        Assert.Contains("exact: says nothing: x, y and z together are saturated", table.Output, StringComparison.Ordinal);
        Assert.Empty(table.Error);
    }

    // Half precision, double and distinct meet in one set; labels go through a Gaussian where a SPEC says so.
    [Fact]
    public async Task Estimate_GivenSamples_EqualsTheLibrary()
    {
        double[] known = [.. SampleData.Tanh(Count, seed: 4).Select(value => (double)value)];
        string z = _folder.WriteRows("known.npy", known, 1);
        JsonElement[] results = await Invocation.EstimateAsync(["kde:variance=0.1"], "--x", "distinct", "--y", _files[1], "--given", z);
        JointVariables joint = Estimators.KernelDensity(0.1).Observe().Add("x", Symbols.Distinct(Count)).Add("y", Samples.FromRows<float>(_activations, 3)).Add("z", Samples.FromScalars<double>(known));
        Assert.Equal(joint.ConditionalMutualInformation("x", "y", "z").Value.Bits, results[0].GetProperty("bits").GetDouble());
    }

    [Theory]
    [InlineData("ksg:neighbours=3 measures pairs, and has no joint of y and z; with --given take one of exact, binning, fixed-width, szt, equal-frequency, adaptive, quantized, kde, akde, renyi.", "--estimator", "exact", "--estimator", "ksg", "--given", "z.npy")]
    [InlineData("gaussian measures pairs", "--estimator", "gaussian", "--given", "z.npy")]
    [InlineData("sigma-x and sigma-y leave z without a bandwidth", "--estimator", "renyi:sigma-x=1,sigma-y=2", "--given", "z.npy")]
    [InlineData("--given is 'distinct'", "--estimator", "exact", "--given", "distinct")]
    [InlineData("--permutations and --interval are of I(X;Y)", "--estimator", "exact", "--given", "z.npy", "--permutations", "99")]
    [InlineData("--permutations and --interval are of I(X;Y)", "--estimator", "exact", "--given", "z.npy", "--interval")]
    [InlineData("--given-as says what Z is; give --given as well.", "--estimator", "exact", "--given-as", "labels")]
    public async Task Estimate_GivenWithoutMeaning_IsWrongUsage(string message, params string[] arguments)
    {
        Invocation run = await Invocation.RunAsync(["estimate", "--x", "a.npy", "--y", "b.npy", .. arguments]);
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task Estimate_GivenOfAnotherCount_IsRefusedByTheNameOfTheFile()
    {
        string few = _folder.WriteVector("few.npy", 1, 2, 3);
        Invocation run = await Invocation.RunAsync("estimate", "--x", _files[1], "--y", _files[3], "--given", few, "--estimator", "exact");
        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Contains("few.npy", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void MeasuresSeveral_EveryFamily_IsThatOfItsEstimator() => Assert.Equal(
        ["gaussian", "copula", "ksg", "ross", "nearest"], EstimatorFamily.All.Where(family => !family.MeasuresSeveral).Select(family => family.Name));
}
