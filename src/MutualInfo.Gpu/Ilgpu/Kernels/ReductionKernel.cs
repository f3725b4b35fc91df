using ILGPU;
using MutualInfo.Kernels.Primitives.Device;

namespace MutualInfo.Gpu.Ilgpu.Kernels;

/// <summary>One matrix of a batch: where it begins, its order, and where its vectors begin.</summary>
internal readonly record struct MatrixPlace(long Matrix, int Size, int Vectors);

/// <summary>What the reduction of a batch works on. Every vector is as long as all matrices' orders together.</summary>
/// <param name="Places">The matrices.</param>
/// <param name="Matrices">Their entries: whole, row-major.</param>
/// <param name="V">The last reflector's v.</param>
/// <param name="W">The last reflector's w: A − vwᵀ − wvᵀ is the matrix after it.</param>
/// <param name="Next">The v of the reflector that is being made.</param>
/// <param name="Product">The product of the matrix with it.</param>
/// <param name="Tau">The τ of the reflector of each matrix.</param>
/// <param name="Diagonal">Receives the diagonal of the tridiagonal matrix.</param>
/// <param name="Couplings">Receives the couplings: entry i couples rows i − 1 and i, and entry 0 is 0.</param>
internal readonly record struct ReductionViews(
    ArrayView<MatrixPlace> Places,
    ArrayView<double> Matrices,
    ArrayView<double> V,
    ArrayView<double> W,
    ArrayView<double> Next,
    ArrayView<double> Product,
    ArrayView<double> Tau,
    ArrayView<double> Diagonal,
    ArrayView<double> Couplings);

/// <summary>Orthogonal reduction of a batch of symmetric matrices to tridiagonal form: two launches for a column, whatever the size of the batch.</summary>
/// <remarks>
/// The rank-2 update of one reflector is applied in the pass that multiplies the matrix with the next, so a matrix is read and written once
/// for a column: the CPU's one-stage reduction, in the same order.
/// </remarks>
internal static class ReductionKernel
{
    /// <summary>The rows that a group of <see cref="UpdateAndMultiply"/> takes: what it reads of v and w serves them all.</summary>
    public const int RowsOfGroup = 4;

    /// <summary>Finishes the reflector before a column, and makes that of the column. One group for each matrix.</summary>
    public static void NextColumn(int column, ReductionViews views)
    {
        ArrayView<double> scratch = SharedMemory.Allocate<double>(GroupSum.LargestGroup);
        MatrixPlace place = views.Places[Grid.IdxX];
        if (column >= place.Size)
            return;
        if (column > 0)
            FinishUpdate(column, place, views, scratch);

        // The column as the update that is still to come will leave it; by symmetry it is read as a row.
        ArrayView<double> row = views.Matrices.SubView(place.Matrix + (long)column * place.Size, place.Size);
        ArrayView<double> v = views.V.SubView(place.Vectors, place.Size);
        ArrayView<double> w = views.W.SubView(place.Vectors, place.Size);
        ArrayView<double> next = views.Next.SubView(place.Vectors, place.Size);
        double vOfColumn = v[column];
        double wOfColumn = w[column];
        double squares = 0;
        for (int i = column + Group.IdxX; i < place.Size; i += Group.DimX)
        {
            double entry = row[i] - vOfColumn * w[i] - wOfColumn * v[i];
            next[i] = entry;
            if (i > column + 1)
                squares += entry * entry;
        }

        double tail = GroupSum.Of(squares, scratch);
        if (Group.IdxX == 0)
            views.Diagonal[place.Vectors + column] = next[column];
        if (column + 1 == place.Size)
            return;

        Reflector reflector = Reflector.Of(next[column + 1], tail);
        // All have read α before it becomes the leading 1 of v.
        Group.Barrier();
        for (int i = column + 1 + Group.IdxX; i < place.Size; i += Group.DimX)
            next[i] = i == column + 1 ? 1 : next[i] * reflector.Scale;
        if (Group.IdxX == 0)
        {
            views.Couplings[place.Vectors + column + 1] = reflector.Beta;
            views.Tau[Grid.IdxX] = reflector.Tau;
        }
    }

