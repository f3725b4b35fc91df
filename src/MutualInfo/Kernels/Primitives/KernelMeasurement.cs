using MutualInfo.Internal;

namespace MutualInfo.Kernels.Primitives;

/// <summary>Join and measure, for both kernel estimators: they differ in the entropies of similarities alone.</summary>
internal static class KernelMeasurement
{
    /// <summary>Measures pairs of similarities: every entropy that is not known yet is handed over in one call.</summary>
    public static MutualInformationEstimate[] Measure(
        IMutualInformationEstimator estimator,
        IReadOnlyList<RepresentationPair> pairs,
        Func<IReadOnlyList<Similarity>, EstimationOptions, Information[]> entropies,
        Func<Similarity, GramStructure?> structure,
        EstimationOptions options,
        long startTimestamp)
    {
        // First the joint variables, in the order of the pairs; behind them what is still to be known of single ones.
        List<Similarity> asked = [.. pairs.Select(pair => Similarity.Join(Of(pair.X), Of(pair.Y)))];
        List<Representation> unknown = [.. pairs.SelectMany(pair => new[] { pair.X, pair.Y }).Distinct().Where(variable => variable.KnownEntropy is null)];
        asked.AddRange(unknown.Select(Of));

        Information[] measured = entropies(asked, options);
        for (int i = 0; i < unknown.Count; i++)
            unknown[i].Keep(measured[pairs.Count + i]);
        options.Progress?.Report(1);

        return EstimateTime.Share(
            [.. pairs.Select((pair, i) => Estimate(estimator, pair, measured[i], Diagnostics(pair, asked[i], structure, options)))],
            startTimestamp);
    }

    /// <summary>
    /// Makes the estimates of a pair by variants that have measured the joint entropies, each its own, and keep those of the variables.
    /// </summary>
    public static MutualInformationEstimate[] Assemble(
        IReadOnlyList<IMutualInformationEstimator> variants,
        VariantsPair pair,
        IReadOnlyList<(Information Entropy, Similarity Similarity)> joints,
        Func<int, Similarity, GramStructure?> structure,
        EstimationOptions options) =>
    [
        .. variants.Select((variant, i) => Estimate(
            variant,
            pair.Of(i),
            joints[i].Entropy,
            Diagnostics(pair.Of(i), joints[i].Similarity, similarity => structure(i, similarity), options))),
    ];

    private static Similarity Of(Representation variable) => ((SimilarityRepresentation)variable).Similarity;

    private static MutualInformationEstimate Estimate(
        IMutualInformationEstimator estimator, RepresentationPair pair, Information joint, EstimateDiagnostics diagnostics)
    {
        Information entropyX = pair.X.KnownEntropy!.Value;
        Information entropyY = pair.Y.KnownEntropy!.Value;
        return new MutualInformationEstimate
        {
            Value = entropyX + entropyY - joint,
            EntropyX = entropyX,
            EntropyY = entropyY,
            JointEntropy = joint,
            SampleCount = pair.X.Count,
            Estimator = estimator,
            Diagnostics = diagnostics,
        };
    }

    private static EstimateDiagnostics Diagnostics(
        RepresentationPair pair, Similarity joint, Func<Similarity, GramStructure?> structure, EstimationOptions options)
    {
        SimilarityRepresentation x = (SimilarityRepresentation)pair.X;
        SimilarityRepresentation y = (SimilarityRepresentation)pair.Y;
        return new EstimateDiagnostics
        {
            Backend = options.Backend.Name,
            Elapsed = TimeSpan.Zero,
            FormX = x.Form,
            FormY = y.Form,
            AreSame = x.Similarity.IsSameAs(y.Similarity),
            AlphabetSizeX = x.Similarity.Partition?.AlphabetSize,
            AlphabetSizeY = y.Similarity.Partition?.AlphabetSize,
            BandwidthX = x.Bandwidth,
            BandwidthY = y.Bandwidth,
            MeanSimilarityX = Known(x.MeanSimilarity),
            MeanSimilarityY = Known(y.MeanSimilarity),
            StructureX = structure(x.Similarity),
            StructureY = structure(y.Similarity),
            JointStructure = structure(joint),
        };
    }

    private static double? Known(double figure) => double.IsNaN(figure) ? null : figure;
}
