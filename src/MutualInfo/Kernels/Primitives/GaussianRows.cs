using System.Numerics.Tensors;

namespace MutualInfo.Kernels.Primitives;

/// <summary>Rows of the Gram matrix of a Gaussian similarity: their sums, or the rows themselves.</summary>
internal static class GaussianRows
{
    // Rows that one work item takes: large enough to be worth a hand-over, small enough to stop soon after a cancellation.
    private const int RowsPerItem = 16;

    // e^−708 is 3e−308: nothing beside the 1 of every row. Below it the framework's exponential rounds all lanes of a vector another way,
    // and which numbers share a vector depends on where the tile lies in memory.
    private const double LeastExponent = -708;

    /// <summary>Computes Σⱼ exp(exponent·‖uᵢ − uⱼ‖²) for every row; exponent −½ gives k, −1 gives k².</summary>
    /// <remarks>A row belongs to one thread and sums its tiles in order, so the bits do not depend on the number of threads.</remarks>
    public static void Sums(SquaredDistances distances, double exponent, Memory<double> destination, EstimationOptions options)
    {
        ForRows(distances.Count, options, row =>
        {
            Span<double> tile = stackalloc double[SquaredDistances.TileSize];
            double sum = 0;
            for (int start = 0; start < distances.Count; start += SquaredDistances.TileSize)
            {
                distances.ToTile(row, start / SquaredDistances.TileSize, tile);
                Similarities(tile, exponent);
                sum += OrderedSum.Of(tile[..Math.Min(SquaredDistances.TileSize, distances.Count - start)]);
            }

            destination.Span[row] = sum;
        });
    }

    /// <summary>Computes the whole Gram matrix exp(−½‖uᵢ − uⱼ‖²), n × n, row-major. Symmetric to the last bit, with ones on the diagonal.</summary>
    public static void Matrix(SquaredDistances distances, double[] destination, EstimationOptions options)
    {
        int n = distances.Count;
        ForRows(n, options, row =>
        {
            Span<double> tile = stackalloc double[SquaredDistances.TileSize];
            for (int start = 0; start < n; start += SquaredDistances.TileSize)
            {
                distances.ToTile(row, start / SquaredDistances.TileSize, tile);
                Similarities(tile, -0.5);
                tile[..Math.Min(SquaredDistances.TileSize, n - start)].CopyTo(destination.AsSpan(row * n + start));
            }
        });
    }

    /// <summary>Computes the lower triangle of the Gram matrix, rows a stride apart. Entries right of the diagonal are left alone.</summary>
    public static unsafe void LowerTriangle(SquaredDistances distances, double* destination, nint stride, EstimationOptions options)
    {
        ForRows(distances.Count, options, row =>
        {
            Span<double> tile = stackalloc double[SquaredDistances.TileSize];
            for (int start = 0; start <= row; start += SquaredDistances.TileSize)
            {
                distances.ToTile(row, start / SquaredDistances.TileSize, tile);
                Similarities(tile, -0.5);
                int wanted = Math.Min(SquaredDistances.TileSize, row + 1 - start);
                tile[..wanted].CopyTo(new Span<double>(destination + row * stride + start, wanted));
            }
        });
    }

    // Always a whole tile, padding too: the exponential of a few left-over numbers is not the one of a full register, to the bit, and
    // k(i, j) would differ from k(j, i).
    private static void Similarities(Span<double> squaredDistances, double exponent)
    {
        TensorPrimitives.Multiply(squaredDistances, exponent, squaredDistances);
        TensorPrimitives.Max(squaredDistances, LeastExponent, squaredDistances);
        TensorPrimitives.Exp<double>(squaredDistances, squaredDistances);
    }

    private static void ForRows(int count, EstimationOptions options, Action<int> row)
    {
        int items = (count + RowsPerItem - 1) / RowsPerItem;
        int done = 0;
        Parallel.For(0, items, ParallelWork.Options(options), item =>
        {
            int end = Math.Min(count, (item + 1) * RowsPerItem);
            for (int i = item * RowsPerItem; i < end; i++)
            {
                options.CancellationToken.ThrowIfCancellationRequested();
                row(i);
            }

            options.Progress?.Report((double)Interlocked.Increment(ref done) / items);
        });
    }
}
