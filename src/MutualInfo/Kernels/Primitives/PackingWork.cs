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

    private TSource* _values;
    private int* _rows;
    private T* _centre;
    private T _sigma;
    private PairPanels<T> _panels;
    private PairLoops<T>? _loops;
    private int _panelsPerPart;

    /// <summary>Packs (x − centre)/σ, in the arithmetic of the panels.</summary>
    public static void Run(
        Samples<TSource> samples,
        ReadOnlySpan<int> rows,
        ReadOnlySpan<T> centre,
        T sigma,
        PairPanels<T> panels,
        PairLoops<T> loops,
        EstimationOptions options)
    {
        PackingWork<TSource, T> work = Spare<PackingWork<TSource, T>>.Take();
        fixed (TSource* values = samples.Values)
        fixed (int* chosen = rows)
        fixed (T* origin = centre)
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
                Spare<PackingWork<TSource, T>>.Keep(work);
            }
        }
    }

    public void Execute(int part)
    {
        int end = Math.Min(_panels.PanelCount, (part + 1) * _panelsPerPart);
        for (int panel = part * _panelsPerPart; panel < end; panel++)
        {
            CopyPanel(panel);
            _loops!.Prepare(_panels, panel, _centre, _sigma);
            PutTheRestFarAway(panel);
        }
    }

    private void CopyPanel(int panel)
    {
        int first = panel * PairPanels<T>.Width;
        int count = Math.Min(PairPanels<T>.Width, _panels.Count - first);
        int lane = 0;
        if (typeof(TSource) == typeof(T) && _rows == null)
            lane = _loops!.CopyTransposed(
                (T*)(_values + (nint)first * _panels.Dimension), count, _panels.Dimension, _panels.Panel(panel));
        for (; lane < count; lane++)
            Copy(first + lane);
    }

    private void Copy(int sample)
    {
        int d = _panels.Dimension;
        int width = PairPanels<T>.Width;
        T* target = _panels.At(sample, 0);
        TSource* source = _values + (nint)(_rows == null ? sample : _rows[sample]) * d;
        for (int k = 0; k < d; k++)
            target[(nint)k * width] = T.CreateTruncating(source[k]);
    }

    // So far that every square overflows: the similarity to any sample is 0, and the norm infinite.
    private void PutTheRestFarAway(int panel)
    {
        int width = PairPanels<T>.Width;
        for (int sample = Math.Max(_panels.Count, panel * width); sample < (panel + 1) * width; sample++)
        {
            T* target = _panels.At(sample, 0);
            target[0] = T.CreateTruncating(typeof(T) == typeof(double) ? 1e200 : 1e25);
            for (int k = 1; k < _panels.Dimension; k++)
                target[(nint)k * width] = T.Zero;
            _panels.HalfNorms[sample] = T.PositiveInfinity;
        }
    }
}
