using System.Numerics;
using System.Runtime.CompilerServices;
using MutualInfo.Internal;

namespace MutualInfo.Kernels.Primitives;

/// <summary>Squared Euclidean distances from one sample to all samples, by direct differences.</summary>
/// <remarks>
/// <para>
/// Samples are packed into tiles of <see cref="TileSize"/>, feature-major: feature k of sample j of a tile is <c>tile[k·TileSize + j]</c>.
/// Lanes run over samples, not features, so a layer of width 3 fills a register as well as one of width 784.
/// </para>
/// <para>
/// Differences are squared, rather than ‖x‖² + ‖y‖² − 2x·y expanded: the expansion cancels for close samples, and those matter most
/// under a narrow bandwidth. The distance of i to j and of j to i are the same bits, and that of i to i is exactly 0.
/// </para>
/// </remarks>
internal sealed class SquaredDistances
{
    public const int TileSize = 64;

    private readonly double[] _tiles;
    private readonly int _dimension;

    /// <summary>Packs samples of shape (n, d), row-major.</summary>
    public SquaredDistances(ReadOnlySpan<double> coordinates, int count, int dimension)
    {
        Count = count;
        _dimension = dimension;
        int tiles = (count + TileSize - 1) / TileSize;
        long packed = (long)tiles * TileSize * dimension;
        if (packed > Array.MaxLength)
            Throw.OutOfRange(nameof(dimension), dimension, FormattableString.Invariant($"{packed} numbers of {count} samples to fit one array of {Array.MaxLength}; use fewer samples or narrower layers"));
        _tiles = new double[packed];
        for (int row = 0; row < count; row++)
        {
            int at = row / TileSize * TileSize * dimension + row % TileSize;
            for (int k = 0; k < dimension; k++)
                _tiles[at + k * TileSize] = coordinates[row * dimension + k];
        }
    }

    /// <summary>Gets n.</summary>
    public int Count { get; }

    /// <summary>Gets the length that a buffer for one sample's distances needs: n rounded up to whole tiles.</summary>
    public int PaddedCount => (Count + TileSize - 1) / TileSize * TileSize;

    /// <summary>Computes the squared distances from one sample to the samples of one tile.</summary>
    /// <param name="row">The sample.</param>
    /// <param name="tile">The index of the tile.</param>
    /// <param name="destination">Receives <see cref="TileSize"/> numbers; those beyond the last sample are distances to padding.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // Fast from the first call: a short run may never reach the optimising tier.
    public void ToTile(int row, int tile, Span<double> destination)
    {
        ReadOnlySpan<double> sample = _tiles.AsSpan(row / TileSize * TileSize * _dimension + row % TileSize);
        ReadOnlySpan<double> others = _tiles.AsSpan(tile * TileSize * _dimension, TileSize * _dimension);

        // Eight accumulators hide the latency of the multiply-add; TileSize is a multiple of eight vectors of any width up to 512 bits.
        int width = Vector<double>.Count;
        for (int lane = 0; lane < TileSize; lane += 8 * width)
        {
            Vector<double> sum0 = default, sum1 = default, sum2 = default, sum3 = default;
            Vector<double> sum4 = default, sum5 = default, sum6 = default, sum7 = default;
            for (int k = 0; k < _dimension; k++)
            {
                Vector<double> own = new(sample[k * TileSize]);
                ReadOnlySpan<double> feature = others.Slice(k * TileSize + lane, 8 * width);
                sum0 = AddSquare(sum0, own - new Vector<double>(feature));
                sum1 = AddSquare(sum1, own - new Vector<double>(feature[width..]));
                sum2 = AddSquare(sum2, own - new Vector<double>(feature[(2 * width)..]));
                sum3 = AddSquare(sum3, own - new Vector<double>(feature[(3 * width)..]));
                sum4 = AddSquare(sum4, own - new Vector<double>(feature[(4 * width)..]));
                sum5 = AddSquare(sum5, own - new Vector<double>(feature[(5 * width)..]));
                sum6 = AddSquare(sum6, own - new Vector<double>(feature[(6 * width)..]));
                sum7 = AddSquare(sum7, own - new Vector<double>(feature[(7 * width)..]));
            }

            Span<double> target = destination.Slice(lane, 8 * width);
            sum0.CopyTo(target);
            sum1.CopyTo(target[width..]);
            sum2.CopyTo(target[(2 * width)..]);
            sum3.CopyTo(target[(3 * width)..]);
            sum4.CopyTo(target[(4 * width)..]);
            sum5.CopyTo(target[(5 * width)..]);
            sum6.CopyTo(target[(6 * width)..]);
            sum7.CopyTo(target[(7 * width)..]);
        }
    }

    /// <summary>Computes the squared distances from one sample to all, n of them, in tile order.</summary>
    /// <param name="row">The sample.</param>
    /// <param name="destination">Receives n numbers; must have room for <see cref="PaddedCount"/>.</param>
    public void ToAll(int row, Span<double> destination)
    {
        for (int tile = 0; tile * TileSize < Count; tile++)
            ToTile(row, tile, destination.Slice(tile * TileSize, TileSize));
    }

    private static Vector<double> AddSquare(Vector<double> sum, Vector<double> difference) =>
        Vector.MultiplyAddEstimate(difference, difference, sum);
}
