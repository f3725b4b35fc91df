namespace MutualInfo.Kernels.Primitives;

/// <summary>Rényi entropies of the orders 2, 3 and 4: sums over the Gram matrix or its square, without eigenvalues.</summary>
internal static class TraceEntropy
{
    /// <summary>The entropy, and what the trace tells of the mean similarity of different samples.</summary>
    public static (Information Entropy, double MeanSimilarity) Of(Similarity similarity, double order, EstimationOptions options)
    {
        double trace = order == 2 ? options.Backend.SquaredNorm(similarity, options) : options.Backend.TraceOfPower(similarity, (int)order, options);
        double normalized = trace / Math.Pow(similarity.Count, order);
        return (
            Information.FromNats(SpectralEntropy.OfTraceNats(normalized, order)),
            order == 2
                ? SpectralEntropy.RootMeanSquareSimilarity(normalized, similarity.Count)
                : SpectralEntropy.EqualSimilarity(normalized, order, similarity.Count));
    }
}
