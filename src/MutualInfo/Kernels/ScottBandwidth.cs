using System.Globalization;
using System.Numerics;
using MutualInfo.Internal;

namespace MutualInfo.Kernels;

/// <summary>Scott's rate: <c>σ = γ·n^(−1/(4 + d))</c>. It looks at the shape of the samples, not at their scale.</summary>
/// <remarks>Source: Lee and Jo, Entropy 23:862 (2021), with γ = 2 on raw activations and pixels in [0, 1].</remarks>
public sealed record ScottBandwidth : IBandwidthRule
{
    /// <summary>Makes a rule.</summary>
    /// <param name="factor">γ, above 0. The default is Lee and Jo's 2.</param>
    public ScottBandwidth(double factor = 2) => Factor = factor;

    /// <summary>Gets γ.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a finite number above 0.</exception>
    public double Factor { get; init => field = Throw.UnlessPositiveFinite(value, "factor"); }

    /// <inheritdoc/>
    public double SigmaFor<T>(Samples<T> samples, EstimationOptions? options = null) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Guard.NotEmpty(samples, nameof(samples));
        return Factor * Math.Pow(samples.Count, -1.0 / (4 + samples.Dimension));
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Scott σ (γ = {Factor})");
}
