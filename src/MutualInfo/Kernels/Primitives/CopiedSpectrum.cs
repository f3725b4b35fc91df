using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives;

/// <summary>
/// The spectrum of a matrix that must not be overwritten: its lower triangle is copied to rows that lie well in memory.
/// </summary>
internal static unsafe class CopiedSpectrum
{
    /// <summary>Computes the eigenvalues of a row-major n × n matrix, ascending.</summary>
    public static void Compute(ReadOnlySpan<double> matrix, int n, Span<double> destination, EstimationOptions options)
    {
        nint stride = TridiagonalReduction.StrideFor(n);
        MatrixMemory.RequireCopy(n, stride);
        using AlignedBuffer<double> copy = AlignedBuffer<double>.Rent(n * (int)stride);
        for (int row = 0; row < n; row++)
            matrix.Slice(row * n, row + 1).CopyTo(new Span<double>(copy.Pointer + row * stride, row + 1));
        DenseSpectrum.OfLowerTriangle(copy.Pointer, n, stride, destination, options);
    }
}
