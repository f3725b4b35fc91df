using ILGPU;
using MutualInfo.Kernels.Primitives.Device;

namespace MutualInfo.Gpu.Ilgpu.Kernels;

/// <summary>One column of the blocked reduction to tridiagonal form: what all reflectors before it have made of it.</summary>
/// <remarks>
/// Source: LAPACK's dlatrd. The matrix itself stays as it was at the beginning of a panel; <see cref="SymmetricProductKernel"/> multiplies it
/// with the reflector that this column gives, and <see cref="PanelUpdateKernel"/> applies a panel's reflectors together. Two launches for a
/// column and one for a panel serve a whole batch.
/// </remarks>
internal static class HouseholderColumnKernel
{
    /// <summary>Finishes the w of the reflector before a column, and brings the column up to date. A thread for a row, a group's y for the matrix.</summary>
    /// <param name="column">The column; the rows above it are done.</param>
    /// <param name="panelStart">The column of the panel's first reflector. The first column behind a panel is still given that panel's.</param>
    /// <param name="views">The batch.</param>
    public static void Next(int column, int panelStart, ReductionViews views)
    {
        ArrayView<double> scratch = SharedMemory.Allocate<double>(GroupSum.LargestGroup);
        MatrixPlace place = views.Places[Grid.IdxY];
        int first = column + Grid.IdxX * Group.DimX;
        if (first >= place.Size)
            return;
        int i = first + Group.IdxX;
        // Threads past the end repeat the last row, and write nothing.
        int row = Math.Min(i, place.Size - 1);
        // The matrix is held above its diagonal, so that this column lies there as a row.
        double entry = views.Matrices[place.Matrix + (long)column * place.Size + row];
        int newest = column - panelStart - 1;
        if (newest >= 0)
        {
            double half = HalfOfForm(column, newest, place, views, scratch);
            double wOfRow = Finished(row, column, newest, half, place, views);
            double wOfColumn = Finished(column, column, newest, half, place, views);
            for (int r = 0; r < newest; r++)
            {
                long at = views.Reflector(place, r);
                entry -= views.V[at + row] * views.W[at + column] + views.W[at + row] * views.V[at + column];
            }

            long last = views.Reflector(place, newest);
            entry -= views.V[last + row] * wOfColumn + wOfRow * views.V[last + column];
            if (i < place.Size)
                views.W[last + i] = wOfRow;
        }

        bool isTail = i < place.Size && i > column + 1;
        double tail = GroupSum.Of(isTail ? entry * entry : 0, scratch);
        if (i < place.Size)
            views.Column[place.Vectors + i] = entry;
        if (i == column)
            views.Diagonal[place.Vectors + i] = entry;
        if (Group.IdxX == 0)
            views.Tails[place.Vectors + Grid.IdxX] = tail;
    }

    // w = τp − ½τ²(p·v)v, where p is the matrix times v with all reflectors before it: then (I − τvvᵀ)A(I − τvvᵀ) = A − vwᵀ − wvᵀ.
    private static double Finished(int row, int column, int newest, double half, MatrixPlace place, ReductionViews views)
    {
        double product = 0;
        int tiles = (place.Size + views.Side - 1) / views.Side;
        for (int tile = column / views.Side; tile < tiles; tile++)
            product += views.Sums[place.Sums + (long)tile * place.Size + row];
        int dot = views.Dot(Grid.IdxY, 0);
        for (int r = 0; r < newest; r++)
        {
            long at = views.Reflector(place, r) + row;
            product -= views.V[at] * views.Dots[dot + r] + views.W[at] * views.Dots[dot + views.PanelWidth + r];
        }

        return views.Tau[Grid.IdxY] * product - half * views.V[views.Reflector(place, newest) + row];
    }

    // ½τ²(p·v): the form of the matrix as it was at the beginning of the panel, less what the panel's reflectors have taken from it.
    private static double HalfOfForm(int column, int newest, MatrixPlace place, ReductionViews views, ArrayView<double> scratch)
    {
        int tiles = (place.Size + views.Side - 1) / views.Side - column / views.Side;
        double own = 0;
        for (int tile = Group.IdxX; tile < UpperTriangle.Count(tiles); tile += Group.DimX)
            own += views.Forms[place.Forms + tile];
        double form = GroupSum.Of(own, scratch);
        int dot = views.Dot(Grid.IdxY, 0);
        for (int r = 0; r < newest; r++)
            form -= 2 * views.Dots[dot + r] * views.Dots[dot + views.PanelWidth + r];
        double tau = views.Tau[Grid.IdxY];
        return 0.5 * tau * tau * form;
    }
}
