using MutualInfo.Significance;
using MutualInfo.Tool.Specifications;
using MutualInfo.Tool.Variables;

namespace MutualInfo.Tool.Significance;

/// <summary>What is asked for beside an estimate: a permutation test, an interval, both or neither.</summary>
internal sealed record SignificanceRequest
{
    private const int FewestSubsamples = 200;

    /// <summary>Gets the permutations of the test; null where none is asked for.</summary>
    public int? Permutations { get; init; }

    /// <summary>Gets the method of the interval, <c>subsampling</c> or <c>jackknife</c>; null where none is asked for.</summary>
    public string? Interval { get; init; }

    public double Level { get; init; } = 0.95;

    public ulong Seed { get; init; }

    /// <summary>Gets how many things are measured of each estimator, the estimate among them.</summary>
    public int Steps => 1 + (Permutations is null ? 0 : 1) + (Interval is null ? 0 : 1);

    /// <summary>Measures what is asked for, of variables as the estimator of a SPEC sees them.</summary>
    /// <param name="spec">The estimator.</param>
    /// <param name="x">The variable X as it was read.</param>
    /// <param name="y">The variable Y as it was read.</param>
    /// <param name="options">How to compute, for each step after the estimate.</param>
    public SignificanceResult Measure(EstimatorSpec spec, Variable x, Variable y, Func<int, EstimationOptions> options)
    {
        int step = 1;
        Variable left = SpecEstimation.Prepared(spec, x, spec.SigmaX);
        Variable right = SpecEstimation.Prepared(spec, y, spec.SigmaY);
        PermutationTestResult? test = Permutations is { } permutations
            ? Variable.Measure(new PermutationMeasure(new PermutationTest(permutations) { Seed = Seed }, spec.Estimator, options(step++)), left, right)
            : null;
        return new SignificanceResult(
            test, Interval is null ? null : Variable.Measure(IntervalMeasure(spec, options(step)), left, right));
    }

    // A level near 1 has its quantiles far out: more subsamples than usual are drawn to have some beyond them.
    private IPairMeasure<InformationInterval> IntervalMeasure(EstimatorSpec spec, EstimationOptions options) => Interval == "jackknife"
        ? new JackknifeMeasure(new JackknifeInterval(Level) { Seed = Seed }, spec.Estimator, options)
        : new SubsamplingMeasure(
            new SubsamplingInterval(Level) { Seed = Seed, Subsamples = Math.Max(FewestSubsamples, (int)Math.Ceiling(4 / (1 - Level))) }, spec.Estimator, options);
}

/// <summary>What was measured beside an estimate.</summary>
internal sealed record SignificanceResult(PermutationTestResult? Test, InformationInterval? Interval);
