using MutualInfo.Discrete.Primitives;
using MutualInfo.Internal;

namespace MutualInfo.Discrete;

/// <summary>
/// Chao and Shen's entropy: shares shrunk by the estimated coverage C, and each term divided by the chance that its symbol was
/// seen: <c>−Σ Cp·ln(Cp) / (1 − (1 − Cp)ⁿ)</c> nats, p = c/n.
/// </summary>
/// <remarks>
/// C = 1 − f₁/n is Good and Turing's coverage, f₁ symbols seen once. Where all n ≥ 2 samples are singletons C would be 0 and
/// the entropy infinite; as is usual, f₁ is then taken as n − 1. Exactly 0 for one symbol. May exceed ln K and ln n, and mutual
/// information may be negative; neither is clamped. Source: A. Chao and T.-J. Shen, "Nonparametric estimation of Shannon's
/// index of diversity when there are unseen species in sample", 2003; the rule for singletons as in the R package entropy.
/// Cost: a logarithm and an exponential for each different count.
/// </remarks>
public sealed record ChaoShen : ICountingEntropy
{
    /// <inheritdoc/>
    public Information Estimate(ReadOnlySpan<int> counts) => this.EstimateHistogram(counts);

    /// <inheritdoc/>
    public override string ToString() => "Chao-Shen";

    Information ICountingEntropy.Estimate(CountsOfCounts counts)
    {
        double n = counts.SampleCount;
        double singletons = counts.Singletons == counts.SampleCount ? n - 1 : counts.Singletons;
        double covered = n - singletons;
        double lessLogOfCoverage = SpecialFunctions.LogPlusOne(singletons / covered);
        double sum = 0;
        for (int i = 0; i < counts.Counts.Length; i++)
        {
            double c = counts.Counts[i];
            double share = covered / n * (c / n);
            // −ln(Cp), as two logarithms of 1 + x: for one symbol both are exactly 0.
            double lessLog = lessLogOfCoverage + SpecialFunctions.LogPlusOne((n - c) / c);
            double seen = -SpecialFunctions.ExpMinusOne(n * SpecialFunctions.LogPlusOne(-share));
            sum += counts.Multiplicities[i] * (share * lessLog / seen);
        }

        return Information.FromNats(sum);
    }
}
