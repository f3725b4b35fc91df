using ILGPU;
using MutualInfo.Kernels.Primitives.Device;

namespace MutualInfo.Gpu.Ilgpu.Kernels;

/// <summary>Applies the reflectors of a panel to what is left of each matrix of a batch: A − VWᵀ − WVᵀ, the update of rank 2k.</summary>
internal static class PanelUpdateKernel
{
    /// <summary>Updates one tile on or above the diagonal. One group of l × l threads for a tile; a group's y is its matrix.</summary>
    /// <param name="column">The first column behind the panel.</param>
    /// <param name="panelStart">The first column of the panel.</param>
    /// <param name="views">The batch.</param>
    public static void Apply(int column, int panelStart, ReductionViews views)
    {
        ArrayView<double> rowsOfV = SharedMemory.Allocate<double>(PairTile.StageLength);
        ArrayView<double> rowsOfW = SharedMemory.Allocate<double>(PairTile.StageLength);
        ArrayView<double> columnsOfV = SharedMemory.Allocate<double>(PairTile.StageLength);
        ArrayView<double> columnsOfW = SharedMemory.Allocate<double>(PairTile.StageLength);
        MatrixPlace place = views.Places[Grid.IdxY];
        int firstTile = column / views.Side;
        int tiles = (place.Size + views.Side - 1) / views.Side - firstTile;
        if (column >= place.Size || Grid.IdxX >= UpperTriangle.Count(tiles))
            return;
        int tileRow = UpperTriangle.Row(Grid.IdxX, tiles);
        int firstRow = (firstTile + tileRow) * views.Side;
        int firstColumn = (firstTile + UpperTriangle.Column(Grid.IdxX, tileRow, tiles)) * views.Side;
        int width = column - panelStart;
        ProductTile products = default;
        for (int r = 0; r < width; r += PairTile.Depth)
        {
            Stage(views.V, place, views, firstRow, r, width, rowsOfV);
            Stage(views.W, place, views, firstRow, r, width, rowsOfW);
            Stage(views.V, place, views, firstColumn, r, width, columnsOfV);
            Stage(views.W, place, views, firstColumn, r, width, columnsOfW);
            Group.Barrier();
            products.Add(rowsOfV, columnsOfW);
            products.Add(rowsOfW, columnsOfV);
            Group.Barrier();
        }

        int lanes = Group.DimX;
        int row = firstRow + Group.IdxY;
        int x = firstColumn + Group.IdxX;
        SubtractRow(views.Matrices, place, column, row, x, products.P00, products.P01, products.P02, products.P03);
        SubtractRow(views.Matrices, place, column, row + lanes, x, products.P10, products.P11, products.P12, products.P13);
        SubtractRow(views.Matrices, place, column, row + 2 * lanes, x, products.P20, products.P21, products.P22, products.P23);
        SubtractRow(views.Matrices, place, column, row + 3 * lanes, x, products.P30, products.P31, products.P32, products.P33);
    }

    // Reflectors lie one behind the other, so that neighbouring threads read neighbouring rows.
    private static void Stage(
        ArrayView<double> reflectors, MatrixPlace place, ReductionViews views, int first, int reflector, int width, ArrayView<double> stage)
    {
        for (int at = Group.IdxY * Group.DimX + Group.IdxX; at < views.Side * PairTile.Depth; at += Group.DimX * Group.DimY)
        {
            int r = reflector + at / views.Side;
            int i = first + at % views.Side;
            double value = 0;
            if (i < place.Size && r < width)
                value = reflectors[views.Reflector(place, r) + i];
            stage[at / views.Side * (views.Side + PairTile.Padding) + at % views.Side] = value;
        }
    }

    private static void SubtractRow(
        ArrayView<double> matrices, MatrixPlace place, int column, int row, int x, double p0, double p1, double p2, double p3)
    {
        int lanes = Group.DimX;
        Subtract(matrices, place, column, row, x, p0);
        Subtract(matrices, place, column, row, x + lanes, p1);
        Subtract(matrices, place, column, row, x + 2 * lanes, p2);
        Subtract(matrices, place, column, row, x + 3 * lanes, p3);
    }

    // Above and left of the first column behind the panel the reflectors hold nothing that was ever set.
    private static void Subtract(ArrayView<double> matrices, MatrixPlace place, int column, int row, int x, double product)
    {
        if (row >= column && row < place.Size && x >= column && x < place.Size)
            matrices[place.Matrix + (long)row * place.Size + x] -= product;
    }
}
