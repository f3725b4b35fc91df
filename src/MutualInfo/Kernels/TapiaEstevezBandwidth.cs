using System.Globalization;
using System.Numerics;
using MutualInfo.Internal;

namespace MutualInfo.Kernels;

/// <summary>
/// Scott's rate times √d: <c>σ = γ·√d·n^(−1/(4 + d))</c>, meant for z-scored samples: combine with <see
/// cref="FeatureScaling.ZScore"/>.
/// </summary>
/// <remarks>Source: Tapia and Estévez, arXiv 2005.07783 (2020), with γ = 1.</remarks>
public sealed record TapiaEstevezBandwidth : IBandwidthRule
{
    /// <summary>Makes a rule.</summary>
    /// <param name="factor">γ, above 0. The default is 1.</param>
    public TapiaEstevezBandwidth(double factor = 1) => Factor = factor;

    /// <summary>Gets γ.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a finite number above 0.</exception>
    public double Factor { get; init => field = Throw.UnlessPositiveFinite(value, "factor"); }

    /// <inheritdoc/>
    public double SigmaFor<T>(Samples<T> samples, EstimationOptions? options = null) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Guard.NotEmpty(samples, nameof(samples));
        return Factor * Math.Sqrt(samples.Dimension) * Math.Pow(samples.Count, -1.0 / (4 + samples.Dimension));
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Tapia-Estévez σ (γ = {Factor})");
}
