using System.Runtime.CompilerServices;
using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives.Reduction;

/// <summary>QR factorisation of a tall panel of 32 columns by Householder reflectors, in the compact form Q = I − V·T·Vᵀ.</summary>
/// <remarks>
/// <para>
/// One pass over the panel a column. Pass k applies the reflector k to the columns right of k and, in the same breath, multiplies column k + 1,
/// as it has just become, with every column. Those products are all that the next step needs: with the ones right of the diagonal the
/// reflector is applied, the one on it is the norm, and those left of it, with earlier reflectors, give the next column of T.
/// </para>
/// <para>
/// Source: Schreiber and Van Loan, A storage-efficient WY representation for products of Householder transformations, 1989; LAPACK's dgeqr2 and dlarft.
/// </para>
/// </remarks>
internal static unsafe class HouseholderPanel<TLanes, TVector>
    where TLanes : ILanes<TVector, double>
    where TVector : unmanaged
{
    private const int Band = BandWorkspace.Band;

    /// <summary>Factors a panel.</summary>
    /// <param name="panel">m × 32, row-major, m at least 32; becomes V, with ones on the diagonal and zeros above.</param>
    /// <param name="m">The number of rows.</param>
    /// <param name="r">Receives R, 32 × 32.</param>
    /// <param name="t">Receives T, 32 × 32.</param>
    /// <param name="scratch">32 × 32.</param>
    public static void Factor(double* panel, int m, double* r, double* t, double* scratch)
    {
        double* products = scratch;             // column k, below the diagonal, times every column
        double* weights = scratch + Band;       // what the reflector subtracts from a row, but for the row's own factor
        double* scales = scratch + 2 * Band;    // column k of the panel times its scale is the reflector
        double* inner = scratch + 3 * Band;     // earlier reflectors times the present one
        new Span<double>(t, Band * Band).Clear();
        new Span<double>(weights, Band).Clear();
        Pass(panel, m, -1, 0, weights, products);
        for (int k = 0; k < Band; k++)
        {
            double* row = panel + (nint)k * Band;
            Reflector reflector = Reflector.Of(row[k], products[k]);
            scales[k] = reflector.Scale;
            for (int j = 0; j < k; j++)
                inner[j] = scales[j] * (row[j] + reflector.Scale * products[j]);
            AppendToFactor(t, k, reflector.Tau, inner);

            // vᵀ·column = the pivot row's entry + scale · the product of what lies below.
            for (int j = 0; j < Band; j++)
                weights[j] = j > k ? reflector.Tau * (row[j] + reflector.Scale * products[j]) : 0;
            for (int j = k + 1; j < Band; j++)
                row[j] -= weights[j];
            row[k] = reflector.Beta;
            if (k + 1 < Band)
                Pass(panel, m, k, reflector.Scale, weights, products);
        }

        Separate(panel, m, scales, r);
    }

    /// <summary>Column k of T is −τ·T·(Vᵀv), with τ on the diagonal.</summary>
    private static void AppendToFactor(double* t, int k, double tau, double* inner)
    {
        t[k * Band + k] = tau;
        for (int i = 0; i < k; i++)
        {
            double sum = 0;
            for (int j = i; j < k; j++)
                sum += t[i * Band + j] * inner[j];
            t[i * Band + k] = -tau * sum;
        }
    }

    /// <summary>
    /// Subtracts the reflector of column k from the rows below k, and sums the products of column k + 1 below row k + 1 with every column.
    /// </summary>
    /// <remarks>Column k itself and those left of it have weight zero: they keep the reflectors, not yet scaled.</remarks>
    private static void Pass(double* panel, int m, int k, double scale, double* weights, double* products)
    {
        int next = k + 1;
        if (k >= 0)
            UpdateRow(panel + (nint)next * Band, -scale * panel[(nint)next * Band + k], weights);
        // Column k + 1 first: the products must be those of its entries as they are stored, or the norm, and with it the reflector, is off
        // where the column all but vanishes.
        int quad = 4 * TLanes.Count;
        int home = next & -quad;
        PassFourVectors(panel, next, m, k, scale, weights, products, home);
        for (int at = 0; at < Band; at += quad)
        {
            if (at != home)
                PassFourVectors(panel, next, m, k, scale, weights, products, at);
        }
    }

    /// <summary>The pass over four vectors of columns, whose products stay in registers.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)] // Fast from the first call on.
    private static void PassFourVectors(double* panel, int next, int m, int k, double scale, double* weights, double* products, int at)
    {
        int w = TLanes.Count;
        double* reflector = k < 0 ? weights : panel + k;
        nint step = k < 0 ? 0 : Band;
        TVector w0 = TLanes.Load(weights + at), w1 = TLanes.Load(weights + at + w);
        TVector w2 = TLanes.Load(weights + at + 2 * w), w3 = TLanes.Load(weights + at + 3 * w);
        TVector p0 = default, p1 = default, p2 = default, p3 = default;
        for (nint i = next + 1; i < m; i++)
        {
            double* row = panel + i * Band;
            double* four = row + at;
            TVector own = TLanes.Create(-scale * reflector[i * step]);
            TVector u0 = TLanes.MultiplyAdd(own, w0, TLanes.Load(four));
            TVector u1 = TLanes.MultiplyAdd(own, w1, TLanes.Load(four + w));
            TVector u2 = TLanes.MultiplyAdd(own, w2, TLanes.Load(four + 2 * w));
            TVector u3 = TLanes.MultiplyAdd(own, w3, TLanes.Load(four + 3 * w));
            TLanes.Store(u0, four);
            TLanes.Store(u1, four + w);
            TLanes.Store(u2, four + 2 * w);
            TLanes.Store(u3, four + 3 * w);
            TVector factor = TLanes.Create(row[next]);
            p0 = TLanes.MultiplyAdd(factor, u0, p0);
            p1 = TLanes.MultiplyAdd(factor, u1, p1);
            p2 = TLanes.MultiplyAdd(factor, u2, p2);
            p3 = TLanes.MultiplyAdd(factor, u3, p3);
        }

        TLanes.Store(p0, products + at);
        TLanes.Store(p1, products + at + w);
        TLanes.Store(p2, products + at + 2 * w);
        TLanes.Store(p3, products + at + 3 * w);
    }

    private static void UpdateRow(double* row, double own, double* weights)
    {
        for (int j = 0; j < Band; j++)
            row[j] += own * weights[j];
    }

    /// <summary>Moves R out of the panel's top and scales what is left to V.</summary>
    private static void Separate(double* panel, int m, double* scales, double* r)
    {
        for (int i = 0; i < Band; i++)
        {
            double* row = panel + (nint)i * Band;
            for (int j = 0; j < Band; j++)
            {
                r[i * Band + j] = j >= i ? row[j] : 0;
                row[j] = j > i ? 0 : j == i ? 1 : scales[j] * row[j];
            }
        }

        for (int i = Band; i < m; i++)
        {
            double* row = panel + (nint)i * Band;
            for (int at = 0; at < Band; at += TLanes.Count)
                TLanes.Store(TLanes.Multiply(TLanes.Load(scales + at), TLanes.Load(row + at)), row + at);
        }
    }
}
