using System.Globalization;

namespace MutualInfo.Significance;

/// <summary>What a <see cref="GTest"/> found.</summary>
public sealed record GTestResult
{
    /// <summary>The expected count below which χ² is not to be relied on, by Cochran's rule of thumb.</summary>
    public const double SmallExpectedCount = 5;

    /// <summary>
    /// Gets G = 2·n·I, I in nats: about χ²-distributed where the variables are independent and no expected count is small.
    /// </summary>
    public required double Statistic { get; init; }

    /// <summary>Gets (kx − 1)·(ky − 1), over the symbols that were seen. 0 where a variable is constant.</summary>
    public required long DegreesOfFreedom { get; init; }

    /// <summary>Gets ln p, which tells apart p-values too small for a double.</summary>
    public required double LogPValue { get; init; }

    /// <summary>Gets n.</summary>
    public required long SampleCount { get; init; }

    /// <summary>Gets the smallest count that independence expects of a cell, min rᵢ·min cⱼ/n over the marginal counts.</summary>
    public required double SmallestExpectedCount { get; init; }

    /// <summary>Gets the share of the kx·ky cells of which independence expects less than 5 samples, from 0 to 1.</summary>
    public required double ShareOfSmallExpectedCounts { get; init; }

    /// <summary>
    /// Gets the plug-in information I = G/2n. Biased upwards: independence gives (kx − 1)(ky − 1)/2n nats on average.
    /// </summary>
    public Information Information => MutualInfo.Information.FromNats(Statistic / 2 / SampleCount);

    /// <summary>
    /// Gets the p-value P(χ² ≥ G); 1 where a variable is constant. Never 0: one too small for a double is the smallest number
    /// above 0, and <see cref="LogPValue"/> says what it is.
    /// </summary>
    public double PValue => Math.Max(Math.Exp(LogPValue), double.Epsilon);

    /// <summary>
    /// Gets whether independence expects less than 5 samples of some cell. The p-value is then not to be relied on, and mostly
    /// too small: take a <see cref="PermutationTest"/>.
    /// </summary>
    public bool HasSmallExpectedCounts => SmallestExpectedCount < SmallExpectedCount;

    /// <summary>Says the result in one line, independent of the culture.</summary>
    public override string ToString()
    {
        string p = LogPValue > -700 ? PValue.ToString("G4", CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"exp({LogPValue:F1})");
        string line = string.Create(
            CultureInfo.InvariantCulture, $"G = {Statistic:G6}, {DegreesOfFreedom} degrees of freedom, p = {p}; I = {Information}, n = {SampleCount}");
        return !HasSmallExpectedCounts
            ? line
            : line + string.Create(
                CultureInfo.InvariantCulture,
                $"; {ShareOfSmallExpectedCounts:P0} of the cells expect less than 5 samples (the least {SmallestExpectedCount:G3}), so p is not to be relied on: use a permutation test");
    }
}
