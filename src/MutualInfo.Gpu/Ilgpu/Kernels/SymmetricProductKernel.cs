using ILGPU;
using MutualInfo.Kernels.Primitives.Device;

namespace MutualInfo.Gpu.Ilgpu.Kernels;

/// <summary>The product of each matrix of a batch with its newest reflector, from the tiles on and above the diagonal: each entry is read once.</summary>
internal static class SymmetricProductKernel
{
    // The sums of a tile's rows lie one apart from a power of two, so that threads of neighbouring rows read different banks.
    private const int LargestPaddedLanes = PairTile.LargestSide / 4 + 1;
    private const int Scratch = PairTile.LargestSide * (LargestPaddedLanes + PairTile.LargestSide / 4);

    /// <summary>
    /// Makes the reflector of a column, and multiplies. Groups of l × l threads: those of the lowest x compute the products of the reflector with
    /// the panel's others, one each; the rest take one tile each. A group's y is its matrix.
    /// </summary>
    public static void Partial(int column, int panelStart, ReductionViews views)
    {
        ArrayView<double> scratch = SharedMemory.Allocate<double>(Scratch);
        MatrixPlace place = views.Places[Grid.IdxY];
        int before = column - panelStart;
        int firstTile = (column + 1) / views.Side;
        int tiles = (place.Size + views.Side - 1) / views.Side - firstTile;
        if (column + 1 >= place.Size || Grid.IdxX >= before + UpperTriangle.Count(tiles))
            return;

        // Every thread makes the same reflector: the sums are few, and to share it would take another launch.
        double tail = 0;
        int groups = (place.Size - column + views.ColumnGroup - 1) / views.ColumnGroup;
        for (int group = 0; group < groups; group++)
            tail += views.Tails[place.Vectors + group];
        Reflector reflector = Reflector.Of(views.Column[place.Vectors + column + 1], tail);
        if (Grid.IdxX < before)
        {
            Dots(Grid.IdxX, column, reflector, place, views, scratch);
            return;
        }

        int index = Grid.IdxX - before;
        int tileRow = UpperTriangle.Row(index, tiles);
        int tileColumn = UpperTriangle.Column(index, tileRow, tiles);
        double form = Tile(firstTile + tileRow, firstTile + tileColumn, column, before, reflector, place, views, scratch);
        Group.Barrier();
        form = GroupSum.Of(form, scratch);
        if (Group.IdxX != 0 || Group.IdxY != 0)
            return;
        views.Forms[place.Forms + index] = form;
        if (index == 0)
        {
            views.Couplings[place.Vectors + column + 1] = reflector.Beta;
            views.Tau[Grid.IdxY] = reflector.Tau;
        }
    }

    // Entry i of v: 0 down to the column, then 1, then the column's entries scaled.
    private static double Entry(int i, int column, Reflector reflector, MatrixPlace place, ReductionViews views)
    {
        double below = views.Column[place.Vectors + Math.Min(i, place.Size - 1)] * reflector.Scale;
        double entry = i == column + 1 ? 1 : below;
        return i <= column || i >= place.Size ? 0 : entry;
    }

    private static void Dots(int r, int column, Reflector reflector, MatrixPlace place, ReductionViews views, ArrayView<double> scratch)
    {
        long at = views.Reflector(place, r);
        double ofV = 0, ofW = 0;
        for (int i = column + 1 + Group.IdxY * Group.DimX + Group.IdxX; i < place.Size; i += Group.DimX * Group.DimY)
        {
            double entry = Entry(i, column, reflector, place, views);
            ofV += views.V[at + i] * entry;
            ofW += views.W[at + i] * entry;
        }

        double dotOfW = GroupSum.Of(ofW, scratch);
        double dotOfV = GroupSum.Of(ofV, scratch);
        if (Group.IdxX == 0 && Group.IdxY == 0)
        {
            views.Dots[views.Dot(Grid.IdxY, r)] = dotOfW;
            views.Dots[views.Dot(Grid.IdxY, r) + views.PanelWidth] = dotOfV;
        }
    }

