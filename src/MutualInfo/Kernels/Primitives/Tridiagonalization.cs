using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace MutualInfo.Kernels.Primitives;

/// <summary>Householder reduction of a symmetric matrix to tridiagonal form, one column at a time.</summary>
/// <remarks>
/// Step k reflects column k onto its first entry below the diagonal: with the reflector H = I − τuuᵀ and w = τAu − ½τ²(uᵀAu)u the trailing
/// matrix becomes A − uwᵀ − wuᵀ. That update is left pending and applied to each row just before the row is multiplied by the next
/// reflector, so the matrix passes through memory once a step, not twice. Both triangles are kept: every row is then contiguous.
/// Rows are independent, so the bits do not depend on the number of threads. Source: Golub and Van Loan, section 8.3.
/// </remarks>
internal static class Tridiagonalization
{
    // Below this many entries in the trailing matrix, handing rows to other threads costs more than it saves.
    private const long ParallelEntries = 1 << 18;

    // Entries are at most 2, so leaving out couplings this small moves no eigenvalue; their squares would be denormal, too coarse for a
    // reflector that is orthogonal. Far samples under a narrow bandwidth have similarities like that.
    private const double NegligibleTail = 1e-140;

    /// <summary>Reduces a matrix whose entries are at most 2 in magnitude; overwrites it.</summary>
    /// <param name="matrix">n × n, row-major.</param>
    /// <param name="n">The order.</param>
    /// <param name="diagonal">Receives n entries.</param>
    /// <param name="offDiagonal">Receives n − 1 entries; entry i couples i and i + 1.</param>
    /// <param name="options">Threads, cancellation, progress.</param>
    public static void Reduce(double[] matrix, int n, double[] diagonal, double[] offDiagonal, EstimationOptions options)
    {
        double[] u = new double[n];
        double[] w = new double[n];
        double[] next = new double[n];
        double[] product = new double[n];
        for (int k = 0; k < n; k++)
        {
            options.CancellationToken.ThrowIfCancellationRequested();
            Span<double> column = matrix.AsSpan(k * n + k, n - k);
            // The pending update of this row alone gives the column that the next reflector is made of.
            SubtractProducts(column, u[k], w.AsSpan(k), w[k], u.AsSpan(k));
            diagonal[k] = column[0];
            if (k == n - 1)
                break;

            double tau = MakeReflector(column[1..], next.AsSpan(k + 1), out offDiagonal[k]);
            UpdateAndMultiply(matrix, n, k + 1, u, w, next, product, options);
            FinishStep(k + 1, tau, next, product);
            (u, next) = (next, u);
            (w, product) = (product, w);
            if (k % 64 == 0)
                options.Progress?.Report(Done(k, n));
        }
    }

    /// <summary>Makes u and τ so that (I − τuuᵀ)x has one entry, <paramref name="beta"/>, and then zeros. u[0] = 1.</summary>
    private static double MakeReflector(ReadOnlySpan<double> x, Span<double> u, out double beta)
    {
        double tail = Math.Sqrt(OrderedSum.OfProducts(x[1..], x[1..]));
        x.CopyTo(u);
        u[0] = 1;
        if (tail <= NegligibleTail)
        {
            // Nothing to annihilate; τ = 0 makes the reflector the identity.
            beta = x[0];
            u[1..].Clear();
            return 0;
        }

        beta = -double.CopySign(double.Hypot(x[0], tail), x[0]);
        TensorPrimitives.Divide(u[1..], x[0] - beta, u[1..]);
        return (beta - x[0]) / beta;
    }

