using System.Runtime.CompilerServices;
using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives.Reduction;

/// <summary>The three operations of a bulge chase on blocks of 32 × 32, column by column, four vectors of rows at a time.</summary>
internal static unsafe class BulgeKernels<TLanes, TVector>
    where TLanes : ILanes<TVector, double>
    where TVector : unmanaged
{
    private const int Band = BandWorkspace.Band;
    private const int Leading = SymmetricBand.LeadingDimension;

    private static int Strip => 4 * TLanes.Count;

    /// <summary>Makes the reflector of a column of 32, and leaves (β, 0, …, 0) in it.</summary>
    /// <returns>τ.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Annihilate(double* column, double* v, double* unit)
    {
        VectorKernels<TLanes, TVector>.Copy(column, v, Band);
        double tau = MakeReflector(v, unit, out double beta);
        LeaveOnly(beta, column, unit);
        return tau;
    }

    /// <summary>D ← H·D·H for a block on the diagonal that is stored whole.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)] // Fast from the first call on.
    public static void TwoSided(double* block, double* v, double tau, double* scratch)
    {
        if (WideBulgeKernels<TLanes, TVector>.IsSupported)
        {
            WideBulgeKernels<TLanes, TVector>.TwoSided(block, v, tau, scratch);
            return;
        }

        if (tau == 0)
            return;
        Multiply(block, v, -tau, scratch);
        // w = −τDv + ½τ(vᵀ·τDv)v, and D ← D + vwᵀ + wvᵀ.
        double correction = -0.5 * tau * VectorKernels<TLanes, TVector>.Dot(scratch, v, Band);
        int w = TLanes.Count;
        TVector c = TLanes.Create(correction);
        for (int at = 0; at < Band; at += w)
            TLanes.Store(TLanes.MultiplyAdd(c, TLanes.Load(v + at), TLanes.Load(scratch + at)), scratch + at);
        RankTwo(block, v, scratch, scratch, v);
    }

    /// <summary>B ← H·(B·H′), where H is made so that B's first column becomes (β, 0, …, 0).</summary>
    /// <param name="block">B.</param>
    /// <param name="last">The vector of H′.</param>
    /// <param name="lastTau">Its τ.</param>
    /// <param name="own">Receives the vector of H.</param>
    /// <param name="unit">1, 0, …, 0.</param>
    /// <param name="scratch">2 × 32.</param>
    /// <returns>τ of H.</returns>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static double Chase(double* block, double* last, double lastTau, double* own, double* unit, double* scratch)
    {
        if (WideBulgeKernels<TLanes, TVector>.IsSupported)
            return WideBulgeKernels<TLanes, TVector>.Chase(block, last, lastTau, own, unit, scratch);

        // B·H′ = B + p·lastᵀ with p = −τ′·B·last.
        double* p = scratch;
        Multiply(block, last, -lastTau, p);
        VectorKernels<TLanes, TVector>.Combine(1, block, last[0], p, own, Band);
        double tau = MakeReflector(own, unit, out double beta);
        ApplyBoth(block, last, p, own, -tau, scratch + Band);
        LeaveOnly(beta, block, unit);
        MirrorFirstRow(block);
        return tau;
    }

    /// <summary>B ← M + f·u·(Mᵀu)ᵀ with M = B + p·vᵀ: first Mᵀu = Bᵀu + (pᵀu)·v, then both updates.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void ApplyBoth(double* block, double* v, double* p, double* u, double f, double* products)
    {
        double inner = VectorKernels<TLanes, TVector>.Dot(p, u, Band);
        for (int j = 0; j < Band; j += 4)
        {
            double* column = block + j * Leading;
            TVector a = default, b = default, c = default, d = default;
            for (int at = 0; at < Band; at += TLanes.Count)
            {
                TVector factor = TLanes.Load(u + at);
                a = TLanes.MultiplyAdd(factor, TLanes.Load(column + at), a);
                b = TLanes.MultiplyAdd(factor, TLanes.Load(column + Leading + at), b);
                c = TLanes.MultiplyAdd(factor, TLanes.Load(column + 2 * Leading + at), c);
                d = TLanes.MultiplyAdd(factor, TLanes.Load(column + 3 * Leading + at), d);
            }

            TLanes.StoreSums(a, b, c, d, products + j);
        }

        VectorKernels<TLanes, TVector>.Combine(f, products, f * inner, v, products, Band);
        RankTwo(block, p, v, u, products);
    }

    /// <summary>Makes a reflector of v in its place. In whole vectors throughout: a vector of which one number was stored apart is slow to load.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double MakeReflector(double* v, double* unit, out double beta)
    {
        TVector one = TLanes.Create(1);
        TVector squares = default;
        for (int at = 0; at < Band; at += TLanes.Count)
        {
            TVector other = TLanes.Multiply(TLanes.Load(v + at), TLanes.Subtract(one, TLanes.Load(unit + at)));
            squares = TLanes.MultiplyAdd(other, other, squares);
        }

        Reflector reflector = Reflector.Of(v[0], TLanes.Sum(squares));
        TVector scale = TLanes.Create(reflector.Scale);
        for (int at = 0; at < Band; at += TLanes.Count)
        {
            TVector first = TLanes.Load(unit + at);
            TVector factor = TLanes.Multiply(scale, TLanes.Subtract(one, first));
            TLanes.Store(TLanes.MultiplyAdd(factor, TLanes.Load(v + at), first), v + at);
        }

        beta = reflector.Beta;
        return reflector.Tau;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void LeaveOnly(double beta, double* column, double* unit) =>
        VectorKernels<TLanes, TVector>.Combine(beta, unit, 0, unit, column, Band);

    /// <summary>Copies B's first row to where it stands above the diagonal: the next sweep finds it in the last column of a block on the diagonal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MirrorFirstRow(double* block)
    {
        // B(0, j) is at (r, r − 32 + j), its mirror image at (r − 32 + j, r): 32 columns on, and 32 rows up.
        double* mirror = block + Band * Leading - Band;
        for (int j = 0; j < Band; j++)
            mirror[j] = block[j * Leading];
    }

    /// <summary>p ← τ·M·v.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Multiply(double* block, double* v, double tau, double* p)
    {
        int w = TLanes.Count;
        TVector factor = TLanes.Create(tau);
        for (int at = 0; at < Band; at += Strip)
        {
            TVector even0 = default, even1 = default, even2 = default, even3 = default;
            TVector odd0 = default, odd1 = default, odd2 = default, odd3 = default;
            double* column = block + at;
            for (int j = 0; j < Band; j += 2)
            {
                TVector vj = TLanes.Create(v[j]);
                even0 = TLanes.MultiplyAdd(vj, TLanes.Load(column), even0);
                even1 = TLanes.MultiplyAdd(vj, TLanes.Load(column + w), even1);
                even2 = TLanes.MultiplyAdd(vj, TLanes.Load(column + 2 * w), even2);
                even3 = TLanes.MultiplyAdd(vj, TLanes.Load(column + 3 * w), even3);
                column += Leading;
                vj = TLanes.Create(v[j + 1]);
                odd0 = TLanes.MultiplyAdd(vj, TLanes.Load(column), odd0);
                odd1 = TLanes.MultiplyAdd(vj, TLanes.Load(column + w), odd1);
                odd2 = TLanes.MultiplyAdd(vj, TLanes.Load(column + 2 * w), odd2);
                odd3 = TLanes.MultiplyAdd(vj, TLanes.Load(column + 3 * w), odd3);
                column += Leading;
            }

            TLanes.Store(TLanes.Multiply(factor, TLanes.Add(even0, odd0)), p + at);
            TLanes.Store(TLanes.Multiply(factor, TLanes.Add(even1, odd1)), p + at + w);
            TLanes.Store(TLanes.Multiply(factor, TLanes.Add(even2, odd2)), p + at + 2 * w);
            TLanes.Store(TLanes.Multiply(factor, TLanes.Add(even3, odd3)), p + at + 3 * w);
        }
    }

    /// <summary>M ← M + a·bᵀ + c·dᵀ.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void RankTwo(double* block, double* a, double* b, double* c, double* d)
    {
        int w = TLanes.Count;
        for (int at = 0; at < Band; at += Strip)
        {
            TVector a0 = TLanes.Load(a + at), a1 = TLanes.Load(a + at + w), a2 = TLanes.Load(a + at + 2 * w), a3 = TLanes.Load(a + at + 3 * w);
            TVector c0 = TLanes.Load(c + at), c1 = TLanes.Load(c + at + w), c2 = TLanes.Load(c + at + 2 * w), c3 = TLanes.Load(c + at + 3 * w);
            double* column = block + at;
            for (int j = 0; j < Band; j++)
            {
                TVector bj = TLanes.Create(b[j]), dj = TLanes.Create(d[j]);
                TLanes.Store(TLanes.MultiplyAdd(a0, bj, TLanes.MultiplyAdd(c0, dj, TLanes.Load(column))), column);
                TLanes.Store(TLanes.MultiplyAdd(a1, bj, TLanes.MultiplyAdd(c1, dj, TLanes.Load(column + w))), column + w);
                TLanes.Store(TLanes.MultiplyAdd(a2, bj, TLanes.MultiplyAdd(c2, dj, TLanes.Load(column + 2 * w))), column + 2 * w);
                TLanes.Store(TLanes.MultiplyAdd(a3, bj, TLanes.MultiplyAdd(c3, dj, TLanes.Load(column + 3 * w))), column + 3 * w);
                column += Leading;
            }
        }
    }
}
