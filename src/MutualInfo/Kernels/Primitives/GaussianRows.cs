using System.Numerics.Tensors;

namespace MutualInfo.Kernels.Primitives;

/// <summary>Rows of the Gram matrix of a Gaussian similarity: their sums, or the rows themselves.</summary>
internal static class GaussianRows
{
    // e^−708 is 3e−308: nothing beside the 1 of every row. Below it the framework's exponential rounds all lanes of a vector another way,
    // and which numbers share a vector depends on where the tile lies in memory.
    private const double LeastExponent = -708;

    /// <summary>Computes Σⱼ exp(exponent·‖uᵢ − uⱼ‖²) for every row; exponent −½ gives k, −1 gives k².</summary>
    /// <remarks>A row belongs to one thread and sums its tiles in order, so the bits do not depend on the number of threads.</remarks>
    public static void Sums(SquaredDistances distances, double exponent, Memory<double> destination, EstimationOptions options)
    {
        ParallelWork.ForRows(distances.Count, options, row =>
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
        ParallelWork.ForRows(n, options, row =>
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

    // Always a whole tile, padding too: the exponential of a few left-over numbers is not the one of a full register, to the bit, and
    // k(i, j) would differ from k(j, i).
    private static void Similarities(Span<double> squaredDistances, double exponent)
    {
        TensorPrimitives.Multiply(squaredDistances, exponent, squaredDistances);
        TensorPrimitives.Max(squaredDistances, LeastExponent, squaredDistances);
        TensorPrimitives.Exp<double>(squaredDistances, squaredDistances);
    }
}
