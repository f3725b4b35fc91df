using MutualInfo.Discrete.Primitives;
using MutualInfo.Internal;

namespace MutualInfo.Discrete;

/// <summary>Which of Grassberger's two formulas.</summary>
public enum GrassbergerFormula
{
    /// <summary>Of 2003: <c>G(c) = ψ(c) + ½(−1)^c·(ψ((c + 1)/2) − ψ(c/2))</c>, in place of ln c.</summary>
    Of2003,

    /// <summary>Of 1988: <c>ψ(c) + (−1)^c/(c + 1)</c>, in place of ln c.</summary>
    Of1988,
}

/// <summary>
/// Grassberger's entropy: <c>ln n − (1/n) Σ c·G(c)</c> nats over the counts c, where G(c) takes the place of ln c.
/// </summary>
/// <remarks>
/// Derived for counts that are Poisson, so for many symbols of small shares. The entropy of one symbol is not quite 0: of 1988
/// it is about −1/2n for an even n and 3/2n for an odd one, of 2003 about −1/6n² and 1/n. The entropy may exceed ln K and ln n,
/// and mutual information may be negative; neither is clamped. Sources: P. Grassberger, "Finite sample corrections to entropy
/// and dimension estimates", 1988; "Entropy estimates from insufficient samplings", 2003. Cost: a digamma for each different
/// count.
/// </remarks>
public sealed record Grassberger : ICountingEntropy
{
    /// <summary>
    /// Gets which formula. <value>The default is <see cref="GrassbergerFormula.Of2003"/>, the less biased.</value>
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no formula.</exception>
    public GrassbergerFormula Formula { get; init => field = Throw.UnlessDefined(value, "formula"); }

    /// <inheritdoc/>
    public Information Estimate(ReadOnlySpan<int> counts) => this.EstimateHistogram(counts);

    /// <inheritdoc/>
    public override string ToString() => Formula == GrassbergerFormula.Of2003 ? "Grassberger 2003" : "Grassberger 1988";

    Information ICountingEntropy.Estimate(CountsOfCounts counts)
    {
        double n = counts.SampleCount;
        double sum = 0;
        for (int i = 0; i < counts.Counts.Length; i++)
        {
            double c = counts.Counts[i];
            sum += counts.Multiplicities[i] * (c / n) * (Formula == GrassbergerFormula.Of2003 ? Of2003(c, n) : Of1988(c, n));
        }

        return Information.FromNats(sum);
    }

    // G(c) = ln 2 + ψ(⌊c/2⌋ + ½), which follows from the recurrence G(c + 2) = G(c) + 2/(c + 1) for even c, and G(c + 1) = G(c).
    private static double Of2003(double c, double n)
    {
        double twice = 2 * Math.Floor(c / 2) + 1;
        return SpecialFunctions.LogPlusOne((n - twice) / twice) - SpecialFunctions.DigammaLessLog(twice / 2);
    }

    private static double Of1988(double c, double n)
    {
        double sign = c % 2 == 0 ? 1 : -1;
        return SpecialFunctions.LogPlusOne((n - c) / c) - SpecialFunctions.DigammaLessLog(c) - sign / (c + 1);
    }
}
