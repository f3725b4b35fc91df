using System.Numerics.Tensors;
using MutualInfo.Internal;
using MutualInfo.Kernels;
using MutualInfo.Kernels.Primitives;

namespace MutualInfo.Significance.Primitives;

/// <summary>
/// Matrix Rényi of the orders that take a spectrum or a product of matrices: the Gram matrices of both variables are filled once, and a
/// permutation multiplies their entries, whatever the dimension.
/// </summary>
/// <remarks>
/// The product of two exponentials is the exponential of a sum to rounding, so values are those of the permuted samples measured anew to
/// rounding, as those of <see cref="KeptGrams"/>.
/// </remarks>
internal sealed class KeptSpectra : PermutedInformation
{
    private const long MostBytes = 512L << 20;

    private readonly MatrixRenyiEstimator _estimator;
    private readonly Similarity _similarityX;
    private readonly Similarity _similarityY;
    private readonly double[]? _x;
    private readonly double[]? _y;
    private readonly Symbols _distinctX;
    private readonly Symbols _distinctY;
    private readonly double _marginalNats;

    private KeptSpectra(MatrixRenyiEstimator estimator, Similarity x, Similarity y, double marginalNats, EstimationOptions options)
    {
        (_estimator, _similarityX, _similarityY, _marginalNats) = (estimator, x, y, marginalNats);
        _x = KeptGrams.Filled(x, 1, options);
        _y = KeptGrams.Filled(y, 1, options);
        _distinctX = DistinctBlocks.Distinct(x);
        _distinctY = DistinctBlocks.Distinct(y);
    }

    public override bool TakesAllCores => ManyEstimates.TakesAllCores(_estimator, _similarityX.Count);

    /// <summary>Keeps the Gram matrices of two variables; null where they do not fit 512 MB, or there is none to keep.</summary>
    public static KeptSpectra? Of(MatrixRenyiEstimator estimator, RepresentationPair pair, EstimationOptions options)
    {
        Similarity x = ((SimilarityRepresentation)pair.X).Similarity;
        Similarity y = ((SimilarityRepresentation)pair.Y).Similarity;
        int matrices = (x.Dimension > 0 ? 1 : 0) + (y.Dimension > 0 ? 1 : 0);
        bool isWorthIt = matrices > 0 && IsEither(x) && IsEither(y) && sizeof(double) * (long)x.Count * x.Count * matrices <= MostBytes;
        return isWorthIt && options.Backend is CpuBackend
            ? new KeptSpectra(estimator, x, y, (pair.X.KnownEntropy!.Value + pair.Y.KnownEntropy!.Value).Nats, options)
            : null;
    }

    public override double Nats(ReadOnlySpan<int> order, EstimationOptions options)
    {
        Symbols distinct = Symbols.Join(_distinctX, _distinctY.Permuted(order));
        BlockStructure structure = new(distinct, Partition(order));
        KeptBlocks blocks = new(structure, _x, _y, order.ToArray());
        return _marginalNats - (_estimator.IsWholeOrder ? WholeOrder(blocks, options) : Spectral(blocks, options));
    }

    // A variable by itself is samples or symbols; a constant is neither.
    private static bool IsEither(Similarity similarity) => similarity.Dimension > 0 != similarity.Partition is not null;

    private Symbols? Partition(ReadOnlySpan<int> order) => _similarityX.Partition ?? _similarityY.Partition?.Permuted(order);

    private double WholeOrder(KeptBlocks blocks, EstimationOptions options)
    {
        double trace = PowerTraces.Of(blocks, (int)_estimator.Order, options);
        return SpectralEntropy.OfTraceNats(trace / Math.Pow(_similarityX.Count, _estimator.Order), _estimator.Order);
    }

    private double Spectral(KeptBlocks blocks, EstimationOptions options)
    {
        double[] eigenvalues = new double[_similarityX.Count];
        BlockSpectra.Compute([blocks], [eigenvalues], options);
        TensorPrimitives.Divide(eigenvalues, eigenvalues.Length, eigenvalues);
        Array.Sort(eigenvalues);
        return SpectralEntropy.Nats(eigenvalues, _estimator.Order);
    }
}
