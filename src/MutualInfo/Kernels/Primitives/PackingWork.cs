using System.Numerics;
using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives;

/// <summary>Copies samples into panels, centred and scaled, and computes their norms, panel by panel on the team.</summary>
internal sealed unsafe class PackingWork<TSource, T> : IPartitionedWork
    where TSource : unmanaged, IFloatingPointIeee754<TSource>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // A part is worth a hand-over and soon done.
    private const int NumbersPerPart = 1 << 15;

    private static PackingWork<TSource, T>? _spare;

    private TSource* _values;
    private int* _rows;
    private double* _centre;
    private double _sigma;
    private PairPanels<T> _panels;
    private PairLoops<T>? _loops;
    private int _panelsPerPart;

    private PackingWork()
    {
    }

    /// <summary>Packs (x − centre)/σ, computed in double.</summary>
    public static void Run(
        Samples<TSource> samples,
        ReadOnlySpan<int> rows,
        ReadOnlySpan<double> centre,
        double sigma,
        PairPanels<T> panels,
        PairLoops<T> loops,
        EstimationOptions options)
    {
        PackingWork<TSource, T> work = Interlocked.Exchange(ref _spare, null) ?? new PackingWork<TSource, T>();
        fixed (TSource* values = samples.Values)
        fixed (int* chosen = rows)
        fixed (double* origin = centre)
        {
            work._values = values;
            work._rows = rows.IsEmpty ? null : chosen;
            work._centre = origin;
            work._sigma = sigma;
            work._panels = panels;
            work._loops = loops;
            work._panelsPerPart = Math.Max(1, NumbersPerPart / (PairPanels<T>.Width * panels.Dimension));
            try
            {
                WorkerTeam.Shared.Run(work, (panels.PanelCount + work._panelsPerPart - 1) / work._panelsPerPart, options);
            }
            finally
            {
                Volatile.Write(ref _spare, work);
            }
        }
    }

    public void Execute(int part)
    {
        int end = Math.Min(_panels.PanelCount, (part + 1) * _panelsPerPart);
        for (int panel = part * _panelsPerPart; panel < end; panel++)
        {
            for (int lane = 0; lane < PairPanels<T>.Width; lane++)
                Pack(panel * PairPanels<T>.Width + lane);
            if (_panels.Evaluation != PairEvaluation.Direct)
                _loops!.HalfNorms(_panels, panel);
        }
    }

    private void Pack(int sample)
    {
        int d = _panels.Dimension;
        int width = PairPanels<T>.Width;
        T* target = _panels.At(sample, 0);
        if (sample >= _panels.Count)
        {
            PackFarAway(target, d, width);
            return;
        }

        TSource* source = _values + (nint)(_rows == null ? sample : _rows[sample]) * d;
        for (int k = 0; k < d; k++)
            target[(nint)k * width] = T.CreateTruncating((double.CreateTruncating(source[k]) - _centre[k]) / _sigma);
    }

    // So far that every square overflows: the similarity to any sample is 0, and the norm infinite.
    private static void PackFarAway(T* target, int d, int width)
    {
        target[0] = T.CreateTruncating(typeof(T) == typeof(double) ? 1e200 : 1e25);
        for (int k = 1; k < d; k++)
            target[(nint)k * width] = T.Zero;
    }
}
