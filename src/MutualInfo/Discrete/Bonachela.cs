using MutualInfo.Discrete.Primitives;
using MutualInfo.Internal;

namespace MutualInfo.Discrete;

/// <summary>
/// Bonachela, Hinrichsen and Muñoz's balanced entropy, which weighs bias against spread for short series:
/// <c>(1/(n + 2)) Σ (c + 1)·(1/(c + 2) + … + 1/(n + 2))</c> nats over the counts c of the K symbols.
/// </summary>
/// <remarks>
/// Symbols of the alphabet that were not seen have c = 0 and count too. The entropy of one symbol is not 0 but (n + 1)/(n +
/// 2)²; that of K symbols may exceed ln K and ln n, and mutual information may be negative; neither is clamped. Source: J. A.
/// Bonachela, H. Hinrichsen and M. A. Muñoz, "Entropy estimates of small data sets", 2008. Cost: two digammas for each
/// different count.
/// </remarks>
public sealed record Bonachela : ICountingEntropy
{
    /// <summary>
    /// Gets the size K of the alphabet: of whatever variable the entropy is asked for, the joint one included.
    /// <value>The default, null, takes the symbols that were seen.</value>
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public long? AlphabetSize { get; init => field = GivenAlphabet.UnlessBelowOne(value); }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">
    /// There are no samples, a count is negative, or there are more symbols than <see cref="AlphabetSize"/>.
    /// </exception>
    public Information Estimate(ReadOnlySpan<int> counts) => this.EstimateHistogram(counts);

    /// <inheritdoc/>
    public override string ToString() => "Bonachela" + GivenAlphabet.Text(AlphabetSize);

    Information ICountingEntropy.Estimate(CountsOfCounts counts)
    {
        double n = counts.SampleCount;
        double unseen = GivenAlphabet.SizeFor(counts, AlphabetSize) - counts.AlphabetSize;
        double sum = unseen * SpecialFunctions.DigammaStep(2, n + 1);
        for (int i = 0; i < counts.Counts.Length; i++)
        {
            double c = counts.Counts[i];
            sum += counts.Multiplicities[i] * ((c + 1) * SpecialFunctions.DigammaStep(c + 2, n - c + 1));
        }

        return Information.FromNats(sum / (n + 2));
    }
}
