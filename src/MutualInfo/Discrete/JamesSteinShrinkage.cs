using MutualInfo.Discrete.Primitives;
using MutualInfo.Internal;

namespace MutualInfo.Discrete;

/// <summary>
/// Hausser and Strimmer's entropy: the plug-in entropy of shares that are shrunk towards 1/K, <c>λ/K + (1 − λ)·c/n</c>, by the
/// intensity λ that James and Stein's rule estimates.
/// </summary>
/// <remarks>
/// λ = (1 − Σp²) / ((n − 1)·Σ(p − 1/K)²), p = c/n, cut to [0, 1]; 1 where all shares are 1/K already. In [0, ln K], and exactly
/// 0 for one symbol of an alphabet of one; it may exceed ln n where the alphabet is given. Mutual information may be negative;
/// it is not clamped. x, y and their joint variable are each shrunk by their own λ, so I(X;X) = H(X). Needs at least 2 samples.
/// Source: J. Hausser and K. Strimmer, "Entropy inference and the James-Stein estimator", 2009. Cost: as <see cref="PlugIn"/>.
/// </remarks>
public sealed record JamesSteinShrinkage : ICountingEntropy
{
    /// <summary>
    /// Gets the size K of the alphabet: of whatever variable the entropy is asked for, the joint one included.
    /// <value>The default, null, takes the symbols that were seen.</value>
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public long? AlphabetSize { get; init => field = GivenAlphabet.UnlessBelowOne(value); }

    /// <inheritdoc/>
    public int MinimumSampleCount => 2;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">
    /// There are fewer than 2 samples, a count is negative, or there are more symbols than <see cref="AlphabetSize"/>.
    /// </exception>
    public Information Estimate(ReadOnlySpan<int> counts) => this.EstimateHistogram(counts);

    /// <inheritdoc/>
    public override string ToString() => "James-Stein shrinkage" + GivenAlphabet.Text(AlphabetSize);

    Information ICountingEntropy.Estimate(CountsOfCounts counts)
    {
        double n = counts.SampleCount;
        double alphabet = GivenAlphabet.SizeFor(counts, AlphabetSize);
        double unseen = alphabet - counts.AlphabetSize;
        double intensity = Intensity(counts, n, alphabet, unseen);
        double sum = 0;
        for (int i = 0; i < counts.Counts.Length; i++)
        {
            double c = counts.Counts[i];
            double share = intensity / alphabet + (1 - intensity) * (c / n);
            double rest = intensity * (alphabet - 1) / alphabet + (1 - intensity) * ((n - c) / n);
            sum += counts.Multiplicities[i] * (share * SpecialFunctions.LogPlusOne(rest / share));
        }

        double shareOfUnseen = intensity / alphabet;
        if (unseen > 0 && shareOfUnseen > 0)
            sum -= unseen * (shareOfUnseen * Math.Log(shareOfUnseen));
        return Information.FromNats(sum);
    }

    private static double Intensity(CountsOfCounts counts, double n, double alphabet, double unseen)
    {
        double spread = 0;
        double distance = unseen / (alphabet * alphabet);
        for (int i = 0; i < counts.Counts.Length; i++)
        {
            double c = counts.Counts[i];
            double difference = c / n - 1 / alphabet;
            // Σp(1 − p) = 1 − Σp², without the cancellation where one share is near 1.
            spread += counts.Multiplicities[i] * (c / n * ((n - c) / n));
            distance += counts.Multiplicities[i] * (difference * difference);
        }

        return distance == 0 ? 1 : Math.Min(1, spread / (n - 1) / distance);
    }
}
