using MutualInfo.Discrete.Primitives;

namespace MutualInfo.Discrete;

/// <summary>
/// NSB, the entropy that Nemenman, Shafee and Bialek expect after the counts: a mixture of symmetric Dirichlet priors of all
/// pseudo-counts β, weighed so that the entropy expected before any count is spread evenly over [0, ln K].
/// </summary>
/// <remarks>
/// <c>∫ w(β)·H(β) dβ / ∫ w(β) dβ</c> with <c>w(β) = (dξ/dβ)·Γ(Kβ)/Γ(n + Kβ)·Π Γ(c + β)/Γ(β)</c>, <c>ξ(β) = ψ(Kβ + 1) − ψ(β +
/// 1)</c>, and <c>H(β) = ψ(n + Kβ + 1) − Σ (c + β)/(n + Kβ)·ψ(c + β + 1)</c> over all K symbols. In [0, ln K], and 0 for an
/// alphabet of one; it may exceed ln n where the alphabet is given. Mutual information may be negative; it is not clamped.
/// Source: I. Nemenman, F. Shafee and W. Bialek, "Entropy and inference, revisited", 2002. Cost: some hundred times as many
/// log-gammas as there are different counts; neither n nor K matters.
/// </remarks>
public sealed record NemenmanShafeeBialek : ICountingEntropy
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
    public override string ToString() => "NSB" + GivenAlphabet.Text(AlphabetSize);

    Information ICountingEntropy.Estimate(CountsOfCounts counts)
    {
        long alphabet = GivenAlphabet.SizeFor(counts, AlphabetSize);
        // The prior over [0, ln 1] is a point, where every β gives 0.
        return alphabet == 1 ? Information.Zero : Information.FromNats(new DirichletMixture(counts, alphabet).ExpectedEntropy());
    }
}
