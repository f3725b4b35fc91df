using MutualInfo.Internal;

namespace MutualInfo.Kernels.Primitives.Reduction;

/// <summary>Householder reduction of the smallest matrices, in twice the precision.</summary>
/// <remarks>
/// The bound n·ε·‖A‖ allows three units in the last place at n = 3, where a reflector in double is orthogonal to about four: one
/// random matrix in a hundred missed it. Here the matrix is reduced as if exactly, and rounded once. At these orders that costs
/// some microseconds.
/// </remarks>
internal static unsafe class SmallReduction
{
    /// <summary>The orders below this.</summary>
    public const int EndOrder = 8;

    // As in Reflector: couplings that move nothing.
    private const double NegligibleSquare = 1e-280;

    /// <summary>Reduces a matrix from its lower triangle, which is left as it is.</summary>
    public static void Reduce(double* lower, int n, nint stride, double* diagonal, double* offDiagonal)
    {
        Span<DoubleDouble> a = stackalloc DoubleDouble[n * n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
                a[i * n + j] = a[j * n + i] = lower[i * stride + j];
        }

        Span<DoubleDouble> v = stackalloc DoubleDouble[n];
        Span<DoubleDouble> w = stackalloc DoubleDouble[n];
        for (int k = 0; k + 1 < n; k++)
            offDiagonal[k] = Reflect(a, n, k, v, w);
        for (int i = 0; i < n; i++)
            diagonal[i] = a[i * n + i].High;
    }

    /// <summary>
    /// Annihilates column k below its first subdiagonal entry, which it returns: A ← HAH with H = I − 2vvᵀ/vᵀv.
    /// </summary>
    private static double Reflect(Span<DoubleDouble> a, int n, int k, Span<DoubleDouble> v, Span<DoubleDouble> w)
    {
        DoubleDouble others = 0;
        for (int i = k + 2; i < n; i++)
            others += a[i * n + k] * a[i * n + k];
        DoubleDouble pivot = a[(k + 1) * n + k];
        if (others.High <= NegligibleSquare)
            return pivot.High;

        DoubleDouble norm = DoubleDouble.Sqrt(pivot * pivot + others);
        DoubleDouble beta = pivot.High < 0 ? norm : -norm;
        for (int i = k + 1; i < n; i++)
            v[i] = a[i * n + k];
        v[k + 1] = pivot - beta;
        DoubleDouble squared = others + v[k + 1] * v[k + 1];

        // With p = 2Av/vᵀv: w = p − (vᵀp/vᵀv)·v, and A − vwᵀ − wvᵀ.
        DoubleDouble inner = 0;
        for (int i = k + 1; i < n; i++)
        {
            DoubleDouble product = 0;
            for (int j = k + 1; j < n; j++)
                product += a[i * n + j] * v[j];
            w[i] = product * 2 / squared;
            inner += v[i] * w[i];
        }

        inner /= squared;
        for (int i = k + 1; i < n; i++)
            w[i] -= inner * v[i];
        for (int i = k + 1; i < n; i++)
        {
            for (int j = k + 1; j < n; j++)
                a[i * n + j] -= v[i] * w[j] + w[i] * v[j];
        }

        return beta.High;
    }
}
