using System.Numerics;
using MutualInfo.Internal;

namespace MutualInfo;

/// <summary>The mixed call the other way round.</summary>
public static class MutualInformationEstimatorExtensions
{
    /// <summary>Estimates the mutual information of a discrete variable and numbers; x and y keep their places in the result.</summary>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    /// <param name="estimator">The estimator.</param>
    /// <param name="x">n symbols.</param>
    /// <param name="y">Samples of shape <c>(n, d)</c>, observed together with <paramref name="x"/>.</param>
    /// <param name="options">How to compute; null for <see cref="EstimationOptions.Default"/>.</param>
    /// <returns>The estimate with its three entropies.</returns>
    public static MutualInformationEstimate Estimate<T>(
        this IMutualInformationEstimator estimator, Symbols x, Samples<T> y, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(estimator);
        if (estimator is IRepresentingEstimator own)
            return RepresentingEstimator.Estimate(own, x, y, options);

        // Checked here under their own names: the swapped call would blame the other variable.
        Guard.NotEmpty(x, nameof(x));
        Guard.NotEmpty(y, nameof(y));
        Guard.NotNaN(y, nameof(y));
        if (x.Count != y.Count)
            Throw.CountsDiffer(x.Count, y.Count);
        return estimator.Estimate(y, x, options).Swapped();
    }
}