    // Leaves the sums over the tile's columns for its rows, and those over its rows for its columns. Returns a thread's part of vᵀAv over the tile.
    private static double Tile(
        int tileRow, int tileColumn, int column, int newest, Reflector reflector, MatrixPlace place, ReductionViews views, ArrayView<double> scratch)
    {
        int lanes = Group.DimX;
        int side = views.Side;
        int firstRow = tileRow * side, firstColumn = tileColumn * side;
        int n = place.Size;
        int x = firstColumn + Group.IdxX, y = firstRow + Group.IdxY;
        // Past the end the last row and column are read again, and multiplied by 0.
        long row0 = Row(y, place), row1 = Row(y + lanes, place), row2 = Row(y + 2 * lanes, place), row3 = Row(y + 3 * lanes, place);
        int column0 = Math.Min(x, n - 1), column1 = Math.Min(x + lanes, n - 1), column2 = Math.Min(x + 2 * lanes, n - 1), column3 = Math.Min(x + 3 * lanes, n - 1);
        ArrayView<double> a = views.Matrices;
        double a00 = a[row0 + column0], a01 = a[row0 + column1], a02 = a[row0 + column2], a03 = a[row0 + column3];
        double a10 = a[row1 + column0], a11 = a[row1 + column1], a12 = a[row1 + column2], a13 = a[row1 + column3];
        double a20 = a[row2 + column0], a21 = a[row2 + column1], a22 = a[row2 + column2], a23 = a[row2 + column3];
        double a30 = a[row3 + column0], a31 = a[row3 + column1], a32 = a[row3 + column2], a33 = a[row3 + column3];
        double x0 = Entry(x, column, reflector, place, views), x1 = Entry(x + lanes, column, reflector, place, views);
        double x2 = Entry(x + 2 * lanes, column, reflector, place, views), x3 = Entry(x + 3 * lanes, column, reflector, place, views);
        double y0 = Entry(y, column, reflector, place, views), y1 = Entry(y + lanes, column, reflector, place, views);
        double y2 = Entry(y + 2 * lanes, column, reflector, place, views), y3 = Entry(y + 3 * lanes, column, reflector, place, views);

        int padded = lanes + 1;
        ArrayView<double> ofColumns = scratch.SubView(PairTile.LargestSide * LargestPaddedLanes, PairTile.LargestSide * (PairTile.LargestSide / 4));
        int rowSum = Group.IdxY * padded + Group.IdxX;
        scratch[rowSum] = a00 * x0 + a01 * x1 + a02 * x2 + a03 * x3;
        scratch[rowSum + lanes * padded] = a10 * x0 + a11 * x1 + a12 * x2 + a13 * x3;
        scratch[rowSum + 2 * lanes * padded] = a20 * x0 + a21 * x1 + a22 * x2 + a23 * x3;
        scratch[rowSum + 3 * lanes * padded] = a30 * x0 + a31 * x1 + a32 * x2 + a33 * x3;
        int columnSum = Group.IdxY * side + Group.IdxX;
        ofColumns[columnSum] = a00 * y0 + a10 * y1 + a20 * y2 + a30 * y3;
        ofColumns[columnSum + lanes] = a01 * y0 + a11 * y1 + a21 * y2 + a31 * y3;
        ofColumns[columnSum + 2 * lanes] = a02 * y0 + a12 * y1 + a22 * y2 + a32 * y3;
        ofColumns[columnSum + 3 * lanes] = a03 * y0 + a13 * y1 + a23 * y2 + a33 * y3;
        Group.Barrier();

        double form = 0;
        bool isDiagonal = tileRow == tileColumn;
        for (int local = Group.IdxY * lanes + Group.IdxX; local < 2 * side; local += lanes * lanes)
        {
            bool isRow = local < side;
            int own = isRow ? local : local - side;
            int i = own + (isRow ? firstRow : firstColumn);
            double sum = 0;
            for (int lane = 0; lane < lanes; lane++)
                sum += isRow ? scratch[own * padded + lane] : ofColumns[lane * side + own];
            double entry = Entry(i, column, reflector, place, views);
            if (isRow)
                form += (isDiagonal ? 1 : 2) * (sum * entry);
            // A tile on the diagonal is symmetric in itself: its rows say all.
            if (i > column && i < n && (isRow || !isDiagonal))
                views.Sums[place.Sums + (long)(isRow ? tileColumn : tileRow) * n + i] = sum;
            if (isRow && isDiagonal && i > column && i < n)
                views.V[views.Reflector(place, newest) + i] = entry;
        }

        return form;
    }

    private static long Row(int row, MatrixPlace place) => place.Matrix + (long)Math.Min(row, place.Size - 1) * place.Size;
}
