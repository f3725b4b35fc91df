using System.Runtime.CompilerServices;
using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives.Reduction;

/// <summary>Sums over a few padded vectors. Lengths are whole numbers of lanes, so bits do not depend on where a vector lies.</summary>
internal static unsafe class VectorKernels<TLanes, TVector>
    where TLanes : ILanes<TVector, double>
    where TVector : unmanaged
{
    /// <summary>Σ xᵢyᵢ, in four chains, so that the additions do not wait for one another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Dot(double* x, double* y, int length)
    {
        int w = TLanes.Count;
        TVector sum0 = default, sum1 = default, sum2 = default, sum3 = default;
        int i = 0;
        for (; i + 4 * w <= length; i += 4 * w)
        {
            sum0 = TLanes.MultiplyAdd(TLanes.Load(x + i), TLanes.Load(y + i), sum0);
            sum1 = TLanes.MultiplyAdd(TLanes.Load(x + i + w), TLanes.Load(y + i + w), sum1);
            sum2 = TLanes.MultiplyAdd(TLanes.Load(x + i + 2 * w), TLanes.Load(y + i + 2 * w), sum2);
            sum3 = TLanes.MultiplyAdd(TLanes.Load(x + i + 3 * w), TLanes.Load(y + i + 3 * w), sum3);
        }

        for (; i < length; i += w)
            sum0 = TLanes.MultiplyAdd(TLanes.Load(x + i), TLanes.Load(y + i), sum0);
        return TLanes.Sum(TLanes.Add(TLanes.Add(sum0, sum1), TLanes.Add(sum2, sum3)));
    }

    /// <summary>y ← x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Copy(double* x, double* y, int length)
    {
        for (int i = 0; i < length; i += TLanes.Count)
            TLanes.Store(TLanes.Load(x + i), y + i);
    }

    /// <summary>x ← f·x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Scale(double factor, double* x, int length)
    {
        TVector f = TLanes.Create(factor);
        for (int i = 0; i < length; i += TLanes.Count)
            TLanes.Store(TLanes.Multiply(f, TLanes.Load(x + i)), x + i);
    }

    /// <summary>y ← y + x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(double* x, double* y, int length)
    {
        for (int i = 0; i < length; i += TLanes.Count)
            TLanes.Store(TLanes.Add(TLanes.Load(x + i), TLanes.Load(y + i)), y + i);
    }

    /// <summary>z ← f·x + g·y.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Combine(double f, double* x, double g, double* y, double* z, int length)
    {
        TVector fs = TLanes.Create(f);
        TVector gs = TLanes.Create(g);
        for (int i = 0; i < length; i += TLanes.Count)
            TLanes.Store(TLanes.MultiplyAdd(fs, TLanes.Load(x + i), TLanes.Multiply(gs, TLanes.Load(y + i))), z + i);
    }
}
