using System.Globalization;
using System.Numerics;
using System.Numerics.Tensors;
using MutualInfo.Internal;

namespace MutualInfo.Kernels;

/// <summary>aKDE: a noise variance in proportion to the largest activity of the layer, <c>σ² = c·max|x|</c>.</summary>
/// <remarks>
/// The variance, not σ, is proportional, so c has the unit of the samples. A layer of zeros has σ = 0 and is a constant.
/// Source: Chelombiev et al. (ICLR 2019); the paper's factor could not be verified, so c is a parameter.
/// </remarks>
public sealed record MaxActivityBandwidth : IBandwidthRule
{
    /// <summary>Makes a rule.</summary>
    /// <param name="scale">c, above 0. The default is 0.01.</param>
    public MaxActivityBandwidth(double scale = 0.01) => Scale = scale;

    /// <summary>Gets c.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a finite number above 0.</exception>
    public double Scale { get; init => field = Throw.UnlessPositiveFinite(value, "scale"); }

    /// <inheritdoc/>
    public double SigmaFor<T>(Samples<T> samples, EstimationOptions? options = null) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Guard.NotEmpty(samples, nameof(samples));
        Guard.Finite(samples, nameof(samples));
        return Math.Sqrt(Scale * Math.Abs(double.CreateTruncating(TensorPrimitives.MaxMagnitude(samples.Values))));
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"σ² = {Scale}·max|t|");
}
