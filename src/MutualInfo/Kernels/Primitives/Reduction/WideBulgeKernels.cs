using System.Runtime.CompilerServices;
using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives.Reduction;

/// <summary>The operations of <see cref="BulgeKernels{TLanes, TVector}"/> where a column of 32 is four vectors, and 32 registers hold four columns.</summary>
/// <remarks>
/// A step of the chase is a chain: a product, a norm, a root and two divisions, an update. Here nothing of that goes through memory, which would
/// cost more than the arithmetic.
/// </remarks>
internal static unsafe class WideBulgeKernels<TLanes, TVector>
    where TLanes : ILanes<TVector, double>
    where TVector : unmanaged
{
    private const int Band = BandWorkspace.Band;
    private const int Leading = SymmetricBand.LeadingDimension;

    /// <summary>Gets whether the machine has such vectors and registers.</summary>
    public static bool IsSupported => TLanes.HasManyRegisters && 4 * TLanes.Count == Band;

    /// <summary>D ← H·D·H for a block on the diagonal that is stored whole.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)] // Fast from the first call on.
    public static void TwoSided(double* block, double* v, double tau, double* w)
    {
        if (tau == 0)
            return;
        int n = TLanes.Count;
        Multiply(block, v, out TVector w0, out TVector w1, out TVector w2, out TVector w3);
        TVector v0 = TLanes.Load(v), v1 = TLanes.Load(v + n), v2 = TLanes.Load(v + 2 * n), v3 = TLanes.Load(v + 3 * n);
        // w = −τDv + ½τ²(vᵀDv)v, and D ← D + vwᵀ + wvᵀ.
        TVector half = TLanes.Create(0.5 * tau * tau * TLanes.Sum(FourProducts(w0, w1, w2, w3, v0, v1, v2, v3)));
        TVector minus = TLanes.Create(-tau);
        w0 = TLanes.MultiplyAdd(half, v0, TLanes.Multiply(minus, w0));
        w1 = TLanes.MultiplyAdd(half, v1, TLanes.Multiply(minus, w1));
        w2 = TLanes.MultiplyAdd(half, v2, TLanes.Multiply(minus, w2));
        w3 = TLanes.MultiplyAdd(half, v3, TLanes.Multiply(minus, w3));
        TLanes.Store(w0, w);
        TLanes.Store(w1, w + n);
        TLanes.Store(w2, w + 2 * n);
        TLanes.Store(w3, w + 3 * n);
        for (int j = 0; j < Band; j++)
        {
            TVector vj = TLanes.Create(v[j]), wj = TLanes.Create(w[j]);
            TLanes.Store(TLanes.MultiplyAdd(wj, v0, TLanes.MultiplyAdd(vj, w0, TLanes.Load(block))), block);
            TLanes.Store(TLanes.MultiplyAdd(wj, v1, TLanes.MultiplyAdd(vj, w1, TLanes.Load(block + n))), block + n);
            TLanes.Store(TLanes.MultiplyAdd(wj, v2, TLanes.MultiplyAdd(vj, w2, TLanes.Load(block + 2 * n))), block + 2 * n);
            TLanes.Store(TLanes.MultiplyAdd(wj, v3, TLanes.MultiplyAdd(vj, w3, TLanes.Load(block + 3 * n))), block + 3 * n);
            block += Leading;
        }
    }

    /// <summary>B ← H·(B·H′), where H is made so that B's first column becomes (β, 0, …, 0).</summary>
    /// <returns>τ of H.</returns>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static double Chase(double* block, double* last, double lastTau, double* own, double* unit, double* sums)
    {
        int n = TLanes.Count;
        // B·H′ = M = B + p·lastᵀ with p = −τ′·B·last.
        Multiply(block, last, out TVector p0, out TVector p1, out TVector p2, out TVector p3);
        TVector minus = TLanes.Create(-lastTau);
        p0 = TLanes.Multiply(minus, p0);
        p1 = TLanes.Multiply(minus, p1);
        p2 = TLanes.Multiply(minus, p2);
        p3 = TLanes.Multiply(minus, p3);

        // The first column of M; the first entry of a reflector is 1.
        TVector u0 = TLanes.Add(p0, TLanes.Load(block)), u1 = TLanes.Add(p1, TLanes.Load(block + n));
        TVector u2 = TLanes.Add(p2, TLanes.Load(block + 2 * n)), u3 = TLanes.Add(p3, TLanes.Load(block + 3 * n));
        double pivot = TLanes.First(u0);
        TVector first = TLanes.Load(unit);
        u0 = TLanes.Multiply(u0, TLanes.Subtract(TLanes.Create(1), first));
        Reflector reflector = Reflector.Of(pivot, TLanes.Sum(FourProducts(u0, u1, u2, u3, u0, u1, u2, u3)));
        TVector scale = TLanes.Create(reflector.Scale);
        u0 = TLanes.MultiplyAdd(scale, u0, first);
        u1 = TLanes.Multiply(scale, u1);
        u2 = TLanes.Multiply(scale, u2);
        u3 = TLanes.Multiply(scale, u3);
        TLanes.Store(u0, own);
        TLanes.Store(u1, own + n);
        TLanes.Store(u2, own + 2 * n);
        TLanes.Store(u3, own + 3 * n);

        // B ← M − τ·own·(Mᵀown)ᵀ. B's first row is copied to where it stands above the diagonal: the next sweep finds it there, in the last
        // column of a block on the diagonal.
        TVector factor = TLanes.Create(-reflector.Tau);
        double* mirror = block + Band * Leading - Band;
        double* column0 = block;
        for (int j = 0; j < Band; j += 4)
        {
            double* column1 = column0 + Leading, column2 = column1 + Leading, column3 = column2 + Leading;
            TVector x = TLanes.Create(last[j]);
            TVector a0 = TLanes.MultiplyAdd(x, p0, TLanes.Load(column0)), a1 = TLanes.MultiplyAdd(x, p1, TLanes.Load(column0 + n));
            TVector a2 = TLanes.MultiplyAdd(x, p2, TLanes.Load(column0 + 2 * n)), a3 = TLanes.MultiplyAdd(x, p3, TLanes.Load(column0 + 3 * n));
            x = TLanes.Create(last[j + 1]);
            TVector b0 = TLanes.MultiplyAdd(x, p0, TLanes.Load(column1)), b1 = TLanes.MultiplyAdd(x, p1, TLanes.Load(column1 + n));
            TVector b2 = TLanes.MultiplyAdd(x, p2, TLanes.Load(column1 + 2 * n)), b3 = TLanes.MultiplyAdd(x, p3, TLanes.Load(column1 + 3 * n));
            x = TLanes.Create(last[j + 2]);
            TVector c0 = TLanes.MultiplyAdd(x, p0, TLanes.Load(column2)), c1 = TLanes.MultiplyAdd(x, p1, TLanes.Load(column2 + n));
            TVector c2 = TLanes.MultiplyAdd(x, p2, TLanes.Load(column2 + 2 * n)), c3 = TLanes.MultiplyAdd(x, p3, TLanes.Load(column2 + 3 * n));
            x = TLanes.Create(last[j + 3]);
            TVector d0 = TLanes.MultiplyAdd(x, p0, TLanes.Load(column3)), d1 = TLanes.MultiplyAdd(x, p1, TLanes.Load(column3 + n));
            TVector d2 = TLanes.MultiplyAdd(x, p2, TLanes.Load(column3 + 2 * n)), d3 = TLanes.MultiplyAdd(x, p3, TLanes.Load(column3 + 3 * n));
            TLanes.StoreSums(
                TLanes.Multiply(factor, FourProducts(a0, a1, a2, a3, u0, u1, u2, u3)),
                TLanes.Multiply(factor, FourProducts(b0, b1, b2, b3, u0, u1, u2, u3)),
                TLanes.Multiply(factor, FourProducts(c0, c1, c2, c3, u0, u1, u2, u3)),
                TLanes.Multiply(factor, FourProducts(d0, d1, d2, d3, u0, u1, u2, u3)),
                sums);
            x = TLanes.Create(sums[0]);
            a0 = TLanes.MultiplyAdd(x, u0, a0);
            TLanes.Store(a0, column0);
            TLanes.Store(TLanes.MultiplyAdd(x, u1, a1), column0 + n);
            TLanes.Store(TLanes.MultiplyAdd(x, u2, a2), column0 + 2 * n);
            TLanes.Store(TLanes.MultiplyAdd(x, u3, a3), column0 + 3 * n);
            x = TLanes.Create(sums[1]);
            b0 = TLanes.MultiplyAdd(x, u0, b0);
            TLanes.Store(b0, column1);
            TLanes.Store(TLanes.MultiplyAdd(x, u1, b1), column1 + n);
            TLanes.Store(TLanes.MultiplyAdd(x, u2, b2), column1 + 2 * n);
            TLanes.Store(TLanes.MultiplyAdd(x, u3, b3), column1 + 3 * n);
            x = TLanes.Create(sums[2]);
            c0 = TLanes.MultiplyAdd(x, u0, c0);
            TLanes.Store(c0, column2);
            TLanes.Store(TLanes.MultiplyAdd(x, u1, c1), column2 + n);
            TLanes.Store(TLanes.MultiplyAdd(x, u2, c2), column2 + 2 * n);
            TLanes.Store(TLanes.MultiplyAdd(x, u3, c3), column2 + 3 * n);
            x = TLanes.Create(sums[3]);
            d0 = TLanes.MultiplyAdd(x, u0, d0);
            TLanes.Store(d0, column3);
            TLanes.Store(TLanes.MultiplyAdd(x, u1, d1), column3 + n);
            TLanes.Store(TLanes.MultiplyAdd(x, u2, d2), column3 + 2 * n);
            TLanes.Store(TLanes.MultiplyAdd(x, u3, d3), column3 + 3 * n);
            TLanes.StoreFirsts(a0, b0, c0, d0, mirror + j);
            column0 = column3 + Leading;
            sums += 4;
        }

        // What the reflector was made for, exactly.
        TLanes.Store(TLanes.Multiply(TLanes.Create(reflector.Beta), first), block);
        TLanes.Store(default, block + n);
        TLanes.Store(default, block + 2 * n);
        TLanes.Store(default, block + 3 * n);
        return reflector.Tau;
    }

    /// <summary>M·v, summed over columns in two chains.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Multiply(double* block, double* v, out TVector p0, out TVector p1, out TVector p2, out TVector p3)
    {
        int n = TLanes.Count;
        TVector even0 = default, even1 = default, even2 = default, even3 = default;
        TVector odd0 = default, odd1 = default, odd2 = default, odd3 = default;
        for (int j = 0; j < Band; j += 2)
        {
            TVector vj = TLanes.Create(v[j]);
            even0 = TLanes.MultiplyAdd(vj, TLanes.Load(block), even0);
            even1 = TLanes.MultiplyAdd(vj, TLanes.Load(block + n), even1);
            even2 = TLanes.MultiplyAdd(vj, TLanes.Load(block + 2 * n), even2);
            even3 = TLanes.MultiplyAdd(vj, TLanes.Load(block + 3 * n), even3);
            block += Leading;
            vj = TLanes.Create(v[j + 1]);
            odd0 = TLanes.MultiplyAdd(vj, TLanes.Load(block), odd0);
            odd1 = TLanes.MultiplyAdd(vj, TLanes.Load(block + n), odd1);
            odd2 = TLanes.MultiplyAdd(vj, TLanes.Load(block + 2 * n), odd2);
            odd3 = TLanes.MultiplyAdd(vj, TLanes.Load(block + 3 * n), odd3);
            block += Leading;
        }

        p0 = TLanes.Add(even0, odd0);
        p1 = TLanes.Add(even1, odd1);
        p2 = TLanes.Add(even2, odd2);
        p3 = TLanes.Add(even3, odd3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector FourProducts(
        TVector a0, TVector a1, TVector a2, TVector a3, TVector u0, TVector u1, TVector u2, TVector u3) =>
        TLanes.Add(
            TLanes.MultiplyAdd(a0, u0, TLanes.Multiply(a1, u1)),
            TLanes.MultiplyAdd(a2, u2, TLanes.Multiply(a3, u3)));
}