    /// <summary>Applies the pending update to rows from <paramref name="first"/> on, and multiplies each by the next reflector.</summary>
    private static void UpdateAndMultiply(
        double[] matrix, int n, int first, double[] u, double[] w, double[] next, double[] product, EstimationOptions options)
    {
        int rows = n - first;
        if ((long)rows * rows < ParallelEntries || options.MaxDegreeOfParallelism == 1)
        {
            for (int row = first; row < n; row++)
            {
                // One step on one thread can take longer than a caller who cancels will wait.
                options.CancellationToken.ThrowIfCancellationRequested();
                UpdateRow(row);
            }

            return;
        }

        const int RowsPerItem = 64;
        Parallel.For(0, (rows + RowsPerItem - 1) / RowsPerItem, ParallelWork.Options(options), item =>
        {
            int end = Math.Min(n, first + (item + 1) * RowsPerItem);
            for (int row = first + item * RowsPerItem; row < end; row++)
                UpdateRow(row);
        });

        void UpdateRow(int row)
        {
            product[row] = SubtractProductsThenDot(
                matrix.AsSpan(row * n + first, rows), u[row], w.AsSpan(first), w[row], u.AsSpan(first), next.AsSpan(first));
        }
    }

    /// <summary>Turns the product Au into w = τAu − ½τ²(uᵀAu)u.</summary>
    private static void FinishStep(int first, double tau, double[] u, double[] product)
    {
        Span<double> w = product.AsSpan(first);
        ReadOnlySpan<double> reflector = u.AsSpan(first);
        TensorPrimitives.Multiply(w, tau, w);
        double correction = -0.5 * tau * OrderedSum.OfProducts(w, reflector);
        TensorPrimitives.MultiplyAdd(reflector, correction, w, w);
    }

    private static void SubtractProducts(Span<double> row, double a, ReadOnlySpan<double> x, double b, ReadOnlySpan<double> y)
    {
        TensorPrimitives.MultiplyAdd(x[..row.Length], -a, row, row);
        TensorPrimitives.MultiplyAdd(y[..row.Length], -b, row, row);
    }

    /// <summary>row −= a·x + b·y, then row·z, in one pass.</summary>
    private static double SubtractProductsThenDot(
        Span<double> row, double a, ReadOnlySpan<double> x, double b, ReadOnlySpan<double> y, ReadOnlySpan<double> z)
    {
        Span<Vector<double>> rows = MemoryMarshal.Cast<double, Vector<double>>(row);
        ReadOnlySpan<Vector<double>> xs = MemoryMarshal.Cast<double, Vector<double>>(x)[..rows.Length];
        ReadOnlySpan<Vector<double>> ys = MemoryMarshal.Cast<double, Vector<double>>(y)[..rows.Length];
        ReadOnlySpan<Vector<double>> zs = MemoryMarshal.Cast<double, Vector<double>>(z)[..rows.Length];
        Vector<double> minusA = new(-a);
        Vector<double> minusB = new(-b);
        Vector<double> even = default;
        Vector<double> odd = default;
        int i = 0;
        for (; i + 1 < rows.Length; i += 2)
        {
            Vector<double> first = Vector.MultiplyAddEstimate(minusB, ys[i], Vector.MultiplyAddEstimate(minusA, xs[i], rows[i]));
            Vector<double> second = Vector.MultiplyAddEstimate(minusB, ys[i + 1], Vector.MultiplyAddEstimate(minusA, xs[i + 1], rows[i + 1]));
            rows[i] = first;
            rows[i + 1] = second;
            even = Vector.MultiplyAddEstimate(first, zs[i], even);
            odd = Vector.MultiplyAddEstimate(second, zs[i + 1], odd);
        }

        if (i < rows.Length)
        {
            rows[i] = Vector.MultiplyAddEstimate(minusB, ys[i], Vector.MultiplyAddEstimate(minusA, xs[i], rows[i]));
            even = Vector.MultiplyAddEstimate(rows[i], zs[i], even);
        }

        double dot = Vector.Sum(even + odd);
        for (int tail = rows.Length * Vector<double>.Count; tail < row.Length; tail++)
        {
            row[tail] -= a * x[tail] + b * y[tail];
            dot += row[tail] * z[tail];
        }

        return dot;
    }

    // Step k costs (n − k)², so the share done is 1 − ((n − k)/n)³.
    private static double Done(int k, int n) => 1 - Math.Pow((double)(n - k) / n, 3);
}
