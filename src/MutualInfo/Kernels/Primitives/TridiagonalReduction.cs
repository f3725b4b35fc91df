namespace MutualInfo.Kernels.Primitives;

/// <summary>The reduction of a strided lower triangle to tridiagonal form.</summary>
internal static unsafe class TridiagonalReduction
{
    /// <summary>The distance between rows, in numbers, that suits the reduction of an n × n matrix.</summary>
    public static nint StrideFor(int n) => n;

    /// <summary>Reduces a matrix whose entries are at most 2 in magnitude; overwrites its lower triangle.</summary>
    public static void Reduce(double* lower, int n, nint stride, double* diagonal, double* offDiagonal, EstimationOptions options)
    {
        double[] matrix = new double[n * n];
        for (int row = 0; row < n; row++)
            new Span<double>(lower + row * stride, row + 1).CopyTo(matrix.AsSpan(row * n));
        double[] entries = new double[n];
        double[] couplings = new double[n];
        Tridiagonalization.Reduce(matrix, n, entries, couplings, options);
        entries.CopyTo(new Span<double>(diagonal, n));
        couplings.AsSpan(0, n - 1).CopyTo(new Span<double>(offDiagonal, n - 1));
    }
}
