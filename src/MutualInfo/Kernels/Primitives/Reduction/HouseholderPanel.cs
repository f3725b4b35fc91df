using System.Runtime.CompilerServices;
using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives.Reduction;

/// <summary>QR factorisation of a tall panel of 32 columns by Householder reflectors, in the compact form Q = I − V·T·Vᵀ.</summary>
/// <remarks>
/// Eight columns at a time: those are factored by themselves, then their reflectors are applied to the columns right of them as one product of
/// matrices. Source: Schreiber and Van Loan, A storage-efficient WY representation for products of Householder transformations, 1989; LAPACK's
/// dgeqrt.
/// </remarks>
internal static unsafe class HouseholderPanel<TLanes, TVector>
    where TLanes : ILanes<TVector, double>
    where TVector : unmanaged
{
    private const int Band = BandWorkspace.Band;
    private const int Width = NarrowPanel<TLanes, TVector>.Width;

    /// <summary>Factors a panel.</summary>
    /// <param name="panel">m × 32, row-major, m at least 32; becomes V, with ones on the diagonal and zeros above.</param>
    /// <param name="m">The number of rows.</param>
    /// <param name="r">Receives R, 32 × 32.</param>
    /// <param name="t">Receives T, 32 × 32.</param>
    /// <param name="narrow">Room for m × 8.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Factor(double* panel, int m, double* r, double* t, double* narrow)
    {
        double* ownT = stackalloc double[Width * Width];
        double* products = stackalloc double[Width * Band];
        new Span<double>(t, Band * Band).Clear();
        new Span<double>(r, Band * Band).Clear();
        for (int first = 0; first < Band; first += Width)
        {
            double* corner = panel + (nint)first * Band;
            int rows = m - first;
            for (nint i = 0; i < rows; i++)
                Move(corner + i * Band + first, narrow + i * Width);
            NarrowPanel<TLanes, TVector>.Factor(narrow, rows, ownT);
            TakeR(narrow, r + first * Band + first);
            for (nint i = 0; i < rows; i++)
                Move(narrow + i * Width, corner + i * Band + first);

            // The new reflectors times everything: the earlier ones, for T, and the columns still to come.
            new Span<double>(products, Width * Band).Clear();
            TileKernels<TLanes, TVector>.MultiplyAdd(Width, rows, narrow, 1, Width, corner, products, Band);
            AppendToFactor(t, first, ownT, products);
            ApplyToTheRight(corner, rows, first, narrow, ownT, products);
            TakeR(corner, first, r);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Move(double* source, double* target)
    {
        for (int at = 0; at < Width; at += TLanes.Count)
            TLanes.Store(TLanes.Load(source + at), target + at);
    }

    /// <summary>Moves R out of the first eight rows of a narrow panel, and puts there what V has: ones, and zeros above.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TakeR(double* narrow, double* r)
    {
        for (int i = 0; i < Width; i++)
        {
            for (int j = i; j < Width; j++)
            {
                r[i * Band + j] = narrow[i * Width + j];
                narrow[i * Width + j] = j == i ? 1 : 0;
            }
        }
    }

    /// <summary>The same for the columns right of the narrow panel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TakeR(double* corner, int first, double* r)
    {
        for (int i = 0; i < Width; i++)
        {
            for (int j = first + Width; j < Band; j++)
            {
                r[(first + i) * Band + j] = corner[i * Band + j];
                corner[i * Band + j] = 0;
            }
        }
    }

    /// <summary>The block of T above the new one on the diagonal: −T·(V′ᵀV)·T′, where the primes are the earlier reflectors'.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AppendToFactor(double* t, int first, double* ownT, double* products)
    {
        for (int i = 0; i < Width; i++)
        {
            for (int j = i; j < Width; j++)
                t[(first + i) * Band + first + j] = ownT[i * Width + j];
        }

        double* between = stackalloc double[Band * Width];
        for (int i = 0; i < first; i++)
        {
            for (int j = 0; j < Width; j++)
            {
                double sum = 0;
                for (int k = 0; k <= j; k++)
                    sum += products[k * Band + i] * ownT[k * Width + j];
                between[i * Width + j] = sum;
            }
        }

        for (int i = 0; i < first; i++)
        {
            for (int j = 0; j < Width; j++)
            {
                double sum = 0;
                for (int k = i; k < first; k++)
                    sum += t[i * Band + k] * between[k * Width + j];
                t[i * Band + first + j] = -sum;
            }
        }
    }

    /// <summary>C ← C − V·Tᵀ·(VᵀC) for the columns C right of the narrow panel; the others are given zeros to subtract.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ApplyToTheRight(double* corner, int rows, int first, double* v, double* ownT, double* products)
    {
        int begin = first + Width;
        if (begin == Band)
            return;
        double* weights = stackalloc double[Width * Band];
        new Span<double>(weights, Width * Band).Clear();
        for (int i = 0; i < Width; i++)
        {
            for (int k = 0; k <= i; k++)
            {
                double factor = ownT[k * Width + i];
                for (int j = begin; j < Band; j++)
                    weights[i * Band + j] -= factor * products[k * Band + j];
            }
        }

        TileKernels<TLanes, TVector>.MultiplyAdd(rows, Width, v, Width, 1, weights, corner, Band);
    }
}
