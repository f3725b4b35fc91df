using MutualInfo.Internal;

namespace MutualInfo.Kernels.Primitives;

/// <summary>Matrix Rényi at several orders, from one spectrum of each variable and one of each joint.</summary>
/// <remarks>
/// The orders 2, 3 and 4 are computed as ever, without eigenvalues, so that every order gives the bits that it gives by itself.
/// </remarks>
internal static class MatrixRenyiSweep
{
    /// <summary>Measures the entropies of one variable, and keeps them.</summary>
    public static void Measure(IReadOnlyList<IMutualInformationEstimator> variants, Representation[] variable, EstimationOptions options) =>
        Keep(variable, Entropies([.. variants.Cast<MatrixRenyiEstimator>()], [Of(variable)], options)[0]);

    /// <summary>Measures pairs of variables: every entropy that is not known yet is handed over in one call.</summary>
    public static MutualInformationEstimate[][] Measure(
        IReadOnlyList<IMutualInformationEstimator> variants, IReadOnlyList<VariantsPair> pairs, EstimationOptions options, long startTimestamp)
    {
        MatrixRenyiEstimator[] estimators = [.. variants.Cast<MatrixRenyiEstimator>()];
        // First the joint variables, in the order of the pairs; behind them what is still to be known of single ones.
        List<Similarity> asked = [.. pairs.Select(pair => Similarity.Join(Of(pair.X), Of(pair.Y)))];
        IReadOnlyList<Representation[]> unknown = VariantsPair.Unknown(pairs);
        asked.AddRange(unknown.Select(Of));

        Entropy[][] entropies = Entropies(estimators, asked, options);
        for (int i = 0; i < unknown.Count; i++)
            Keep(unknown[i], entropies[pairs.Count + i]);
        MutualInformationEstimate[][] estimates =
        [
            .. pairs.Select((pair, i) => KernelMeasurement.Assemble(
                variants,
                pair,
                [.. entropies[i].Select(entropy => (entropy.Amount, asked[i]))],
                (variant, similarity) => estimators[variant].Structure(similarity, options),
                options)),
        ];
        options.Progress?.Report(1);
        return EstimateTime.Share(estimates, startTimestamp);
    }

    /// <summary>The entropies of every similarity under every estimator.</summary>
    private static Entropy[][] Entropies(MatrixRenyiEstimator[] estimators, IReadOnlyList<Similarity> similarities, EstimationOptions options)
    {
        // Each whole order is a part of the work, and all spectra together are one.
        int whole = estimators.Count(estimator => estimator.IsWholeOrder);
        int parts = whole + (whole < estimators.Length ? 1 : 0);
        IReadOnlyList<double[]>? spectra =
            whole < estimators.Length ? options.Backend.Spectra(similarities, ProgressPart.Of(options, 0, parts)) : null;

        Entropy[][] entropies = [.. similarities.Select(_ => new Entropy[estimators.Length])];
        int part = parts - whole;
        for (int variant = 0; variant < estimators.Length; variant++)
        {
            MatrixRenyiEstimator estimator = estimators[variant];
            options.CancellationToken.ThrowIfCancellationRequested();
            EstimationOptions share = estimator.IsWholeOrder ? ProgressPart.Of(options, part++, parts) : options;
            for (int i = 0; i < similarities.Count; i++)
            {
                entropies[i][variant] = estimator.IsWholeOrder
                    ? OfTrace(estimator, similarities[i], ProgressPart.Of(share, i, similarities.Count))
                    : OfSpectrum(estimator, spectra![i]);
            }
        }

        return entropies;
    }

    private static Entropy OfSpectrum(MatrixRenyiEstimator estimator, double[] eigenvalues) => new(
        Information.FromNats(SpectralEntropy.Nats(eigenvalues, estimator.Order)),
        SpectralEntropy.RootMeanSquareSimilarity(SpectralEntropy.TraceOfSquare(eigenvalues), eigenvalues.Length));

    private static Entropy OfTrace(MatrixRenyiEstimator estimator, Similarity similarity, EstimationOptions options)
    {
        (Information amount, double meanSimilarity) = TraceEntropy.Of(similarity, estimator.Order, options);
        return new Entropy(amount, meanSimilarity);
    }

    private static void Keep(Representation[] variable, Entropy[] entropies)
    {
        for (int i = 0; i < variable.Length; i++)
        {
            variable[i].Keep(entropies[i].Amount);
            ((SimilarityRepresentation)variable[i]).MeanSimilarity = entropies[i].MeanSimilarity;
        }
    }

    private static Similarity Of(Representation[] variable) => ((SimilarityRepresentation)variable[0]).Similarity;

    private readonly record struct Entropy(Information Amount, double MeanSimilarity);
}
