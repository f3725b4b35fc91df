using MutualInfo.Discrete.Primitives;
using MutualInfo.Internal;

namespace MutualInfo.Discrete;

/// <summary>
/// The plug-in entropy of the shares that a symmetric Dirichlet prior expects after the counts: <c>(c + a)/(n + Ka)</c>, with a
/// pseudo-count a for each of the K symbols.
/// </summary>
/// <remarks>
/// In [0, ln K]; exactly 0 for one symbol of an alphabet of one. It may exceed ln n where the alphabet is given. Mutual
/// information may be negative; it is not clamped. The prior decides where n is not large beside K. Source: J. Hausser and K.
/// Strimmer, "Entropy inference and the James-Stein estimator", 2009, table 1. Cost: as <see cref="PlugIn"/>.
/// </remarks>
public sealed record DirichletBayes : ICountingEntropy
{
    /// <summary>Makes an estimator with Jeffreys' pseudo-count, ½.</summary>
    public DirichletBayes()
        : this(PseudoCount.Jeffreys)
    {
    }

    /// <summary>Makes an estimator.</summary>
    /// <param name="pseudoCount">What is added to the count of every symbol of the alphabet.</param>
    public DirichletBayes(PseudoCount pseudoCount) => PseudoCount = pseudoCount;

    /// <summary>Gets what is added to the count of every symbol of the alphabet.</summary>
    public PseudoCount PseudoCount { get; init; }

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
    public override string ToString() => $"Dirichlet, pseudo-count {PseudoCount}{GivenAlphabet.Text(AlphabetSize)}";

    Information ICountingEntropy.Estimate(CountsOfCounts counts)
    {
        double n = counts.SampleCount;
        long alphabet = GivenAlphabet.SizeFor(counts, AlphabetSize);
        double pseudo = PseudoCount.For(counts.SampleCount, alphabet);
        double total = n + alphabet * pseudo;
        double sum = 0;
        for (int i = 0; i < counts.Counts.Length; i++)
        {
            double part = counts.Counts[i] + pseudo;
            double rest = n - counts.Counts[i] + (alphabet - 1) * pseudo;
            sum += counts.Multiplicities[i] * (part / total * SpecialFunctions.LogPlusOne(rest / part));
        }

        long unseen = alphabet - counts.AlphabetSize;
        if (unseen > 0 && pseudo > 0)
            sum += unseen * (pseudo / total * SpecialFunctions.LogPlusOne((n + (alphabet - 1) * pseudo) / pseudo));
        return Information.FromNats(sum);
    }
}
