using System.Globalization;
using System.Numerics;
using MutualInfo.Internal;

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
            nats[index] = Estimate(estimator, pair, rows(index), inside));
        if (!double.IsFinite(estimate.Value.Nats) || nats.Any(value => !double.IsFinite(value)))
        {
            Throw.Invalid(
                "x",
                $"x and y give an estimate that is not finite, of all samples or of a part of them ({estimator}); it has neither a spread nor a limit. Take an estimator that is finite here.");
        }

        return (estimate, nats);
    }

    // What all samples are enough for, a part of them may not be: the refusal must say that it speaks of a part.
    private static double Estimate<T>(
        IMutualInformationEstimator estimator, ObservedPair<T> pair, int[] rows, EstimationOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        try
        {
            return pair.Rows(rows).EstimateBy(estimator, options).Value.Nats;
        }
        catch (ArgumentException refusal)
        {
            string reason = refusal.Message.Split(" (Parameter '")[0];
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"A subsample of {rows.Length} of the {pair.Count} samples was refused: {reason}"),
                refusal.ParamName,
                refusal);
        }
    }
}
