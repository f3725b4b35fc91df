using ILGPU;
using MutualInfo.Kernels.Primitives.Device;

namespace MutualInfo.Gpu.Ilgpu.Kernels;

/// <summary>One tile of a weighted Gram matrix: where its samples are, and where the matrix lies that it is part of.</summary>
/// <param name="FirstRow">Its first row in the matrix.</param>
/// <param name="FirstColumn">Its first column in the matrix.</param>
/// <param name="Vectors">Where the weights of the matrix begin.</param>
/// <param name="Size">The order of the matrix.</param>
/// <param name="Coordinates">Where the coordinates of its samples begin.</param>
/// <param name="Dimension">The features of its samples.</param>
/// <param name="Matrix">Where the matrix begins.</param>
internal readonly record struct GramTile(int FirstRow, int FirstColumn, int Vectors, int Size, long Coordinates, int Dimension, long Matrix);

/// <summary>Weighted Gram matrices: the tiles on and above the diagonal, which is all that the reduction reads.</summary>
internal static class GramKernel
{
    /// <summary>Computes one tile. One group of l × l threads for a tile.</summary>
    public static void Store(ArrayView<double> coordinates, ArrayView<double> weights, ArrayView<GramTile> tiles, ArrayView<double> matrices)
    {
        ArrayView<double> rows = SharedMemory.Allocate<double>(PairTile.StageLength);
        ArrayView<double> columns = SharedMemory.Allocate<double>(PairTile.StageLength);
        GramTile tile = tiles[Grid.IdxX];
        ArrayView<double> own = coordinates.SubView(tile.Coordinates, (long)tile.Size * tile.Dimension);
        int side = PairTile.SamplesOfLane * Group.DimX;
        PairTile pairs = default;
        for (int feature = 0; feature < tile.Dimension; feature += PairTile.Depth)
        {
            PairTile.Stage(own, tile.Dimension, tile.FirstRow, tile.Size, feature, side, rows);
            PairTile.Stage(own, tile.Dimension, tile.FirstColumn, tile.Size, feature, side, columns);
            Group.Barrier();
            pairs.Add(rows, columns);
            Group.Barrier();
        }

        ArrayView<double> matrix = matrices.SubView(tile.Matrix, (long)tile.Size * tile.Size);
        ArrayView<double> roots = weights.SubView(tile.Vectors, tile.Size);
        int lanes = Group.DimX;
        int row = tile.FirstRow + Group.IdxY;
        int column = tile.FirstColumn + Group.IdxX;
        StoreRow(matrix, roots, tile.Size, row, column, pairs.D00, pairs.D01, pairs.D02, pairs.D03);
        StoreRow(matrix, roots, tile.Size, row + lanes, column, pairs.D10, pairs.D11, pairs.D12, pairs.D13);
        StoreRow(matrix, roots, tile.Size, row + 2 * lanes, column, pairs.D20, pairs.D21, pairs.D22, pairs.D23);
        StoreRow(matrix, roots, tile.Size, row + 3 * lanes, column, pairs.D30, pairs.D31, pairs.D32, pairs.D33);
    }

    private static void StoreRow(
        ArrayView<double> matrix, ArrayView<double> roots, int size, int row, int column, double d0, double d1, double d2, double d3)
    {
        int lanes = Group.DimX;
        StoreEntry(matrix, roots, size, row, column, d0);
        StoreEntry(matrix, roots, size, row, column + lanes, d1);
        StoreEntry(matrix, roots, size, row, column + 2 * lanes, d2);
        StoreEntry(matrix, roots, size, row, column + 3 * lanes, d3);
    }

    private static void StoreEntry(ArrayView<double> matrix, ArrayView<double> roots, int size, int row, int column, double distance)
    {
        if (row < size && column < size)
            matrix[(long)row * size + column] = ScalarExponential.Of(-0.5 * distance) * (roots[row] * roots[column]);
    }
}
