using System.Numerics;
using MutualInfo.Internal;
using MutualInfo.Variational.Primitives;

namespace MutualInfo.Variational;

/// <summary>
/// The total correlation of a code, as far as its second moments tell: how far its dimensions are from independent.
/// </summary>
/// <remarks>
/// <c>Σ H(Zₖ) − H(Z)</c> of the Gaussian variable with the covariance of the samples: <c>−½ ln det R</c> nats, R the
/// correlation matrix. Divided by d it is the disentanglement measure of Achille and Soatto (IEEE TPAMI 2018). It sees
/// dependence that is linear, and no other.
/// </remarks>
public static class TotalCorrelation
{
    /// <summary>The Gaussian total correlation of samples.</summary>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    /// <param name="samples">The codes, shape <c>(n, d)</c>, n above d.</param>
    /// <param name="options">How to compute; the defaults where null. Only the token is used.</param>
    /// <returns>
    /// <c>−½ ln det R</c>, 0 or more; 0 where d = 1. Positive infinity where one dimension is a linear function of the others,
    /// to rounding.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// There are no dimensions; there are not more samples than dimensions, so that every R is singular; a number is not
    /// finite; or a dimension is constant and has no correlation.
    /// </exception>
    /// <exception cref="OperationCanceledException">The options' token was cancelled.</exception>
    /// <remarks>
    /// Means over n samples leave about <c>d(d − 1)/4n</c> nats where all dimensions are independent. Cost: O(n·d² + d³) time,
    /// O(n·d + d²) memory.
    /// </remarks>
    public static Information Gaussian<T>(Samples<T> samples, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Require(samples);
        Guard.Finite(samples, nameof(samples));
        double[] values = new double[samples.Values.Length];
        for (int i = 0; i < values.Length; i++)
            values[i] = double.CreateChecked(samples.Values[i]);
        return Measure(values, samples.Count, samples.Dimension, options ?? EstimationOptions.Default);
    }

    /// <summary>
    /// The Gaussian total correlation of ln z, for codes above 0 such as those of Information Dropout after softplus.
    /// </summary>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    /// <param name="samples">The codes z, above 0, noise and all; shape <c>(n, d)</c>, n above d.</param>
    /// <param name="options">How to compute; the defaults where null. Only the token is used.</param>
    /// <returns>
    /// As <see cref="Gaussian"/>. Total correlation does not change when every dimension is mapped by itself, so it is that of
    /// z too.
    /// </returns>
    /// <exception cref="ArgumentException">As <see cref="Gaussian"/>, or a number is not above 0.</exception>
    /// <exception cref="OperationCanceledException">The options' token was cancelled.</exception>
    /// <remarks>Cost: as <see cref="Gaussian"/>.</remarks>
    public static Information LogNormal<T>(Samples<T> samples, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Require(samples);
        Guard.Positive(samples, nameof(samples));
        double[] logarithms = new double[samples.Values.Length];
        for (int i = 0; i < logarithms.Length; i++)
            logarithms[i] = Math.Log(double.CreateChecked(samples.Values[i]));
        return Measure(logarithms, samples.Count, samples.Dimension, options ?? EstimationOptions.Default);
    }

    private static void Require<T>(Samples<T> samples) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Guard.NotEmpty(samples, nameof(samples));
        if (samples.Count <= samples.Dimension)
        {
            Throw.Invalid(
                nameof(samples),
                $"samples has {samples.Count} samples of dimension {samples.Dimension}; more samples than dimensions are expected, or every correlation matrix is singular. Give more samples, or measure fewer dimensions.");
        }
    }

    private static Information Measure(double[] values, int count, int dimension, EstimationOptions options)
    {
        double[] correlations = CorrelationMatrix.Of(values, count, dimension, "samples", options);
        return Information.FromNats(-0.5 * CorrelationMatrix.LogDeterminant(correlations, count, dimension, options));
    }
}
