using MutualInfo.Discrete.Primitives;

namespace MutualInfo.Discrete;

/// <summary>
/// Chao, Wang and Jost's entropy: <see cref="Zhang"/>'s, and what the symbols seen once and twice tell of those not seen.
/// </summary>
/// <remarks>
/// Adds <c>(f₁/n)·(1 − A)^(1 − n)·(−ln A − Σ (1 − A)^r/r)</c> nats, r from 1 to n − 1, where f₁ and f₂ symbols were seen once
/// and twice, and A = 2f₂/((n − 1)f₁ + 2f₂), or 2/((n − 1)(f₁ − 1) + 2) where f₂ is 0. Nothing is added where f₁ is 0, or f₁ is
/// 1 and f₂ is 0: the limit for A = 1. Exactly 0 for one symbol. May exceed ln K and ln n, and mutual information may be
/// negative; neither is clamped. Needs at least 2 samples. Source: A. Chao, Y. T. Wang and L. Jost, "Entropy and the species
/// accumulation curve", 2013. Cost: as <see cref="Zhang"/>.
/// </remarks>
public sealed record ChaoWangJost : ICountingEntropy
{
    /// <inheritdoc/>
    public int MinimumSampleCount => 2;

    /// <inheritdoc/>
    public Information Estimate(ReadOnlySpan<int> counts) => this.EstimateHistogram(counts);

    /// <inheritdoc/>
    public override string ToString() => "Chao-Wang-Jost";

    Information ICountingEntropy.Estimate(CountsOfCounts counts) => Information.FromNats(Zhang.Nats(counts) + OfUnseen(counts));

    private static double OfUnseen(CountsOfCounts counts)
    {
        double n = counts.SampleCount;
        double once = counts.Singletons;
        double twice = counts.Doubletons;
        if (once == 0 || (once == 1 && twice == 0))
            return 0;
        double a = twice > 0 ? 2 * twice / ((n - 1) * once + 2 * twice) : 2 / ((n - 1) * (once - 1) + 2);
        return once / n * LogarithmicTail.Of(a, n);
    }
}
