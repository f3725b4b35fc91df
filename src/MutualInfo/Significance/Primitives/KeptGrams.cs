using MutualInfo.Discrete.Primitives;
using MutualInfo.Internal;
using MutualInfo.Kernels;
using MutualInfo.Kernels.Primitives;

namespace MutualInfo.Significance.Primitives;

/// <summary>
/// The kernel estimators that need no eigenvalues, for wide samples: both Gram matrices are filled once, and a permutation only
/// multiplies their entries and adds up rows, whatever the dimension.
/// </summary>
/// <remarks>
/// Narrow samples are as quick to compare again in vectors as two matrices are to read in a random order (32 numbers to a pair is
/// where the two meet on the machine that this was measured on, 64 where nothing is left to chance). What decides looks at n and
/// the dimensions alone, so that bits depend on nothing else.
/// </remarks>
internal sealed class KeptGrams : PermutedInformation
{
    private const int LeastDimension = 64;

    // Beyond that two matrices leave the caches, and reading them in a random order takes some three times as long.
    private const int LargestCached = 1024;
    private const int LeastDimensionUncached = 192;
    private const long MostBytes = 512L << 20;

    private readonly double[]? _x;
    private readonly double[]? _y;
    private readonly Symbols? _labelsOfX;
    private readonly Symbols? _labelsOfY;
    private readonly int _count;
    private readonly Func<double[], double> _information;

    private KeptGrams(Similarity x, Similarity y, int power, Func<double[], double> information, EstimationOptions options)
    {
        _count = x.Count;
        _labelsOfX = x.Partition;
        _labelsOfY = y.Partition;
        _x = Filled(x, power, options);
        _y = Filled(y, power, options);
        _information = information;
    }

    /// <summary>Keeps the Gram matrices of two variables; null where that is not worth it.</summary>
    /// <param name="pair">Both variables, at least one of them samples.</param>
    /// <param name="power">The power of the similarities that is added up, 1 or 2.</param>
    /// <param name="information">
    /// The information, in nats, of the row sums of the joint Gram matrix; it may write over them.
    /// </param>
    /// <param name="options">Backend, threads, cancellation.</param>
    public static KeptGrams? Of(RepresentationPair pair, int power, Func<double[], double> information, EstimationOptions options)
    {
        Similarity x = ((SimilarityRepresentation)pair.X).Similarity;
        Similarity y = ((SimilarityRepresentation)pair.Y).Similarity;
        int matrices = (x.Dimension > 0 ? 1 : 0) + (y.Dimension > 0 ? 1 : 0);
        // A constant has neither coordinates nor symbols: nothing about it is worth keeping.
        bool isCovered = matrices == 2 || (matrices == 1 && (x.Partition ?? y.Partition) is not null);
        int leastDimension = x.Count <= LargestCached ? LeastDimension : LeastDimensionUncached;
        bool isWorthIt = x.Dimension + y.Dimension >= leastDimension && 8L * x.Count * x.Count * matrices <= MostBytes;
        return isCovered && isWorthIt && options.Backend is CpuBackend ? new KeptGrams(x, y, power, information, options) : null;
    }

    public override double Nats(ReadOnlySpan<int> order, EstimationOptions options)
    {
        double[] sums = new double[_count];
        if (_x is not null && _y is not null)
            SumProducts(_x, _y, order, sums, options.CancellationToken);
        else
            SumWithinSymbols(order, sums, options.CancellationToken);
        return _information(sums);
    }

    /// <summary>The Gram matrix of samples, or its squares; null for symbols.</summary>
    public static double[]? Filled(Similarity similarity, int power, EstimationOptions options)
    {
        if (similarity.Dimension == 0)
            return null;
        double[] gram = GC.AllocateUninitializedArray<double>(similarity.Count * similarity.Count);
        GaussianGram.Fill(Samples.FromRows(similarity.Coordinates, similarity.Dimension), 1, gram, options);
        if (power == 2)
            System.Numerics.Tensors.TensorPrimitives.Multiply(gram, gram, gram);
        return gram;
    }

    /// <summary>Σⱼ kx(i, j)·ky(order[i], order[j]) for each i.</summary>
    private static unsafe void SumProducts(double[] x, double[] y, ReadOnlySpan<int> order, double[] sums, CancellationToken token)
    {
        int n = sums.Length;
        fixed (double* firstX = x, firstY = y)
        fixed (int* columns = order)
        {
            for (int i = 0; i < n; i++)
            {
                if (i % 64 == 0)
                    token.ThrowIfCancellationRequested();
                double* rowX = firstX + (nint)i * n;
                double* rowY = firstY + (nint)columns[i] * n;
                // Four chains hide the latency of the addition.
                double sum0 = 0, sum1 = 0, sum2 = 0, sum3 = 0;
                int j = 0;
                for (; j + 3 < n; j += 4)
                {
                    sum0 += rowX[j] * rowY[columns[j]];
                    sum1 += rowX[j + 1] * rowY[columns[j + 1]];
                    sum2 += rowX[j + 2] * rowY[columns[j + 2]];
                    sum3 += rowX[j + 3] * rowY[columns[j + 3]];
                }

                for (; j < n; j++)
                    sum0 += rowX[j] * rowY[columns[j]];
                sums[i] = sum0 + sum1 + (sum2 + sum3);
            }
        }
    }

    /// <summary>
    /// Σⱼ k(i, j) over the samples j that share the symbol of i. The sums are in the order of the samples, whichever variable
    /// they are.
    /// </summary>
    private void SumWithinSymbols(ReadOnlySpan<int> order, double[] sums, CancellationToken token)
    {
        Symbols labels = (_labelsOfX ?? _labelsOfY)!;
        double[] gram = (_x ?? _y)!;
        using Rented<int> paired = new(_count);
        // Where y is the samples, sample order[i] of y meets symbol i of x.
        for (int i = 0; i < _count; i++)
        {
            if (_labelsOfX is null)
                paired.Span[i] = labels.Codes[order[i]];
            else
                paired.Span[order[i]] = labels.Codes[i];
        }

        Symbols assigned = new(paired.Span.ToArray(), labels.Histogram.ToArray());
        using ClassBlocks blocks = new(Similarity.Delta(assigned));
        for (int block = 0; block < blocks.BlockCount; block++)
        {
            token.ThrowIfCancellationRequested();
            SumWithin(gram, blocks.Rows(block), sums);
        }
    }

    private void SumWithin(double[] gram, ReadOnlySpan<int> rows, double[] sums)
    {
        foreach (int row in rows)
        {
            ReadOnlySpan<double> similarities = gram.AsSpan(row * _count, _count);
            double even = 0, odd = 0;
            int j = 0;
            for (; j + 1 < rows.Length; j += 2)
            {
                even += similarities[rows[j]];
                odd += similarities[rows[j + 1]];
            }

            if (j < rows.Length)
                even += similarities[rows[j]];
            sums[row] = even + odd;
        }
    }
}
