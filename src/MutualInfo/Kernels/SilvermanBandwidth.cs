using System.Globalization;
using System.Numerics;
using MutualInfo.Internal;
using MutualInfo.Kernels.Primitives;

namespace MutualInfo.Kernels;

/// <summary>
/// Silverman's rule of thumb: <c>σ = γ·s·(4 / ((d + 2)·n))^(1/(4 + d))</c>, where s² is the mean of the column
/// variances (denominator n − 1).
/// </summary>
/// <remarks>
/// In one dimension (4/3n)^(1/5)·s. Follows the scale of the samples: scaling them scales σ. 0 for constant samples, and for one
/// sample. Source: Silverman, Density Estimation for Statistics and Data Analysis (1986), eq. 4.14.
/// </remarks>
public sealed record SilvermanBandwidth : IBandwidthRule
{
    /// <summary>Makes a rule.</summary>
    /// <param name="factor">γ, above 0. The default is 1.</param>
    public SilvermanBandwidth(double factor = 1) => Factor = factor;

    /// <summary>Gets γ.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a finite number above 0.</exception>
    public double Factor { get; init => field = Throw.UnlessPositiveFinite(value, "factor"); }

    /// <inheritdoc/>
    public double SigmaFor<T>(Samples<T> samples, EstimationOptions? options = null) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Guard.NotEmpty(samples, nameof(samples));
        Guard.Finite(samples, nameof(samples));
        if (samples.Count == 1)
            return 0;
        double exponent = 1.0 / (4 + samples.Dimension);
        return Factor * ColumnSpread.Of(samples) * Math.Pow(4.0 / ((samples.Dimension + 2.0) * samples.Count), exponent);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Silverman σ (γ = {Factor})");
}
