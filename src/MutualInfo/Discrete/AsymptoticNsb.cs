using MutualInfo.Discrete.Primitives;
using MutualInfo.Internal;

namespace MutualInfo.Discrete;

/// <summary>
/// The limit of <see cref="NemenmanShafeeBialek"/> for a boundless alphabet and few coincidences, in nats:
/// <c>γ − ln 2 + 2 ln n − ψ(n − K)</c>, K symbols seen in n samples.
/// </summary>
/// <remarks>
/// The n − K coincidences, samples that repeat a symbol, are all that it looks at, so it is meant for n far below the alphabet
/// but above its square root; equal shares then come out γ = 0.577 nats too high, since the prior expects unequal ones. Not
/// defined without a coincidence, and so not for I(X;T) where every input is distinct. The entropy of one symbol is not 0. May
/// exceed ln K and ln n, and mutual information may be negative; neither is clamped. Source: I. Nemenman, "Coincidences and
/// estimation of entropies of random variables with large cardinalities", 2011. Cost: one digamma.
/// </remarks>
public sealed record AsymptoticNsb : ICountingEntropy
{
    private const double EulersConstant = 0.57721566490153286061;

    private const string Expected =
        "The asymptotic NSB entropy needs a symbol that was seen twice; take more samples, coarser symbols, or another entropy.";

    /// <inheritdoc/>
    public int MinimumSampleCount => 2;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">
    /// There are fewer than 2 samples, a count is negative, or no symbol was seen twice.
    /// </exception>
    public Information Estimate(ReadOnlySpan<int> counts) => this.EstimateHistogram(counts);

    /// <inheritdoc/>
    public override string ToString() => "asymptotic NSB";

    Information ICountingEntropy.Estimate(CountsOfCounts counts)
    {
        double n = counts.SampleCount;
        long coincidences = counts.SampleCount - counts.AlphabetSize;
        if (coincidences == 0)
        {
            Throw.Invalid(
                nameof(counts),
                $"counts has no coincidences: all {counts.SampleCount} samples differ. {Expected}");
        }

        return Information.FromNats(EulersConstant - Math.Log(2) + 2 * Math.Log(n) - SpecialFunctions.Digamma(coincidences));
    }
}
