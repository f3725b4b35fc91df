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
    private const int SweepsPerGroup = 4;
    private const int Done = int.MaxValue;

    // A counter a cache line.
    private const int Spacing = 16;

    private const int EagerLooks = 200;

    private SymmetricBand? _band;
    private int _firstSweep;
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
        int groups = (SweepCount + SweepsPerGroup - 1) / SweepsPerGroup;
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
    public void Execute(int part)
    {
        int first = _firstSweep + part * SweepsPerGroup;
        int sweeps = Math.Min(SweepsPerGroup, _firstSweep + SweepCount - first);
        double* reflectors = stackalloc double[SweepsPerGroup * 2 * Band + 8];
        double* taus = stackalloc double[SweepsPerGroup];
        double* scratch = stackalloc double[3 * Band];
        int moments = StepCount(first) + 2 * (sweeps - 1);
        for (int moment = 0; moment < moments; moment++)
        {
            WaitFor(part - 1, moment + 2);
            for (int i = 0; i < sweeps && 2 * i <= moment; i++)
            {
                int step = moment - 2 * i;
                if (step < StepCount(first + i))
                    taus[i] = DoStep(first + i, step, reflectors + i * 2 * Band, taus[i], scratch);
            }

            int ofLast = moment - 2 * (sweeps - 1) + 1;
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
    /// <param name="scratch">3 × 32.</param>
    private double DoStep(int sweep, int step, double* reflectors, double tau, double* scratch)
    {
        SymmetricBand band = _band!;
        int row = sweep + 1 + step * Band;
        double* last = reflectors + (step % 2) * Band;
        double* own = reflectors + (1 - step % 2) * Band;
        tau = step == 0
            ? BulgeKernels<TLanes, TVector>.Annihilate(band.At(row, sweep), own)
            : BulgeKernels<TLanes, TVector>.Chase(band.At(row, row - Band), last, tau, own, scratch);
        double* block = band.At(row, row);
        MirrorLastRow(block);
        BulgeKernels<TLanes, TVector>.TwoSided(block, own, tau, scratch);
        return tau;
    }

    /// <summary>The last row of a block was a row below the blocks until now, and only its entries left of the diagonal are up to date.</summary>
    private static void MirrorLastRow(double* block)
    {
        double* column = block + (Band - 1) * SymmetricBand.LeadingDimension;
        double* row = block + Band - 1;
        for (int j = 0; j < Band - 1; j++)
            column[j] = row[j * SymmetricBand.LeadingDimension];
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
