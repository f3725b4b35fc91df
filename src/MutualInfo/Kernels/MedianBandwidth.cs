using System.Globalization;
using System.Numerics;
using MutualInfo.Internal;
using MutualInfo.Kernels.Primitives;

namespace MutualInfo.Kernels;

/// <summary>The median heuristic: σ is γ times the median distance between two different samples.</summary>
/// <remarks>
/// The exact median over all n(n − 1)/2 pairs, the mean of the two middle ones where their number is even. Follows the scale of
/// the samples. 0 where more than half of the pairs are equal, and for one sample. Cost: O(n²·d) time, O(n·d) memory.
/// </remarks>
public sealed record MedianBandwidth : IBandwidthRule
{
    /// <summary>Makes a rule.</summary>
    /// <param name="factor">γ, above 0. The default is 1.</param>
    public MedianBandwidth(double factor = 1) => Factor = factor;

    /// <summary>Gets γ.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a finite number above 0.</exception>
    public double Factor { get; init => field = Throw.UnlessPositiveFinite(value, "factor"); }

    /// <inheritdoc/>
    public double SigmaFor<T>(Samples<T> samples, EstimationOptions? options = null) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Guard.NotEmpty(samples, nameof(samples));
        Guard.Finite(samples, nameof(samples));
        return samples.Count == 1 ? 0 : Factor * PairDistances.Median(samples, options ?? EstimationOptions.Default);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"median σ (γ = {Factor})");
}
