using MutualInfo.Discrete.Primitives;
using MutualInfo.Internal;

namespace MutualInfo.Discrete;

/// <summary>
/// Zhang's entropy, a sum of unbiased estimates of Σ p(1 − p)ᵛ: <c>Σ (c/n)·(ψ(n) − ψ(c))</c> nats over the counts c.
/// </summary>
/// <remarks>
/// Zhang wrote Σᵥ (1/v)·Z(v) for v from 1 to n − 1, where Z(v) = Σ (c/n)·Π (1 − (c − 1)/(n − j)) for j from 1 to v; the sum
/// over v is the harmonic sum 1/c + … + 1/(n − 1). The bias is negative and falls faster than 1/n for any finite alphabet. In
/// [0, 1 + … + 1/(n − 1)], so it may exceed ln n, by less than γ; exactly 0 for one symbol. Mutual information may be negative;
/// neither is clamped. Sources: Z. Zhang, "Entropy estimation in Turing's perspective", 2012; T. Schürmann, "A note on entropy
/// estimation", 2015. Cost: two digammas for each different count.
/// </remarks>
public sealed record Zhang : ICountingEntropy
{
    /// <inheritdoc/>
    public Information Estimate(ReadOnlySpan<int> counts) => this.EstimateHistogram(counts);

    /// <inheritdoc/>
    public override string ToString() => "Zhang";

    Information ICountingEntropy.Estimate(CountsOfCounts counts) => Information.FromNats(Nats(counts));

    internal static double Nats(CountsOfCounts counts)
    {
        double n = counts.SampleCount;
        double sum = 0;
        for (int i = 0; i < counts.Counts.Length; i++)
        {
            double c = counts.Counts[i];
            sum += counts.Multiplicities[i] * (c / n) * SpecialFunctions.DigammaStep(c, n - c);
        }

        return sum;
    }
}
