using MutualInfo.Discrete.Primitives;

namespace MutualInfo.Discrete;

/// <summary>The plug-in entropy plus Miller and Madow's first-order correction <c>(K − 1) / 2n</c> nats, K symbols seen in n samples.</summary>
/// <remarks>
/// Source: G. A. Miller, "Note on the bias of information estimates", 1955. May exceed ln K and ln n, and mutual information
/// built on it may be negative; neither is clamped. Needs at least 2 samples. Cost: as <see cref="PlugIn"/>.
/// </remarks>
public sealed record MillerMadow : ICountingEntropy
{
    /// <inheritdoc/>
    public int MinimumSampleCount => 2;

    /// <inheritdoc/>
    public Information Estimate(ReadOnlySpan<int> counts) => this.EstimateHistogram(counts);

    /// <inheritdoc/>
    public override string ToString() => "Miller-Madow";

    Information ICountingEntropy.Estimate(CountsOfCounts counts)
    {
        // Both terms are in nats; adding this correction to an entropy in bits is the classic mistake.
        double correction = (counts.AlphabetSize - 1) / (2.0 * counts.SampleCount);
        return Information.FromNats(counts.PlugInNats() + correction);
    }
}
