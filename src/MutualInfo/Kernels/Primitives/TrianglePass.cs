using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MutualInfo.Kernels.Primitives;

/// <summary>One pass over the leading rows of a lower triangle: A ← A − uwᵀ − wuᵀ, and p = Av with the updated A.</summary>
/// <remarks>
/// An entry left of the diagonal stands for two of the symmetric matrix: it adds to p of its row and to p of its column. Rows fall into
/// parts by their number alone, and each part has a p of its own; the parts are added in order, so the bits do not depend on the number
/// of threads.
/// </remarks>
internal sealed class TrianglePass(double[] matrix, int n, EstimationOptions options)
{
    // Below this many rows, handing them to other threads costs more than it saves.
    private const int RowsPerPart = 256;

    private readonly double[][] _products = [.. Enumerable.Range(0, PartCount(n)).Select(_ => new double[n])];

    /// <summary>Updates the leading m rows and multiplies them by v.</summary>
    public void UpdateAndMultiply(int m, double[] u, double[] w, double[] v, double[] product)
    {
        int parts = PartCount(m);
        if (parts == 1 || options.MaxDegreeOfParallelism == 1)
        {
            for (int part = 0; part < parts; part++)
                RunPart(part);
        }
        else
        {
            Parallel.For(0, parts, ParallelWork.Options(options), RunPart);
        }

        _products[0].AsSpan(0, m).CopyTo(product);
        for (int part = 1; part < parts; part++)
            TensorPrimitives.Add(product.AsSpan(0, m), _products[part].AsSpan(0, m), product);

        void RunPart(int part)
        {
            // One step of a large matrix can take longer than a caller who cancels will wait.
            options.CancellationToken.ThrowIfCancellationRequested();
            Span<double> own = _products[part].AsSpan(0, m);
            own.Clear();
            int row = FirstRow(part, parts, m);
            int end = FirstRow(part + 1, parts, m);
            for (; row + 4 <= end; row += 4)
                FourRows(row, u, w, v, own);
            for (; row < end; row++)
                Corner(row, row + 1, 0, u, w, v, own);
        }
    }

    private static int PartCount(int rows) => Math.Max(1, rows / RowsPerPart);

    // A row is as long as its number, so equal areas end at the square roots of equal shares.
    private static int FirstRow(int part, int parts, int rows) =>
        part == parts ? rows : (int)(rows * Math.Sqrt((double)part / parts)) & ~3;

    /// <summary>Four rows at a time, so that u, w, v and p of the columns are loaded once for four entries.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // Fast from the first call: a short run may never reach the optimising tier.
    private void FourRows(int row, double[] u, double[] w, double[] v, Span<double> product)
    {
        Span<Vector<double>> row0 = Vectors(row);
        Span<Vector<double>> row1 = Vectors(row + 1)[..row0.Length];
        Span<Vector<double>> row2 = Vectors(row + 2)[..row0.Length];
        Span<Vector<double>> row3 = Vectors(row + 3)[..row0.Length];
        ReadOnlySpan<Vector<double>> us = MemoryMarshal.Cast<double, Vector<double>>(u)[..row0.Length];
        ReadOnlySpan<Vector<double>> ws = MemoryMarshal.Cast<double, Vector<double>>(w)[..row0.Length];
        ReadOnlySpan<Vector<double>> vs = MemoryMarshal.Cast<double, Vector<double>>(v)[..row0.Length];
        Span<Vector<double>> ps = MemoryMarshal.Cast<double, Vector<double>>(product)[..row0.Length];
        Vector<double> u0 = new(-u[row]), u1 = new(-u[row + 1]), u2 = new(-u[row + 2]), u3 = new(-u[row + 3]);
        Vector<double> w0 = new(-w[row]), w1 = new(-w[row + 1]), w2 = new(-w[row + 2]), w3 = new(-w[row + 3]);
        Vector<double> v0 = new(v[row]), v1 = new(v[row + 1]), v2 = new(v[row + 2]), v3 = new(v[row + 3]);
        Vector<double> dot0 = default, dot1 = default, dot2 = default, dot3 = default;
        for (int j = 0; j < row0.Length; j++)
        {
            Vector<double> uj = us[j], wj = ws[j], vj = vs[j], pj = ps[j];
            Vector<double> a0 = Vector.MultiplyAddEstimate(w0, uj, Vector.MultiplyAddEstimate(u0, wj, row0[j]));
            Vector<double> a1 = Vector.MultiplyAddEstimate(w1, uj, Vector.MultiplyAddEstimate(u1, wj, row1[j]));
            Vector<double> a2 = Vector.MultiplyAddEstimate(w2, uj, Vector.MultiplyAddEstimate(u2, wj, row2[j]));
            Vector<double> a3 = Vector.MultiplyAddEstimate(w3, uj, Vector.MultiplyAddEstimate(u3, wj, row3[j]));
            row0[j] = a0;
            row1[j] = a1;
            row2[j] = a2;
            row3[j] = a3;
            dot0 = Vector.MultiplyAddEstimate(a0, vj, dot0);
            dot1 = Vector.MultiplyAddEstimate(a1, vj, dot1);
            dot2 = Vector.MultiplyAddEstimate(a2, vj, dot2);
            dot3 = Vector.MultiplyAddEstimate(a3, vj, dot3);
            pj = Vector.MultiplyAddEstimate(a1, v1, Vector.MultiplyAddEstimate(a0, v0, pj));
            ps[j] = Vector.MultiplyAddEstimate(a3, v3, Vector.MultiplyAddEstimate(a2, v2, pj));
        }

        product[row] += Vector.Sum(dot0);
        product[row + 1] += Vector.Sum(dot1);
        product[row + 2] += Vector.Sum(dot2);
        product[row + 3] += Vector.Sum(dot3);
        Corner(row, row + 4, row0.Length * Vector<double>.Count, u, w, v, product);
    }

    // The whole vectors left of the first of four rows' diagonal; the same columns lie left of the diagonal in the other three.
    private Span<Vector<double>> Vectors(int row)
    {
        int columns = row & ~3;
        return MemoryMarshal.Cast<double, Vector<double>>(matrix.AsSpan(row * n, columns));
    }

    /// <summary>What the vectors leave over: from a column up to and with the diagonal, entry by entry.</summary>
    private void Corner(int firstRow, int endRow, int firstColumn, double[] u, double[] w, double[] v, Span<double> product)
    {
        for (int row = firstRow; row < endRow; row++)
        {
            Span<double> entries = matrix.AsSpan(row * n, row + 1);
            double dot = 0;
            for (int column = firstColumn; column < row; column++)
            {
                double entry = entries[column] - u[row] * w[column] - w[row] * u[column];
                entries[column] = entry;
                dot += entry * v[column];
                product[column] += entry * v[row];
            }

            entries[row] -= 2 * u[row] * w[row];
            product[row] += dot + entries[row] * v[row];
        }
    }
}
