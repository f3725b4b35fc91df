using MutualInfo.Internal;

namespace MutualInfo.Kernels.Primitives;

/// <summary>Matrix Rényi at several orders, from one spectrum of each variable and one of the joint.</summary>
/// <remarks>
/// The orders 2, 3 and 4 are computed as ever, without eigenvalues, so that every order gives the bits that it gives by itself.
/// </remarks>
internal static class MatrixRenyiSweep
{
    public static MutualInformationEstimate[] Measure(
        IReadOnlyList<IMutualInformationEstimator> variants,
        Representation[] x,
        Representation[] y,
        EstimationOptions options,
        long startTimestamp)
    {
        Similarity ofX = ((SimilarityRepresentation)x[0]).Similarity;
        Similarity ofY = ((SimilarityRepresentation)y[0]).Similarity;
        Similarity[] similarities = [Similarity.Join(ofX, ofY), ofX, ofY];
        MatrixRenyiEstimator[] estimators = [.. variants.Cast<MatrixRenyiEstimator>()];
        // Each whole order is a part of the work, and all spectra together are one.
        int whole = estimators.Count(estimator => estimator.IsWholeOrder);
        int parts = whole + (whole < estimators.Length ? 1 : 0);
        IReadOnlyList<double[]>? spectra =
            whole < estimators.Length ? options.Backend.Spectra(similarities, ProgressPart.Of(options, 0, parts)) : null;

        (Information, Similarity)[] joints = new (Information, Similarity)[estimators.Length];
        int part = parts - whole;
        for (int i = 0; i < estimators.Length; i++)
        {
            options.CancellationToken.ThrowIfCancellationRequested();
            EstimationOptions share = estimators[i].IsWholeOrder ? ProgressPart.Of(options, part++, parts) : options;
            (Information Amount, double MeanSimilarity)[] entropies = Entropies(estimators[i], similarities, spectra, share);
            joints[i] = (entropies[0].Amount, similarities[0]);
            Keep(x[i], entropies[1]);
            Keep(y[i], entropies[2]);
        }

        RepresentationPair[] pairs = [.. x.Zip(y, (left, right) => new RepresentationPair(left, right))];
        return KernelMeasurement.Assemble(
            variants, pairs, joints, (i, similarity) => estimators[i].Structure(similarity, options), options, startTimestamp);
    }

    private static void Keep(Representation variable, (Information Amount, double MeanSimilarity) entropy)
    {
        variable.Keep(entropy.Amount);
        ((SimilarityRepresentation)variable).MeanSimilarity = entropy.MeanSimilarity;
    }

    private static (Information, double)[] Entropies(
        MatrixRenyiEstimator estimator, Similarity[] similarities, IReadOnlyList<double[]>? spectra, EstimationOptions options) =>
        estimator.IsWholeOrder
            ? [.. similarities.Select((similarity, i) => WholeOrder(estimator, similarity, ProgressPart.Of(options, i, similarities.Length)))]
            : [.. spectra!.Select(eigenvalues => (
                Information.FromNats(SpectralEntropy.Nats(eigenvalues, estimator.Order)),
                SpectralEntropy.RootMeanSquareSimilarity(SpectralEntropy.TraceOfSquare(eigenvalues), eigenvalues.Length)))];

    private static (Information, double) WholeOrder(MatrixRenyiEstimator estimator, Similarity similarity, EstimationOptions options)
    {
        Information entropy = estimator.WholeOrder(similarity, options);
        // The orders 3 and 4 do not tell it.
        return (entropy, estimator.Order == 2 ? similarity.MeanSimilarity : double.NaN);
    }
}
