using MutualInfo.Kernels.Primitives;

namespace MutualInfo.Kernels;

/// <summary>All eigenvalues, without eigenvectors, of real symmetric matrices of the caller's own.</summary>
/// <remarks>
/// <para>
/// Householder reduction to tridiagonal form, then bisection and Newton's method. Each eigenvalue is within n·ε·‖A‖ of that of
/// the matrix given, ε = 2.2e−16. Any finite scale: 1e300, 1e−300 and denormal numbers too. Always ends. O(n³) time; the same
/// bits for any number of threads. Computed on the CPU, in the vectors of the backend in <see cref="EstimationOptions"/> where
/// that is a <see cref="CpuBackend"/>.
/// </para>
/// <para>Nothing is allocated once the pool is warm.</para>
/// </remarks>
public static unsafe class SymmetricSpectrum
{
    /// <summary>Computes the eigenvalues of a copy of a symmetric matrix. They are those of its lower triangle.</summary>
    /// <param name="matrix">
    /// n² numbers, row-major. The entries (i, j) and (j, i) may differ by rounding, 1e−9 of the largest
    /// entry; the lower is taken.
    /// </param>
    /// <param name="n">The order of the matrix, from 0.</param>
    /// <param name="destination">Receives n eigenvalues, ascending. What lies beyond them is left alone.</param>
    /// <param name="options">How to compute; null for <see cref="EstimationOptions.Default"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is negative.</exception>
    /// <exception cref="ArgumentException">
    /// The length is not n², an entry is not finite, the matrix is not symmetric, or the destination is too
    /// short or overlaps the matrix.
    /// </exception>
    /// <exception cref="InsufficientMemoryException">The matrix, or the copy of it, would not fit.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; the destination is untouched.</exception>
    public static void Eigenvalues(
        ReadOnlySpan<double> matrix, int n, Span<double> destination, EstimationOptions? options = null)
    {
        SymmetricInput.RequireShape(matrix, n, 1, nameof(matrix), destination);
        SymmetricInput.RequireSymmetric(matrix, n, nameof(matrix), 0);
        CopiedSpectrum.Compute(matrix, n, destination, options ?? EstimationOptions.Default);
    }

    /// <summary>Computes the eigenvalues of a symmetric matrix in the caller's buffer, which it <b>destroys</b>.</summary>
    /// <param name="matrix">
    /// n² numbers, row-major. Entries right of the diagonal are not looked at, so they may hold anything;
    /// they are scratch as well.
    /// </param>
    /// <param name="n">The order of the matrix, from 0.</param>
    /// <param name="destination">Receives n eigenvalues, ascending. What lies beyond them is left alone.</param>
    /// <param name="options">How to compute; null for <see cref="EstimationOptions.Default"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is negative.</exception>
    /// <exception cref="ArgumentException">
    /// The length is not n², an entry of the lower triangle is not finite, or the destination is too
    /// short or overlaps the matrix.
    /// </exception>
    /// <exception cref="InsufficientMemoryException">A matrix of that order fits no span.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; the matrix is in no useful state.</exception>
    public static void EigenvaluesInPlace(Span<double> matrix, int n, Span<double> destination, EstimationOptions? options = null)
    {
        SymmetricInput.RequireShape(matrix, n, 1, nameof(matrix), destination);
        SymmetricInput.RequireFiniteLowerTriangle(matrix, n, nameof(matrix));
        fixed (double* lower = matrix)
            DenseSpectrum.OfLowerTriangle(lower, n, n, destination, options ?? EstimationOptions.Default);
    }

    /// <summary>
    /// Computes the eigenvalues of many symmetric matrices of one order: one matrix to a core, which is faster than
    /// all cores on each in turn.
    /// </summary>
    /// <param name="matrices">
    /// k matrices of n² numbers, one after another, each row-major and symmetric as for <see cref="Eigenvalues"/>.
    /// </param>
    /// <param name="n">The order of the matrices, from 1.</param>
    /// <param name="destination">
    /// Receives k·n numbers: the eigenvalues of each matrix, ascending, one matrix after another.
    /// </param>
    /// <param name="options">
    /// How to compute; null for <see cref="EstimationOptions.Default"/>. One copy of a matrix is held for each thread.
    /// </param>
    /// <remarks>The same bits as <see cref="Eigenvalues"/> on each.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is below 1.</exception>
    /// <exception cref="ArgumentException">
    /// The length is not a multiple of n², an entry is not finite, a matrix is not symmetric, or the destination
    /// is too short or overlaps.
    /// </exception>
    /// <exception cref="InsufficientMemoryException">A matrix, or the copies, would not fit.</exception>
    /// <exception cref="OperationCanceledException">
    /// The token was cancelled; the destination holds the eigenvalues of some matrices.
    /// </exception>
    public static void EigenvaluesOfMany(
        ReadOnlySpan<double> matrices, int n, Span<double> destination, EstimationOptions? options = null)
    {
        int count = SymmetricInput.CountOf(matrices, n, nameof(matrices));
        SymmetricInput.RequireShape(matrices, n, count, nameof(matrices), destination);
        for (int i = 0; i < count; i++)
            SymmetricInput.RequireSymmetric(matrices.Slice(i * n * n, n * n), n, nameof(matrices), i * n);
        EstimationOptions how = options ?? EstimationOptions.Default;
        if (count == 1)
            CopiedSpectrum.Compute(matrices, n, destination, how);
        else
            MatrixBatch.Compute(matrices, n, count, destination, how);
    }
}