    /// <summary>Applies the last reflector to the rows below a column and multiplies them with the new v. A group for each four rows and each matrix.</summary>
    public static void UpdateAndMultiply(int column, ReductionViews views)
    {
        ArrayView<double> scratch = SharedMemory.Allocate<double>(RowsOfGroup * GroupSum.LargestGroup);
        MatrixPlace place = views.Places[Grid.IdxY];
        int n = place.Size;
        int first = column + 1 + Grid.IdxX * RowsOfGroup;
        if (first >= n)
            return;
        ArrayView<double> matrix = views.Matrices.SubView(place.Matrix, (long)n * n);
        ArrayView<double> v = views.V.SubView(place.Vectors, n);
        ArrayView<double> w = views.W.SubView(place.Vectors, n);
        ArrayView<double> next = views.Next.SubView(place.Vectors, n);

        // Rows past the end repeat the last one in what they read, and write nothing.
        int row0 = first, row1 = Math.Min(first + 1, n - 1), row2 = Math.Min(first + 2, n - 1), row3 = Math.Min(first + 3, n - 1);
        double v0 = v[row0], v1 = v[row1], v2 = v[row2], v3 = v[row3];
        double w0 = w[row0], w1 = w[row1], w2 = w[row2], w3 = w[row3];
        long at0 = (long)row0 * n, at1 = (long)row1 * n, at2 = (long)row2 * n, at3 = (long)row3 * n;
        double sum0 = 0, sum1 = 0, sum2 = 0, sum3 = 0;
        for (int k = column + 1 + Group.IdxX; k < n; k += Group.DimX)
        {
            double vk = v[k], wk = w[k], nextK = next[k];
            double entry0 = matrix[at0 + k] - v0 * wk - w0 * vk;
            double entry1 = matrix[at1 + k] - v1 * wk - w1 * vk;
            double entry2 = matrix[at2 + k] - v2 * wk - w2 * vk;
            double entry3 = matrix[at3 + k] - v3 * wk - w3 * vk;
            matrix[at0 + k] = entry0;
            if (first + 1 < n)
                matrix[at1 + k] = entry1;
            if (first + 2 < n)
                matrix[at2 + k] = entry2;
            if (first + 3 < n)
                matrix[at3 + k] = entry3;
            sum0 += entry0 * nextK;
            sum1 += entry1 * nextK;
            sum2 += entry2 * nextK;
            sum3 += entry3 * nextK;
        }

        FourSums sums = GroupSum.OfFour(sum0, sum1, sum2, sum3, scratch);
        if (Group.IdxX > 0)
            return;
        ArrayView<double> product = views.Product.SubView(place.Vectors, n);
        product[row0] = sums.First;
        if (first + 1 < n)
            product[row1] = sums.Second;
        if (first + 2 < n)
            product[row2] = sums.Third;
        if (first + 3 < n)
            product[row3] = sums.Fourth;
    }

    // w = τp − ½τ²(p·v)v with p = Av: then (I − τvvᵀ)A(I − τvvᵀ) = A − vwᵀ − wvᵀ.
    private static void FinishUpdate(int column, MatrixPlace place, ReductionViews views, ArrayView<double> scratch)
    {
        ArrayView<double> v = views.V.SubView(place.Vectors, place.Size);
        ArrayView<double> w = views.W.SubView(place.Vectors, place.Size);
        ArrayView<double> next = views.Next.SubView(place.Vectors, place.Size);
        ArrayView<double> product = views.Product.SubView(place.Vectors, place.Size);
        double tau = views.Tau[Grid.IdxX];
        double along = 0;
        for (int i = column + Group.IdxX; i < place.Size; i += Group.DimX)
            along += product[i] * next[i];
        double half = 0.5 * tau * tau * GroupSum.Of(along, scratch);
        for (int i = column + Group.IdxX; i < place.Size; i += Group.DimX)
        {
            w[i] = tau * product[i] - half * next[i];
            v[i] = next[i];
        }

        Group.Barrier();
    }
}
