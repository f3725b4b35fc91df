using System.Globalization;

namespace MutualInfo.Significance;

/// <summary>
/// What a <see cref="PermutationTest"/> found: an estimate beside the same estimator's values over random orders of y.
/// </summary>
public sealed record PermutationTestResult
{
    /// <summary>Gets the estimate of the data as they are.</summary>
    public required MutualInformationEstimate Estimate { get; init; }

    /// <summary>
    /// Gets the p-value, (b + 1)/(m + 1): how probable an estimate at least this large is if x and y are independent. Never 0; at
    /// least <see cref="SmallestPValue"/>.
    /// </summary>
    public required double PValue { get; init; }

    /// <summary>Gets b, how many of the permutations gave at least the estimate; ties count.</summary>
    public required int AtLeastAsLarge { get; init; }

    /// <summary>Gets the values over permutations.</summary>
    public required NullDistribution Null { get; init; }

    /// <summary>Gets the seed that the permutations were drawn from.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Gets the time it took.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Gets m, the number of permutations.</summary>
    public int Permutations => Null.Count;

    /// <summary>Gets 1/(m + 1), the smallest p-value that m permutations can show. Below m = 19 it is above 0.05.</summary>
    public double SmallestPValue => 1.0 / (Permutations + 1);

    /// <summary>
    /// Gets the standard error of the p-value: another seed would give another one, about this far away, √(p(1 − p)/(m + 1)).
    /// </summary>
    public double PValueStandardError => Math.Sqrt(PValue * (1 - PValue) / (Permutations + 1));

    /// <summary>
    /// Gets the estimate less the mean of the null: what is left of it once the estimator's bias for independent variables is
    /// taken off. That bias need not be the one for dependent variables, so this is no corrected estimate.
    /// </summary>
    public Information Excess => Estimate.Value - Null.Mean;

    /// <summary>
    /// Gets the excess in standard deviations of the null; null where the null is constant, to rounding. For looking at, not for
    /// a p-value: a null of information is skewed.
    /// </summary>
    public double? StandardizedExcess =>
        Null.StandardDeviation.Nats > PermutationTest.TieWidth(Estimate.SampleCount) ? Excess / Null.StandardDeviation : null;

    /// <summary>Says the result in one line, independent of the culture.</summary>
    public override string ToString()
    {
        string line = string.Create(
            CultureInfo.InvariantCulture,
            $"I(X;Y) = {Estimate.Value}, p = {PValue:0.####} ({AtLeastAsLarge} of {Permutations} permutations gave as much, seed {Seed}); null mean {Null.Mean}, standard deviation {Null.StandardDeviation}; {Estimate.Estimator}");
        return SmallestPValue <= 0.05
            ? line
            : line + string.Create(CultureInfo.InvariantCulture, $"; {Permutations} permutations cannot give a p below {SmallestPValue:0.####}");
    }
}
