using System.Globalization;
using MutualInfo.Significance;

namespace MutualInfo.Tool.Significance;

/// <summary>A permutation test as it is printed.</summary>
internal sealed record PermutationReport
{
    public required double PValue { get; init; }

    public required int Permutations { get; init; }

    public required int AtLeastAsLarge { get; init; }

    public required double NullMeanBits { get; init; }

    public required double NullStandardDeviationBits { get; init; }

    public required double NullPercentile95Bits { get; init; }

    public required ulong Seed { get; init; }

    public required double Seconds { get; init; }

    public static PermutationReport? Of(PermutationTestResult? test) => test is null ? null : new PermutationReport
    {
        PValue = test.PValue,
        Permutations = test.Permutations,
        AtLeastAsLarge = test.AtLeastAsLarge,
        NullMeanBits = test.Null.Mean.Bits,
        NullStandardDeviationBits = test.Null.StandardDeviation.Bits,
        NullPercentile95Bits = test.Null.Quantile(0.95).Bits,
        Seed = test.Seed,
        Seconds = test.Elapsed.TotalSeconds,
    };

    /// <summary>What a reader of the p-value must know, in words.</summary>
    public IEnumerable<string> Warnings()
    {
        double least = 1.0 / (Permutations + 1);
        if (least > 0.05)
            yield return string.Create(CultureInfo.InvariantCulture, $"{Permutations} permutation(s) cannot give a p below {least:0.###}; use 19 or more, and 999 as a rule.");
    }
}

/// <summary>An interval of the estimate as it is printed.</summary>
internal sealed record IntervalReport
{
    public required string Method { get; init; }

    public required double Level { get; init; }

    public required double LowerBits { get; init; }

    public required double UpperBits { get; init; }

    public required double StandardErrorBits { get; init; }

    public required ulong Seed { get; init; }

    public required double Seconds { get; init; }

    public static IntervalReport? Of(InformationInterval? interval) => interval is null ? null : new IntervalReport
    {
        Method = interval.Method,
        Level = interval.Level,
        LowerBits = interval.Lower.Bits,
        UpperBits = interval.Upper.Bits,
        StandardErrorBits = interval.StandardError.Bits,
        Seed = interval.Seed,
        Seconds = interval.Elapsed.TotalSeconds,
    };
}
