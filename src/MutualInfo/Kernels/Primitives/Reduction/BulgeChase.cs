using System.Runtime.CompilerServices;
using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives.Reduction;

/// <summary>The second of two stages: band to tridiagonal form, column by column, each time chasing the bulge off the end.</summary>
/// <remarks>
/// <para>
/// Sweep s annihilates column s below its first subdiagonal entry with a reflector of length 32. That fills in 32 columns further on, so a reflector 32 rows
/// down annihilates the first column of the fill-in, and so on to the end:
/// </para>
/// <code>
///     step k works on rows r = s + 1 + 32k and the columns 32 before:
///       B = A(r … r + 31, r − 32 … r − 1):  B ← H·(B·H′), H′ from step k − 1, H such that B's first column becomes (β, 0, …, 0)
///       D = A(r … r + 31, r … r + 31):      D ← H·D·H
/// </code>
/// <para>
/// Step k of sweep s touches what steps up to k + 1 of sweep s − 1 have touched and nothing beyond. So sweeps follow one another at a distance of two steps: several of
/// them, a group, in turn on one thread, so that blocks are met again in the cache, and groups on different threads by counters of progress. Every entry sees
/// the same operations in the same order however that comes about, so bits do not depend on it.
/// </para>
/// <para>Source: Lang, A parallel algorithm for reducing symmetric banded matrices to tridiagonal form, 1993; LAPACK's dsbtrd, dsytrd_sb2st.</para>
/// </remarks>
internal sealed unsafe class BulgeChase<TLanes, TVector> : IPartitionedWork
    where TLanes : ILanes<TVector, double>
    where TVector : unmanaged
{
    private const int Band = BandWorkspace.Band;
    // Two sweeps on one thread: the second meets the first one's blocks in the nearest cache. On several, a group has more, since its blocks then
    // move to another core for the next group.
    private const int SweepsAlone = 2;
    private const int SweepsTogether = 8;
    private const int Done = int.MaxValue;

    // A counter a cache line.
    private const int Spacing = 16;

    private const int EagerLooks = 200;

    private SymmetricBand? _band;
    private int _firstSweep;
    private int _sweepsPerGroup;
    private AlignedBuffer<int> _progress;

    private int Order => _band!.Order;

    private int SweepCount => Math.Max(0, Order - 2 - _firstSweep);

    /// <summary>Makes the band tridiagonal.</summary>
    /// <param name="band">The band.</param>
    /// <param name="padding">The number of zero columns at the start, which need nothing.</param>
    /// <param name="options">Threads and cancellation.</param>
    public void Reduce(SymmetricBand band, int padding, EstimationOptions options)
    {
        _band = band;
        _firstSweep = padding;
        _sweepsPerGroup = WorkerTeam.ThreadsOf(options) == 1 ? SweepsAlone : SweepsTogether;
        int groups = (SweepCount + _sweepsPerGroup - 1) / _sweepsPerGroup;
        _progress = AlignedBuffer<int>.Rent(groups * Spacing);
        try
        {
            _progress.Span.Clear();
            WorkerTeam.Shared.Run(this, groups, options);
        }
        finally
        {
            _progress.Dispose();
            _band = null;
        }
    }

    /// <summary>Does a group of sweeps. The group before it is done or being done: parts are begun in order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Execute(int part)
    {
        int first = _firstSweep + part * _sweepsPerGroup;
        int sweeps = Math.Min(_sweepsPerGroup, _firstSweep + SweepCount - first);
        double* reflectors = stackalloc double[SweepsTogether * 2 * Band + 8];
        double* taus = stackalloc double[SweepsTogether];
        double* scratch = stackalloc double[2 * Band];
        double* unit = stackalloc double[Band];
        new Span<double>(unit, Band).Clear();
        unit[0] = 1;
        int moments = StepCount(first) + sweeps - 1;
        for (int moment = 0; moment < moments; moment++)
        {
            WaitFor(part - 1, moment + 2);
            for (int i = 0; i < sweeps && i <= moment; i++)
            {
                int step = moment - i;
                if (step < StepCount(first + i))
                    taus[i] = DoStep(first + i, step, reflectors + i * 2 * Band, taus[i], unit, scratch);
            }

            int ofLast = moment - (sweeps - 1) + 1;
            if (ofLast > 0)
                Volatile.Write(ref Progress(part), ofLast);
        }

        Volatile.Write(ref Progress(part), Done);
    }

    /// <summary>Does one step of one sweep; returns its reflector's τ.</summary>
    /// <param name="sweep">The column that the sweep annihilates.</param>
    /// <param name="step">k.</param>
    /// <param name="reflectors">The sweep's two: the last step's and this one's, in turns.</param>
    /// <param name="tau">τ of the last step's.</param>
    /// <param name="unit">1, 0, …, 0.</param>
    /// <param name="scratch">2 × 32.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double DoStep(int sweep, int step, double* reflectors, double tau, double* unit, double* scratch)
    {
        SymmetricBand band = _band!;
        int row = sweep + 1 + step * Band;
        double* last = reflectors + (step % 2) * Band;
        double* own = reflectors + (1 - step % 2) * Band;
        tau = step == 0
            ? BulgeKernels<TLanes, TVector>.Annihilate(band.At(row, sweep), own, unit)
            : BulgeKernels<TLanes, TVector>.Chase(band.At(row, row - Band), last, tau, own, unit, scratch);
        BulgeKernels<TLanes, TVector>.TwoSided(band.At(row, row), own, tau, scratch);
        return tau;
    }

    // Rows sweep + 1 + 32k below N.
    private int StepCount(int sweep) => (Order - sweep - 2) / Band + 1;

    private ref int Progress(int group) => ref _progress.Pointer[group * Spacing];

    private void WaitFor(int group, int steps)
    {
        if (group < 0)
            return;
        for (int look = 0; Volatile.Read(ref Progress(group)) < steps; look++)
        {
            if (look < EagerLooks)
                Thread.SpinWait(1);
            else
                Thread.Yield();
        }
    }
}
