using System.Numerics;

namespace MutualInfo.Significance.Primitives;

/// <summary>Estimates of many subsamples, beside that of all samples.</summary>
internal static class SubsampleEstimates
{
    /// <summary>Estimates all samples, then each subsample; the results are in the order of the subsamples.</summary>
    /// <param name="estimator">The estimator.</param>
    /// <param name="pair">All samples.</param>
    /// <param name="count">The number of subsamples.</param>
    /// <param name="options">How to compute; null for the defaults.</param>
    /// <param name="rows">The rows of each subsample.</param>
    public static (MutualInformationEstimate Estimate, double[] Nats) Of<T>(
        IMutualInformationEstimator estimator, ObservedPair<T> pair, int count, EstimationOptions? options, Func<int, int[]> rows)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        EstimationOptions how = options ?? EstimationOptions.Default;
        how.CancellationToken.ThrowIfCancellationRequested();
        // First, so that what the estimator refuses is refused under the names of the caller, with the rows of the caller.
        MutualInformationEstimate estimate = pair.EstimateBy(estimator, how with { Progress = null });
        double[] nats = new double[count];
        ManyEstimates.Run(count, ManyEstimates.TakesAllCores(estimator, pair.Count), how, (index, inside) =>
            nats[index] = pair.Rows(rows(index)).EstimateBy(estimator, inside).Value.Nats);
        return (estimate, nats);
    }
}
