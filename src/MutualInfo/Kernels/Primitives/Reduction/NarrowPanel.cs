using System.Runtime.CompilerServices;
using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives.Reduction;

/// <summary>QR factorisation of a panel of eight columns, narrow enough for the nearest cache, by Householder reflectors.</summary>
/// <remarks>
/// One pass over the panel a column. Pass k applies reflector k to the columns right of k and, in the same breath, multiplies column k + 1, as
/// it has just become, with every column. Those products are all that the next step needs: with the ones right of the diagonal the reflector is
/// applied, the one on it is the norm, and those left of it, with earlier reflectors, give the next column of T.
/// </remarks>
internal static unsafe class NarrowPanel<TLanes, TVector>
    where TLanes : ILanes<TVector, double>
    where TVector : unmanaged
{
    /// <summary>The columns.</summary>
    public const int Width = 8;

    /// <summary>Factors a panel into I − V·T·Vᵀ and R.</summary>
    /// <param name="panel">m × 8, row-major, m at least 8. Receives V, but with R in its first eight rows, on and above the diagonal.</param>
    /// <param name="m">The number of rows.</param>
    /// <param name="t">Receives T, 8 × 8, upper triangular.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // Fast from the first call on.
    public static void Factor(double* panel, int m, double* t)
    {
        double* products = stackalloc double[Width];    // column k, below the diagonal, times every column
        double* weights = stackalloc double[Width];     // what the reflector subtracts from a row, but for the row's own factor
        double* scales = stackalloc double[Width];      // column k of the panel times its scale is the reflector
        double* inner = stackalloc double[Width];       // earlier reflectors times the present one
        new Span<double>(t, Width * Width).Clear();
        new Span<double>(weights, Width).Clear();
        Pass(panel, m, 0, 0, 0, weights, products);
        for (int k = 0; k < Width; k++)
        {
            double* row = panel + k * Width;
            Reflector reflector = Reflector.Of(row[k], products[k]);
            scales[k] = reflector.Scale;
            for (int j = 0; j < k; j++)
                inner[j] = scales[j] * (row[j] + reflector.Scale * products[j]);
            AppendToFactor(t, k, reflector.Tau, inner);

            // vᵀ·column = the pivot row's entry + scale · the product of what lies below.
            for (int j = 0; j < Width; j++)
                weights[j] = j > k ? reflector.Tau * (row[j] + reflector.Scale * products[j]) : 0;
            for (int j = k + 1; j < Width; j++)
                row[j] -= weights[j];
            row[k] = reflector.Beta;
            if (k + 1 == Width)
                break;

            double* nextRow = row + Width;
            double own = -reflector.Scale * nextRow[k];
            for (int j = k + 1; j < Width; j++)
                nextRow[j] += own * weights[j];
            Pass(panel, m, k + 1, k, -reflector.Scale, weights, products);
        }

        for (int i = 1; i < Width; i++)
        {
            for (int j = 0; j < i; j++)
                panel[i * Width + j] *= scales[j];
        }

        for (nint i = Width; i < m; i++)
        {
            for (int at = 0; at < Width; at += TLanes.Count)
                TLanes.Store(TLanes.Multiply(TLanes.Load(scales + at), TLanes.Load(panel + i * Width + at)), panel + i * Width + at);
        }
    }

    /// <summary>Column k of T is −τ·T·(Vᵀv), with τ on the diagonal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AppendToFactor(double* t, int k, double tau, double* inner)
    {
        t[k * Width + k] = tau;
        for (int i = 0; i < k; i++)
        {
            double sum = 0;
            for (int j = i; j < k; j++)
                sum += t[i * Width + j] * inner[j];
            t[i * Width + k] = -tau * sum;
        }
    }

    /// <summary>
    /// Adds column k, times the factor and weights, to the rows below `next`, and sums the products of column `next` there with every column.
    /// </summary>
    private static void Pass(double* panel, int m, int next, int k, double factor, double* weights, double* products)
    {
        // The vector with column `next` first: the products must be those of its entries as they are stored, or the norm, and with it the
        // reflector, is off where the column all but vanishes.
        int home = next & -TLanes.Count;
        PassOneVector(panel, m, next, k, factor, weights, products, home);
        for (int at = 0; at < Width; at += TLanes.Count)
        {
            if (at != home)
                PassOneVector(panel, m, next, k, factor, weights, products, at);
        }
    }

    /// <summary>The pass over one vector of columns, four rows at a time in four chains.</summary>
    /// <remarks>Column k itself and those left of it have weight zero: they keep the reflectors, not yet scaled.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void PassOneVector(double* panel, int m, int next, int k, double factor, double* weights, double* products, int at)
    {
        TVector weight = TLanes.Create(factor);
        weight = TLanes.Multiply(weight, TLanes.Load(weights + at));
        TVector sum0 = default, sum1 = default, sum2 = default, sum3 = default;
        double* row = panel + (next + 1) * Width;
        double* end = panel + (nint)m * Width;
        for (; row + 4 * Width <= end; row += 4 * Width)
        {
            TLanes.Store(TLanes.MultiplyAdd(TLanes.Create(row[k]), weight, TLanes.Load(row + at)), row + at);
            TLanes.Store(TLanes.MultiplyAdd(TLanes.Create(row[Width + k]), weight, TLanes.Load(row + Width + at)), row + Width + at);
            TLanes.Store(TLanes.MultiplyAdd(TLanes.Create(row[2 * Width + k]), weight, TLanes.Load(row + 2 * Width + at)), row + 2 * Width + at);
            TLanes.Store(TLanes.MultiplyAdd(TLanes.Create(row[3 * Width + k]), weight, TLanes.Load(row + 3 * Width + at)), row + 3 * Width + at);
            sum0 = TLanes.MultiplyAdd(TLanes.Create(row[next]), TLanes.Load(row + at), sum0);
            sum1 = TLanes.MultiplyAdd(TLanes.Create(row[Width + next]), TLanes.Load(row + Width + at), sum1);
            sum2 = TLanes.MultiplyAdd(TLanes.Create(row[2 * Width + next]), TLanes.Load(row + 2 * Width + at), sum2);
            sum3 = TLanes.MultiplyAdd(TLanes.Create(row[3 * Width + next]), TLanes.Load(row + 3 * Width + at), sum3);
        }

        for (; row < end; row += Width)
        {
            TLanes.Store(TLanes.MultiplyAdd(TLanes.Create(row[k]), weight, TLanes.Load(row + at)), row + at);
            sum0 = TLanes.MultiplyAdd(TLanes.Create(row[next]), TLanes.Load(row + at), sum0);
        }

        TLanes.Store(TLanes.Add(TLanes.Add(sum0, sum1), TLanes.Add(sum2, sum3)), products + at);
    }
}
