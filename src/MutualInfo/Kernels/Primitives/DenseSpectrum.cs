using System.Numerics.Tensors;
using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives;

/// <summary>All eigenvalues of a dense symmetric matrix, no vectors: scale, reduce to tridiagonal form, bisect.</summary>
internal static unsafe class DenseSpectrum
{
    /// <summary>Computes the eigenvalues of a matrix from its lower triangle. The whole matrix is overwritten.</summary>
    /// <param name="lower">The matrix, row-major; entries right of the diagonal may hold anything.</param>
    /// <param name="n">The order; 0 is allowed.</param>
    /// <param name="stride">The distance between rows, in numbers.</param>
    /// <param name="eigenvalues">Receives n numbers, ascending.</param>
    /// <param name="options">Vectors, threads, cancellation, progress.</param>
    public static void OfLowerTriangle(double* lower, int n, nint stride, Span<double> eigenvalues, EstimationOptions options)
    {
        options.CancellationToken.ThrowIfCancellationRequested();
        double shift = ShiftDiagonal(lower, n, stride);
        double largest = LargestMagnitude(lower, n, stride);
        if (largest == 0)
        {
            eigenvalues[..n].Fill(shift);
            return;
        }

        // Scaled by a power of two, which changes no digit, so that squares of huge or tiny entries neither overflow nor vanish.
        int exponent = Math.ILogB(largest);
        if (exponent != 0)
        {
            for (int row = 0; row < n; row++)
                PowerOfTwo.Scale(new Span<double>(lower + row * stride, row + 1), -exponent);
        }

        using AlignedBuffer<double> vectors = AlignedBuffer<double>.Rent(3 * n);
        double* diagonal = vectors.Pointer;
        double* offDiagonal = diagonal + n;
        double* found = offDiagonal + n;
        TridiagonalReduction.Reduce(lower, n, stride, diagonal, offDiagonal, options);
        TridiagonalEigenvalues.Compute(diagonal, offDiagonal, n, found, options);
        Span<double> ascending = new(found, n);
        if (exponent != 0)
            PowerOfTwo.Scale(ascending, exponent);
        TensorPrimitives.Add(ascending, shift, eigenvalues);
    }

    /// <summary>
    /// Takes the least diagonal entry off the diagonal where that is exact and makes the matrix no
    /// larger; returns what was taken.
    /// </summary>
    /// <remarks>
    /// Numbers within a factor of two have an exact difference. The rounding that follows is then in proportion to what is not a
    /// multiple of the identity: a Gram matrix of far samples, nearly I, keeps the digits in which its eigenvalues differ.
    /// </remarks>
    private static double ShiftDiagonal(double* lower, int n, nint stride)
    {
        double least = double.PositiveInfinity;
        double greatest = double.NegativeInfinity;
        for (int i = 0; i < n; i++)
        {
            least = Math.Min(least, lower[i * stride + i]);
            greatest = Math.Max(greatest, lower[i * stride + i]);
        }

        // Where no entry exceeds the diagonal, as in every positive semidefinite matrix, the shift cannot dominate the spectrum.
        bool isExact = least > 0 && greatest / 2 <= least;
        if (!isExact || LargestMagnitude(lower, n, stride) > greatest)
            return 0;
        for (int i = 0; i < n; i++)
            lower[i * stride + i] -= least;
        return least;
    }

    private static double LargestMagnitude(double* lower, int n, nint stride)
    {
        double largest = 0;
        for (int row = 0; row < n; row++)
            largest = Math.Max(
                largest, Math.Abs(TensorPrimitives.MaxMagnitude(new ReadOnlySpan<double>(lower + row * stride, row + 1))));
        return largest;
    }
}
