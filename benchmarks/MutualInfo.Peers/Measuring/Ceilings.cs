using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MutualInfo.Peers.Measuring;

/// <summary>What the hardware can do at most: multiply-adds on registers alone, and a triad over memory that no cache holds.</summary>
/// <param name="FlopsOneThread">Float64 operations a second of one thread, a multiply-add counted as two.</param>
/// <param name="FlopsAllThreads">The same of all threads together.</param>
/// <param name="Flops256">That of one thread on 256-bit vectors.</param>
/// <param name="BytesOneThread">Bytes a second of the triad a = b + s·c, 24 for each element, on one thread.</param>
/// <param name="BytesAllThreads">The same on all threads.</param>
internal sealed record Ceilings(double FlopsOneThread, double FlopsAllThreads, double Flops256, double BytesOneThread, double BytesAllThreads)
{
    private const int Steps = 2_000_000;

    // Independent sums: they hide the latency of the multiply-add on processors with two units of up to six cycles.
    private const int Sums = 12;

    private const int TriadLength = 1 << 25;

    // A neighbour on the host can take half a core for a second, so the best of some attempts counts.
    private const int Attempts = 5;

    public static Ceilings Measure()
    {
        int threads = Environment.ProcessorCount;
        double narrow = Flops(1, 4, Multiply256);
        double one = Vector512.IsHardwareAccelerated ? Math.Max(narrow, Flops(1, 8, Multiply512)) : narrow;
        double all = Math.Max(Flops(threads, 4, Multiply256), Vector512.IsHardwareAccelerated ? Flops(threads, 8, Multiply512) : 0);
        return new Ceilings(one, all, narrow, Triad(1), Triad(threads));
    }

    private static double Flops(int threads, int lanes, Action loop) =>
        (double)threads * Steps * Sums * lanes * 2 / Least(
            () => Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, _ => loop()));

    private static double Least(Action work) => Enumerable.Range(0, Attempts).Min(_ => Stopped.SecondsOf(work, 0.05).Minimum);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Multiply256()
    {
        Vector256<double> a = Vector256.Create(0.999999), b = Vector256.Create(1e-9);
        Vector256<double> s0 = a, s1 = a, s2 = a, s3 = a, s4 = a, s5 = a, s6 = a, s7 = a, s8 = a, s9 = a, s10 = a, s11 = a;
        for (int i = 0; i < Steps; i++)
        {
            s0 = Vector256.FusedMultiplyAdd(s0, a, b);
            s1 = Vector256.FusedMultiplyAdd(s1, a, b);
            s2 = Vector256.FusedMultiplyAdd(s2, a, b);
            s3 = Vector256.FusedMultiplyAdd(s3, a, b);
            s4 = Vector256.FusedMultiplyAdd(s4, a, b);
            s5 = Vector256.FusedMultiplyAdd(s5, a, b);
            s6 = Vector256.FusedMultiplyAdd(s6, a, b);
            s7 = Vector256.FusedMultiplyAdd(s7, a, b);
            s8 = Vector256.FusedMultiplyAdd(s8, a, b);
            s9 = Vector256.FusedMultiplyAdd(s9, a, b);
            s10 = Vector256.FusedMultiplyAdd(s10, a, b);
            s11 = Vector256.FusedMultiplyAdd(s11, a, b);
        }

        Keep(Vector256.Sum(s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7 + s8 + s9 + s10 + s11));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Multiply512()
    {
        Vector512<double> a = Vector512.Create(0.999999), b = Vector512.Create(1e-9);
        Vector512<double> s0 = a, s1 = a, s2 = a, s3 = a, s4 = a, s5 = a, s6 = a, s7 = a, s8 = a, s9 = a, s10 = a, s11 = a;
        for (int i = 0; i < Steps; i++)
        {
            s0 = Vector512.FusedMultiplyAdd(s0, a, b);
            s1 = Vector512.FusedMultiplyAdd(s1, a, b);
            s2 = Vector512.FusedMultiplyAdd(s2, a, b);
            s3 = Vector512.FusedMultiplyAdd(s3, a, b);
            s4 = Vector512.FusedMultiplyAdd(s4, a, b);
            s5 = Vector512.FusedMultiplyAdd(s5, a, b);
            s6 = Vector512.FusedMultiplyAdd(s6, a, b);
            s7 = Vector512.FusedMultiplyAdd(s7, a, b);
            s8 = Vector512.FusedMultiplyAdd(s8, a, b);
            s9 = Vector512.FusedMultiplyAdd(s9, a, b);
            s10 = Vector512.FusedMultiplyAdd(s10, a, b);
            s11 = Vector512.FusedMultiplyAdd(s11, a, b);
        }

        Keep(Vector512.Sum(s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7 + s8 + s9 + s10 + s11));
    }

    private static double Triad(int threads)
    {
        double[] a = new double[TriadLength], b = new double[TriadLength], c = new double[TriadLength];
        Array.Fill(a, 1);
        Array.Fill(b, 2);
        Array.Fill(c, 3);
        int share = TriadLength / threads;
        double seconds = Least(() => Parallel.For(
            0,
            threads,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            part => TriadOf(a.AsSpan(part * share, share), b.AsSpan(part * share, share), c.AsSpan(part * share, share))));
        return 24.0 * share * threads / seconds;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TriadOf(Span<double> a, ReadOnlySpan<double> b, ReadOnlySpan<double> c)
    {
        Vector256<double> scale = Vector256.Create(0.5);
        for (int i = 0; i <= a.Length - 4; i += 4)
            (Vector256.Create(b.Slice(i, 4)) + scale * Vector256.Create(c.Slice(i, 4))).CopyTo(a.Slice(i, 4));
    }

    // A result that nobody reads would let the compiler drop the loop.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Keep(double value) => GC.KeepAlive(value);
}
