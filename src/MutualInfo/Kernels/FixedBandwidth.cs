using System.Globalization;
using System.Numerics;
using MutualInfo.Internal;

namespace MutualInfo.Kernels;

/// <summary>The same σ for all samples. For kernel density, σ² is the variance of the noise.</summary>
public sealed record FixedBandwidth : IBandwidthRule
{
    /// <summary>Makes a rule.</summary>
    /// <param name="sigma">σ, in the units of the samples; above 0.</param>
    public FixedBandwidth(double sigma) => Sigma = sigma;

    /// <summary>Gets σ.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a finite number above 0.</exception>
    public double Sigma { get; init => field = Throw.UnlessPositiveFinite(value, "sigma"); }

    /// <summary>Makes the rule σ = √variance.</summary>
    /// <param name="noiseVariance">
    /// The variance of the noise, σ²; above 0. Saxe et al. use 0.001 for the 12-bit network and 0.1 for MNIST.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The variance is not a finite number above 0.</exception>
    public static FixedBandwidth FromVariance(double noiseVariance) =>
        new(Math.Sqrt(Throw.UnlessPositiveFinite(noiseVariance, nameof(noiseVariance))));

    /// <inheritdoc/>
    public double SigmaFor<T>(Samples<T> samples, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Sigma;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"σ = {Sigma:G4}");
}
