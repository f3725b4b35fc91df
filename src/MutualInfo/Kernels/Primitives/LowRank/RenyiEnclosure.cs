using System.Numerics;
using MutualInfo.Internal;

namespace MutualInfo.Kernels.Primitives.LowRank;

/// <summary>The public enclosures of the matrix Rényi estimator: check, represent, enclose.</summary>
internal static class RenyiEnclosure
{
    public static EntropyEnclosure Entropy<T>(
        MatrixRenyiEstimator estimator, Samples<T> x, EnclosureLimits? limits, EstimationOptions? options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Guard.NotEmpty(x, nameof(x));
        EstimationOptions how = options ?? EstimationOptions.Default;
        how.CancellationToken.ThrowIfCancellationRequested();
        return Enclose(estimator, SimilarityOf(estimator, x, nameof(x), how), limits, how);
    }

    public static InformationEnclosure Information<T>(
        MatrixRenyiEstimator estimator, Samples<T> x, Symbols y, EnclosureLimits? limits, EstimationOptions? options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Guard.NotEmpty(x, nameof(x));
        Guard.NotEmpty(y, nameof(y));
        EstimationOptions how = Begin(x.Count, y.Count, options);
        return Information(estimator, SimilarityOf(estimator, x, nameof(x), how), Similarity.Delta(y), limits, how);
    }

    public static InformationEnclosure Information<T>(
        MatrixRenyiEstimator estimator, Samples<T> x, Samples<T> y, EnclosureLimits? limits, EstimationOptions? options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Guard.NotEmpty(x, nameof(x));
        Guard.NotEmpty(y, nameof(y));
        EstimationOptions how = Begin(x.Count, y.Count, options);
        return Information(
            estimator, SimilarityOf(estimator, x, nameof(x), how), SimilarityOf(estimator, y, nameof(y), how), limits, how);
    }

    private static InformationEnclosure Information(
        MatrixRenyiEstimator estimator, Similarity x, Similarity y, EnclosureLimits? limits, EstimationOptions options) => new()
        {
            EntropyX = Enclose(estimator, x, limits, ProgressPart.Of(options, 0, 3)),
            EntropyY = Enclose(estimator, y, limits, ProgressPart.Of(options, 1, 3)),
            JointEntropy = Enclose(estimator, Similarity.Join(x, y), limits, ProgressPart.Of(options, 2, 3)),
        };

    private static EntropyEnclosure Enclose(
        MatrixRenyiEstimator estimator, Similarity similarity, EnclosureLimits? limits, EstimationOptions options) =>
        new Enclosing(similarity, estimator.Order, limits ?? EnclosureLimits.Default, options).Enclose();

    private static Similarity SimilarityOf<T>(
        MatrixRenyiEstimator estimator, Samples<T> samples, string paramName, EstimationOptions options)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Primitives.SimilarityOf.Samples(samples, paramName, estimator.Bandwidth, estimator.Scaling, 1, options).Similarity;

    private static EstimationOptions Begin(int x, int y, EstimationOptions? options)
    {
        if (x != y)
            Throw.CountsDiffer(x, y);
        EstimationOptions how = options ?? EstimationOptions.Default;
        how.CancellationToken.ThrowIfCancellationRequested();
        return how;
    }
}
