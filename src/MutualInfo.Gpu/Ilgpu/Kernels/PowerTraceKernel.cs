using ILGPU;

namespace MutualInfo.Gpu.Ilgpu.Kernels;

/// <summary>Traces of the third and the fourth power of Gram matrices: ΣᵢⱼKᵢⱼ(K²)ᵢⱼ and Σᵢⱼ(K²)ᵢⱼ². The square is not stored.</summary>
internal static class PowerTraceKernel
{
    /// <summary>Computes one tile of the square, and adds it up. One group of l × l threads for a tile on or above the diagonal.</summary>
    /// <param name="matrices">The matrices, of which the tiles on and above the diagonal are held.</param>
    /// <param name="tiles">The tile of each group.</param>
    /// <param name="power">3 or 4.</param>
    /// <param name="traces">Receives for each tile what it and its mirror image add to the trace.</param>
    public static void Partial(ArrayView<double> matrices, ArrayView<GramTile> tiles, int power, ArrayView<double> traces)
    {
        ArrayView<double> rows = SharedMemory.Allocate<double>(PairTile.StageLength);
        ArrayView<double> columns = SharedMemory.Allocate<double>(PairTile.StageLength);
        ArrayView<double> scratch = SharedMemory.Allocate<double>(GroupSum.LargestGroup);
        GramTile tile = tiles[Grid.IdxX];
        ArrayView<double> matrix = matrices.SubView(tile.Matrix, (long)tile.Size * tile.Size);
        ProductTile square = default;
        for (int k = 0; k < tile.Size; k += PairTile.Depth)
        {
            Stage(matrix, tile.Size, tile.FirstRow, k, rows);
            Stage(matrix, tile.Size, tile.FirstColumn, k, columns);
            Group.Barrier();
            square.Add(rows, columns);
            Group.Barrier();
        }

        int lanes = Group.DimX;
        int row = tile.FirstRow + Group.IdxY;
        int x = tile.FirstColumn + Group.IdxX;
        double own = RowTerms(matrix, tile.Size, row, x, power, square.P00, square.P01, square.P02, square.P03)
            + RowTerms(matrix, tile.Size, row + lanes, x, power, square.P10, square.P11, square.P12, square.P13)
            + RowTerms(matrix, tile.Size, row + 2 * lanes, x, power, square.P20, square.P21, square.P22, square.P23)
            + RowTerms(matrix, tile.Size, row + 3 * lanes, x, power, square.P30, square.P31, square.P32, square.P33);
        double sum = GroupSum.Of(own, scratch);
        if (Group.IdxX == 0 && Group.IdxY == 0)
            traces[Grid.IdxX] = tile.FirstRow == tile.FirstColumn ? sum : 2 * sum;
    }

    // Entries (i, k) of a tile's rows i, for a stripe of k. A stripe left of the tile's rows lies below the diagonal: it is read from above it,
    // where its mirror image is. Neighbouring threads read neighbouring numbers either way.
    private static void Stage(ArrayView<double> matrix, int size, int first, int k, ArrayView<double> stage)
    {
        int side = PairTile.SamplesOfLane * Group.DimX;
        bool isMirrored = k < first;
        for (int at = Group.IdxY * Group.DimX + Group.IdxX; at < side * PairTile.Depth; at += Group.DimX * Group.DimY)
        {
            int i = isMirrored ? at % side : at / PairTile.Depth;
            int feature = isMirrored ? at / side : at % PairTile.Depth;
            int row = first + i, column = k + feature;
            double value = 0;
            if (row < size && column < size)
                value = matrix[isMirrored ? (long)column * size + row : (long)row * size + column];
            stage[feature * (side + PairTile.Padding) + i] = value;
        }
    }

    private static double RowTerms(ArrayView<double> matrix, int size, int row, int x, int power, double p0, double p1, double p2, double p3)
    {
        int lanes = Group.DimX;
        return Term(matrix, size, row, x, power, p0) + Term(matrix, size, row, x + lanes, power, p1)
            + Term(matrix, size, row, x + 2 * lanes, power, p2) + Term(matrix, size, row, x + 3 * lanes, power, p3);
    }

    // Rows and columns past the end have no products.
    private static double Term(ArrayView<double> matrix, int size, int row, int x, int power, double product)
    {
        double entry = matrix[(long)Math.Min(row, size - 1) * size + Math.Min(x, size - 1)];
        return product * (power == 4 ? product : entry);
    }
}
