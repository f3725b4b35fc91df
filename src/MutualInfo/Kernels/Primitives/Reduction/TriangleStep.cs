using System.Runtime.CompilerServices;
using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives.Reduction;

/// <summary>
/// Passes over a lower triangle, four rows at a time: p += Av, and the same with A updated on the way by two pending pairs.
/// </summary>
/// <remarks>
/// <code>
///              columns left of `block`: each entry stands for two,    the diagonal block, stored whole:
///              it adds to p of its row and to p of its column         its entries add to p of their rows only
///   row     [ a a a a a a a a | a a a a a a a a | … ]               [ a a a a a a a a ]
///   row + 1 [ a a a a a a a a | a a a a a a a a | … ]               [ a a a a a a a a ]
///   row + 2 …
/// </code>
/// Because the diagonal blocks are whole, every load is a whole vector and no entry is treated by itself. Rows that are already
/// reduced, and those that only fill up a block, have zeros in the pairs and in v, so they change nothing.
/// </remarks>
/// <param name="matrix">The matrix; every row has room for whole blocks.</param>
/// <param name="n">The number of rows that there are: what lies beyond is never touched.</param>
/// <param name="stride">From one row to the next.</param>
internal readonly unsafe struct TriangleStep<TLanes, TVector>(double* matrix, int n, nint stride)
    where TLanes : ILanes<TVector, double>
    where TVector : unmanaged
{
    /// <summary>Gets the order of a diagonal block: a whole number of vectors and of groups of four rows.</summary>
    public static int BlockOrder => Math.Max(4, TLanes.Count);

    /// <summary>p += Av for some rows of A, which is only read.</summary>
    /// <param name="begin">The first row, a multiple of 4; rows are taken by fours.</param>
    /// <param name="end">The row after the last.</param>
    /// <param name="v">The vector to multiply with.</param>
    /// <param name="p">The product, added to.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)] // Fast from the first call on.
    public void Multiply(int begin, int end, double* v, double* p)
    {
        for (int row = begin; row < end; row += 4)
        {
            double* row0 = Row(row), row1 = Row(row + 1), row2 = Row(row + 2), row3 = Row(row + 3);
            TVector v0 = TLanes.Create(v[row]), v1 = TLanes.Create(v[row + 1]);
            TVector v2 = TLanes.Create(v[row + 2]), v3 = TLanes.Create(v[row + 3]);
            TVector dot0 = default, dot1 = default, dot2 = default, dot3 = default;
            int block = row & -BlockOrder;
            int j = 0;
            for (; j < block; j += TLanes.Count)
            {
                TVector vj = TLanes.Load(v + j), pj = TLanes.Load(p + j);
                TVector a0 = TLanes.Load(row0 + j);
                dot0 = TLanes.MultiplyAdd(a0, vj, dot0);
                pj = TLanes.MultiplyAdd(a0, v0, pj);
                TVector a1 = TLanes.Load(row1 + j);
                dot1 = TLanes.MultiplyAdd(a1, vj, dot1);
                pj = TLanes.MultiplyAdd(a1, v1, pj);
                TVector a2 = TLanes.Load(row2 + j);
                dot2 = TLanes.MultiplyAdd(a2, vj, dot2);
                pj = TLanes.MultiplyAdd(a2, v2, pj);
                TVector a3 = TLanes.Load(row3 + j);
                dot3 = TLanes.MultiplyAdd(a3, vj, dot3);
                pj = TLanes.MultiplyAdd(a3, v3, pj);
                TLanes.Store(pj, p + j);
            }

            for (; j < block + BlockOrder; j += TLanes.Count)
            {
                TVector vj = TLanes.Load(v + j);
                dot0 = TLanes.MultiplyAdd(TLanes.Load(row0 + j), vj, dot0);
                dot1 = TLanes.MultiplyAdd(TLanes.Load(row1 + j), vj, dot1);
                dot2 = TLanes.MultiplyAdd(TLanes.Load(row2 + j), vj, dot2);
                dot3 = TLanes.MultiplyAdd(TLanes.Load(row3 + j), vj, dot3);
            }

            TLanes.AddSums(dot0, dot1, dot2, dot3, p + row);
        }
    }

    /// <summary>A ← A + uwᵀ + wuᵀ for both pairs, and p += Av with the updated A, for some rows.</summary>
    /// <param name="begin">The first row, a multiple of 4; rows are taken by fours.</param>
    /// <param name="end">The row after the last.</param>
    /// <param name="pairs">The two pairs u and w whose updates are pending.</param>
    /// <param name="v">The vector to multiply with.</param>
    /// <param name="p">The product, added to.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public void UpdateAndMultiply(int begin, int end, in PendingPairs pairs, double* v, double* p)
    {
        double* u = pairs.U, w = pairs.W, s = pairs.SecondU, t = pairs.SecondW;
        for (int row = begin; row < end; row += 4)
        {
            double* row0 = Row(row), row1 = Row(row + 1), row2 = Row(row + 2), row3 = Row(row + 3);
            TVector u0 = TLanes.Create(u[row]), u1 = TLanes.Create(u[row + 1]);
            TVector u2 = TLanes.Create(u[row + 2]), u3 = TLanes.Create(u[row + 3]);
            TVector w0 = TLanes.Create(w[row]), w1 = TLanes.Create(w[row + 1]);
            TVector w2 = TLanes.Create(w[row + 2]), w3 = TLanes.Create(w[row + 3]);
            TVector s0 = TLanes.Create(s[row]), s1 = TLanes.Create(s[row + 1]);
            TVector s2 = TLanes.Create(s[row + 2]), s3 = TLanes.Create(s[row + 3]);
            TVector t0 = TLanes.Create(t[row]), t1 = TLanes.Create(t[row + 1]);
            TVector t2 = TLanes.Create(t[row + 2]), t3 = TLanes.Create(t[row + 3]);
            TVector v0 = TLanes.Create(v[row]), v1 = TLanes.Create(v[row + 1]);
            TVector v2 = TLanes.Create(v[row + 2]), v3 = TLanes.Create(v[row + 3]);
            TVector dot0 = default, dot1 = default, dot2 = default, dot3 = default;
            int block = row & -BlockOrder;
            int j = 0;
            for (; j < block; j += TLanes.Count)
            {
                TVector uj = TLanes.Load(u + j), wj = TLanes.Load(w + j), sj = TLanes.Load(s + j), tj = TLanes.Load(t + j);
                TVector vj = TLanes.Load(v + j), pj = TLanes.Load(p + j);
                TVector a = TLanes.MultiplyAdd(w0, uj, TLanes.MultiplyAdd(u0, wj, TLanes.Load(row0 + j)));
                a = TLanes.MultiplyAdd(t0, sj, TLanes.MultiplyAdd(s0, tj, a));
                TLanes.Store(a, row0 + j);
                dot0 = TLanes.MultiplyAdd(a, vj, dot0);
                pj = TLanes.MultiplyAdd(a, v0, pj);
                a = TLanes.MultiplyAdd(w1, uj, TLanes.MultiplyAdd(u1, wj, TLanes.Load(row1 + j)));
                a = TLanes.MultiplyAdd(t1, sj, TLanes.MultiplyAdd(s1, tj, a));
                TLanes.Store(a, row1 + j);
                dot1 = TLanes.MultiplyAdd(a, vj, dot1);
                pj = TLanes.MultiplyAdd(a, v1, pj);
                a = TLanes.MultiplyAdd(w2, uj, TLanes.MultiplyAdd(u2, wj, TLanes.Load(row2 + j)));
                a = TLanes.MultiplyAdd(t2, sj, TLanes.MultiplyAdd(s2, tj, a));
                TLanes.Store(a, row2 + j);
                dot2 = TLanes.MultiplyAdd(a, vj, dot2);
                pj = TLanes.MultiplyAdd(a, v2, pj);
                a = TLanes.MultiplyAdd(w3, uj, TLanes.MultiplyAdd(u3, wj, TLanes.Load(row3 + j)));
                a = TLanes.MultiplyAdd(t3, sj, TLanes.MultiplyAdd(s3, tj, a));
                TLanes.Store(a, row3 + j);
                dot3 = TLanes.MultiplyAdd(a, vj, dot3);
                pj = TLanes.MultiplyAdd(a, v3, pj);
                TLanes.Store(pj, p + j);
            }

            for (; j < block + BlockOrder; j += TLanes.Count)
            {
                TVector uj = TLanes.Load(u + j), wj = TLanes.Load(w + j), sj = TLanes.Load(s + j), tj = TLanes.Load(t + j);
                TVector vj = TLanes.Load(v + j);
                TVector a = TLanes.MultiplyAdd(w0, uj, TLanes.MultiplyAdd(u0, wj, TLanes.Load(row0 + j)));
                a = TLanes.MultiplyAdd(t0, sj, TLanes.MultiplyAdd(s0, tj, a));
                TLanes.Store(a, row0 + j);
                dot0 = TLanes.MultiplyAdd(a, vj, dot0);
                a = TLanes.MultiplyAdd(w1, uj, TLanes.MultiplyAdd(u1, wj, TLanes.Load(row1 + j)));
                a = TLanes.MultiplyAdd(t1, sj, TLanes.MultiplyAdd(s1, tj, a));
                TLanes.Store(a, row1 + j);
                dot1 = TLanes.MultiplyAdd(a, vj, dot1);
                a = TLanes.MultiplyAdd(w2, uj, TLanes.MultiplyAdd(u2, wj, TLanes.Load(row2 + j)));
                a = TLanes.MultiplyAdd(t2, sj, TLanes.MultiplyAdd(s2, tj, a));
                TLanes.Store(a, row2 + j);
                dot2 = TLanes.MultiplyAdd(a, vj, dot2);
                a = TLanes.MultiplyAdd(w3, uj, TLanes.MultiplyAdd(u3, wj, TLanes.Load(row3 + j)));
                a = TLanes.MultiplyAdd(t3, sj, TLanes.MultiplyAdd(s3, tj, a));
                TLanes.Store(a, row3 + j);
                dot3 = TLanes.MultiplyAdd(a, vj, dot3);
            }

            TLanes.AddSums(dot0, dot1, dot2, dot3, p + row);
        }
    }

    // A group of four may run past the matrix. The last row then stands in: with zeros in v and in the pairs, it is left as it
    // is.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double* Row(int row) => matrix + Math.Min(row, n - 1) * stride;
}
