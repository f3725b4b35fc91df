using System.Numerics.Tensors;

namespace MutualInfo.Kernels.Primitives;

/// <summary>Householder reduction of a symmetric matrix to tridiagonal form, from the last row up. Only the lower triangle is read.</summary>
/// <remarks>
/// Step m reflects the row m, left of the diagonal, onto its last entry: with the reflector H = I − τuuᵀ and w = τAu − ½τ²(uᵀAu)u the
/// leading m × m matrix becomes A − uwᵀ − wuᵀ. That update is left pending and applied in the same pass that multiplies the matrix by the
/// next reflector, so the triangle moves through memory once a step. Source: Golub and Van Loan, Matrix Computations, section 8.3.
/// </remarks>
internal static class Tridiagonalization
{
    // Entries are at most 2, so leaving out couplings this small moves no eigenvalue; their squares would be denormal, too coarse for a
    // reflector that is orthogonal. Far samples under a narrow bandwidth have similarities like that.
    private const double NegligibleNorm = 1e-140;

    /// <summary>Reduces a matrix whose entries are at most 2 in magnitude; overwrites its lower triangle.</summary>
    /// <param name="matrix">n × n, row-major.</param>
    /// <param name="n">The order.</param>
    /// <param name="diagonal">Receives n entries.</param>
    /// <param name="offDiagonal">Receives n − 1 entries; entry i couples i and i + 1.</param>
    /// <param name="options">Threads, cancellation, progress.</param>
    public static void Reduce(double[] matrix, int n, double[] diagonal, double[] offDiagonal, EstimationOptions options)
    {
        // The pending update A − uwᵀ − wuᵀ; both are zero before the first step.
        double[] u = new double[n];
        double[] w = new double[n];
        double[] next = new double[n];
        double[] product = new double[n];
        TrianglePass pass = new(matrix, n, options);
        for (int m = n - 1; m >= 0; m--)
        {
            options.CancellationToken.ThrowIfCancellationRequested();
            Span<double> row = matrix.AsSpan(m * n, m + 1);
            TensorPrimitives.MultiplyAdd(w.AsSpan(0, m + 1), -u[m], row, row);
            TensorPrimitives.MultiplyAdd(u.AsSpan(0, m + 1), -w[m], row, row);
            diagonal[m] = row[m];
            if (m == 0)
                break;

            double tau = MakeReflector(row[..m], next, out offDiagonal[m - 1]);
            pass.UpdateAndMultiply(m, u, w, next, product);
            FinishStep(m, tau, next, product);
            (u, next) = (next, u);
            (w, product) = (product, w);
            if (m % 64 == 0)
                options.Progress?.Report(Done(m, n));
        }
    }

    /// <summary>Makes u and τ so that (I − τuuᵀ)x is zero but for its last entry, <paramref name="beta"/>. The last entry of u is 1.</summary>
    private static double MakeReflector(ReadOnlySpan<double> x, Span<double> u, out double beta)
    {
        ReadOnlySpan<double> others = x[..^1];
        double last = x[^1];
        double norm = Math.Sqrt(OrderedSum.OfProducts(others, others));
        u[others.Length] = 1;
        if (norm <= NegligibleNorm)
        {
            // Nothing to annihilate that matters; τ = 0 makes the reflector the identity.
            u[..others.Length].Clear();
            beta = last;
            return 0;
        }

        // The sign is opposite to the entry's, so that the difference below does not cancel.
        beta = -double.CopySign(double.Hypot(last, norm), last);
        TensorPrimitives.Divide(others, last - beta, u);
        return (beta - last) / beta;
    }

    /// <summary>Turns the product Au into w = τAu − ½τ²(uᵀAu)u.</summary>
    private static void FinishStep(int m, double tau, double[] u, double[] product)
    {
        Span<double> w = product.AsSpan(0, m);
        ReadOnlySpan<double> reflector = u.AsSpan(0, m);
        TensorPrimitives.Multiply(w, tau, w);
        double correction = -0.5 * tau * OrderedSum.OfProducts(w, reflector);
        TensorPrimitives.MultiplyAdd(reflector, correction, w, w);
    }

    // Step m costs m², so the share done is 1 − (m/n)³.
    private static double Done(int m, int n) => 1 - Math.Pow((double)m / n, 3);
}
