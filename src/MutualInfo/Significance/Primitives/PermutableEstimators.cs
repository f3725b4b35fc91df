using System.Diagnostics;
using System.Numerics;
using MutualInfo.Internal;
using MutualInfo.Kernels;

namespace MutualInfo.Significance.Primitives;

/// <summary>Which way of measuring permutations an estimator has.</summary>
internal static class PermutableEstimators
{
    /// <summary>Refuses an estimator that was tuned to the pairing which is to be tested.</summary>
    public static void RequireExchangeable(IMutualInformationEstimator estimator)
    {
        if (estimator is KernelDensityEstimator { Bandwidth: KernelAlignmentBandwidth }
            or MatrixRenyiEstimator { Bandwidth: KernelAlignmentBandwidth })
        {
            Throw.Invalid(
                nameof(estimator),
                $"estimator chooses its bandwidth by the labels as they are paired with the samples ({estimator}); permutations would be measured with a bandwidth that was tuned to the data, and p would be too small. Fix the bandwidth: new FixedBandwidth(sigma).");
        }
    }

    /// <summary>Estimates the pair as it is, and prepares what the permutations will be measured by.</summary>
    public static (MutualInformationEstimate Estimate, PermutedInformation Permuted) Begin<T>(
        IMutualInformationEstimator estimator, ObservedPair<T> pair, EstimationOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (estimator is IRepresentingEstimator representing)
            return Begin(representing, pair, options);
        MutualInformationEstimate estimate = pair.EstimateBy(estimator, options);
        PermutedInformation? kept = (estimator as IPermutableEstimator)?.Prepare(pair, options);
        return (estimate, kept ?? new EstimatedAgain<T>(estimator, pair));
    }

    private static (MutualInformationEstimate Estimate, PermutedInformation Permuted) Begin<T>(
        IRepresentingEstimator estimator, ObservedPair<T> pair, EstimationOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        long start = Stopwatch.GetTimestamp();
        RepresentationPair represented = new(pair.X.RepresentBy(estimator, "x", options), pair.Y.RepresentBy(estimator, "y", options));
        // Measuring the pair measures, and keeps, both entropies.
        MutualInformationEstimate estimate = estimator.Measure([represented], options, start)[0];
        if (estimator.Prepare(represented, options) is { } prepared)
            return (estimate, prepared);

        bool canBePermuted = represented.Y.Permuted(Enumerable.Range(0, pair.Count).ToArray()) is not null;
        return (estimate, canBePermuted ? new MeasuredAgain(estimator, represented) : new EstimatedAgain<T>(estimator, pair));
    }
}
