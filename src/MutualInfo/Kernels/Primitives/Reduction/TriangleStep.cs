using System.Runtime.CompilerServices;
using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives.Reduction;

/// <summary>The pass over a lower triangle: A ← A − uwᵀ − wuᵀ, and in the same breath p += Av with the updated A. Four rows at a time.</summary>
/// <remarks>
/// <code>
///              columns below `block`: each entry stands for two,      the diagonal block, stored whole:
///              it adds to p of its row and to p of its column         its entries add to p of their rows only
///   row     [ a a a a a a a a | a a a a a a a a | … ]               [ a a a a a a a a ]
///   row + 1 [ a a a a a a a a | a a a a a a a a | … ]               [ a a a a a a a a ]
///   row + 2 …
/// </code>
/// Because the diagonal blocks are whole, every load is a whole vector and no entry is treated by itself. Rows that are already reduced, and
/// those that only fill up a block, have zeros in u, w and v, so they change nothing.
/// </remarks>
internal static unsafe class TriangleStep<TLanes, TVector>
    where TLanes : ILanes<TVector, double>
    where TVector : unmanaged
{
    /// <summary>Gets the order of a diagonal block: a whole number of vectors and of groups of four rows.</summary>
    public static int BlockOrder => Math.Max(4, TLanes.Count);

    /// <summary>Does four rows.</summary>
    /// <param name="row0">A row; the others follow it. Each has room for whole blocks.</param>
    /// <param name="row1">The second row.</param>
    /// <param name="row2">The third row.</param>
    /// <param name="row3">The fourth row.</param>
    /// <param name="row">The number of the first of them, a multiple of 4.</param>
    /// <param name="u">The reflector whose update is pending.</param>
    /// <param name="w">Its partner in that update.</param>
    /// <param name="v">The vector to multiply with.</param>
    /// <param name="p">The product, added to.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)] // Fast from the first call on.
    public static void FourRows(
        double* row0, double* row1, double* row2, double* row3, int row, double* u, double* w, double* v, double* p)
    {
        TVector u0 = TLanes.Create(-u[row]), u1 = TLanes.Create(-u[row + 1]), u2 = TLanes.Create(-u[row + 2]), u3 = TLanes.Create(-u[row + 3]);
        TVector w0 = TLanes.Create(-w[row]), w1 = TLanes.Create(-w[row + 1]), w2 = TLanes.Create(-w[row + 2]), w3 = TLanes.Create(-w[row + 3]);
        TVector v0 = TLanes.Create(v[row]), v1 = TLanes.Create(v[row + 1]), v2 = TLanes.Create(v[row + 2]), v3 = TLanes.Create(v[row + 3]);
        TVector dot0 = default, dot1 = default, dot2 = default, dot3 = default;
        int block = row & -BlockOrder;
        int j = 0;
        for (; j < block; j += TLanes.Count)
        {
            TVector uj = TLanes.Load(u + j), wj = TLanes.Load(w + j), vj = TLanes.Load(v + j), pj = TLanes.Load(p + j);
            TVector a = TLanes.MultiplyAdd(w0, uj, TLanes.MultiplyAdd(u0, wj, TLanes.Load(row0 + j)));
            TLanes.Store(a, row0 + j);
            dot0 = TLanes.MultiplyAdd(a, vj, dot0);
            pj = TLanes.MultiplyAdd(a, v0, pj);
            a = TLanes.MultiplyAdd(w1, uj, TLanes.MultiplyAdd(u1, wj, TLanes.Load(row1 + j)));
            TLanes.Store(a, row1 + j);
            dot1 = TLanes.MultiplyAdd(a, vj, dot1);
            pj = TLanes.MultiplyAdd(a, v1, pj);
            a = TLanes.MultiplyAdd(w2, uj, TLanes.MultiplyAdd(u2, wj, TLanes.Load(row2 + j)));
            TLanes.Store(a, row2 + j);
            dot2 = TLanes.MultiplyAdd(a, vj, dot2);
            pj = TLanes.MultiplyAdd(a, v2, pj);
            a = TLanes.MultiplyAdd(w3, uj, TLanes.MultiplyAdd(u3, wj, TLanes.Load(row3 + j)));
            TLanes.Store(a, row3 + j);
            dot3 = TLanes.MultiplyAdd(a, vj, dot3);
            pj = TLanes.MultiplyAdd(a, v3, pj);
            TLanes.Store(pj, p + j);
        }

        for (; j < block + BlockOrder; j += TLanes.Count)
        {
            TVector uj = TLanes.Load(u + j), wj = TLanes.Load(w + j), vj = TLanes.Load(v + j);
            TVector a = TLanes.MultiplyAdd(w0, uj, TLanes.MultiplyAdd(u0, wj, TLanes.Load(row0 + j)));
            TLanes.Store(a, row0 + j);
            dot0 = TLanes.MultiplyAdd(a, vj, dot0);
            a = TLanes.MultiplyAdd(w1, uj, TLanes.MultiplyAdd(u1, wj, TLanes.Load(row1 + j)));
            TLanes.Store(a, row1 + j);
            dot1 = TLanes.MultiplyAdd(a, vj, dot1);
            a = TLanes.MultiplyAdd(w2, uj, TLanes.MultiplyAdd(u2, wj, TLanes.Load(row2 + j)));
            TLanes.Store(a, row2 + j);
            dot2 = TLanes.MultiplyAdd(a, vj, dot2);
            a = TLanes.MultiplyAdd(w3, uj, TLanes.MultiplyAdd(u3, wj, TLanes.Load(row3 + j)));
            TLanes.Store(a, row3 + j);
            dot3 = TLanes.MultiplyAdd(a, vj, dot3);
        }

        TLanes.AddSums(dot0, dot1, dot2, dot3, p + row);
    }
}
