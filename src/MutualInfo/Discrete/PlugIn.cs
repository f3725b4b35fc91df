using MutualInfo.Discrete.Primitives;

namespace MutualInfo.Discrete;

/// <summary>The plug-in (maximum-likelihood) entropy: <c>−Σ p ln p</c> of the observed shares. In [0, ln min(n, K)].</summary>
/// <remarks>Biased low by about (K − 1)/2n nats where K symbols are possible. Cost: one pass over the histogram.</remarks>
public sealed record PlugIn : ICountingEntropy
{
    /// <inheritdoc/>
    public Information Estimate(ReadOnlySpan<int> counts) =>
        Information.FromNats(CountsOfCounts.From(counts, nameof(counts)).PlugInNats());

    /// <inheritdoc/>
    public override string ToString() => "plug-in";

    Information ICountingEntropy.Estimate(CountsOfCounts counts) => Information.FromNats(counts.PlugInNats());
}
