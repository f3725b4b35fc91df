using System.Diagnostics;
using MutualInfo.Internal;

namespace MutualInfo.Kernels.Primitives;

/// <summary>Join and measure, for both kernel estimators: they differ in the entropy of a similarity alone.</summary>
internal static class KernelMeasurement
{
    public static MutualInformationEstimate Measure(
        IMutualInformationEstimator estimator,
        Representation x,
        Representation y,
        Func<Similarity, EstimationOptions, Information> entropy,
        EstimationOptions options,
        long startTimestamp)
    {
        SimilarityRepresentation left = (SimilarityRepresentation)x;
        SimilarityRepresentation right = (SimilarityRepresentation)y;
        // Three parts of one whole to who listens; each counts from 0 to 1 itself.
        Information entropyX = x.Entropy(() => entropy(left.Similarity, ProgressPart.Of(options, 0, 3)));
        Information entropyY = y.Entropy(() => entropy(right.Similarity, ProgressPart.Of(options, 1, 3)));
        Information joint = entropy(Similarity.Join(left.Similarity, right.Similarity), ProgressPart.Of(options, 2, 3));
        options.Progress?.Report(1);

        return new MutualInformationEstimate
        {
            Value = entropyX + entropyY - joint,
            EntropyX = entropyX,
            EntropyY = entropyY,
            JointEntropy = joint,
            SampleCount = x.Count,
            Estimator = estimator,
            Diagnostics = new EstimateDiagnostics
            {
                Backend = options.Backend.Name,
                Elapsed = Stopwatch.GetElapsedTime(startTimestamp),
                AlphabetSizeX = left.Similarity.Partition?.AlphabetSize,
                AlphabetSizeY = right.Similarity.Partition?.AlphabetSize,
                BandwidthX = left.Bandwidth,
                BandwidthY = right.Bandwidth,
            },
        };
    }
}
