using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives;

/// <summary>
/// One pass over all pairs of samples, on the team. Kept for the next pass of its kind, so that none allocates.
/// </summary>
internal sealed class PairPass<T, TConsumer> : IPartitionedWork
    where T : unmanaged
    where TConsumer : struct, IPairConsumer<T>
{
    private PairLoops<T>? _loops;
    private EstimationOptions _options = EstimationOptions.Default;
    private int _done;

    public PairPanels<T> Panels { get; private set; }

    public TConsumer Consumer { get; private set; }

    /// <summary>Gets what exponents are multiplied by: 1 for k, 2 for k².</summary>
    public T Factor { get; private set; }

    public CancellationToken Cancellation => _options.CancellationToken;

    /// <summary>Visits every unordered pair once.</summary>
    public static void Run(PairPanels<T> panels, T factor, TConsumer consumer, PairLoops<T> loops, EstimationOptions options)
    {
        PairPass<T, TConsumer> pass = Spare<PairPass<T, TConsumer>>.Take();
        pass.Panels = panels;
        pass.Factor = factor;
        pass.Consumer = consumer;
        pass._loops = loops;
        pass._options = options;
        pass._done = 0;
        try
        {
            WorkerTeam.Shared.Run(pass, panels.PartCount, options);
        }
        finally
        {
            pass._options = EstimationOptions.Default;
            Spare<PairPass<T, TConsumer>>.Keep(pass);
        }
    }

    public void Execute(int part)
    {
        _loops!.Run(this, part);
        _options.Progress?.Report((double)Interlocked.Increment(ref _done) / Panels.PartCount);
    }
}
