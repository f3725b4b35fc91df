using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives;

/// <summary>The loops over pairs, compiled for one width of vectors. Chosen once for a call.</summary>
internal abstract class PairLoops<T>
    where T : unmanaged
{
    /// <summary>Copies samples into a panel, as many as make whole squares of vectors, and returns how many those are.</summary>
    /// <param name="samples">The samples, row-major.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="dimension">d.</param>
    /// <param name="panel">Receives them, feature-major.</param>
    public abstract unsafe int CopyTransposed(T* samples, int count, int dimension, T* panel);

    /// <summary>Centres and scales the samples of one panel, in place, and computes ½‖u‖² of them.</summary>
    public abstract unsafe void Prepare(PairPanels<T> panels, int panel, T* centre, T sigma);

    /// <summary>Does one part of a pass over all pairs.</summary>
    public abstract void Run<TConsumer>(PairPass<T, TConsumer> pass, int part)
        where TConsumer : struct, IPairConsumer<T>;
}

/// <summary>The one place where a path becomes loops.</summary>
internal static class PairLoops
{
    public static PairLoops<double> Double(VectorPath path)
    {
        Chooser<double> chooser = default;
        VectorPaths.Run(path, ref chooser);
        return chooser.Loops;
    }

    public static PairLoops<float> Single(VectorPath path)
    {
        Chooser<float> chooser = default;
        VectorPaths.RunSingle(path, ref chooser);
        return chooser.Loops;
    }

    private struct Chooser<T> : IVectorCode<T>
        where T : unmanaged
    {
        public PairLoops<T> Loops { get; private set; }

        public void Run<TLanes, TVector>()
            where TLanes : ILanes<TVector, T>
            where TVector : unmanaged =>
            Loops = PairLoops<TLanes, TVector, T>.Instance;
    }
}

/// <inheritdoc/>
internal sealed unsafe class PairLoops<TLanes, TVector, T> : PairLoops<T>
    where TLanes : ILanes<TVector, T>
    where TVector : unmanaged
    where T : unmanaged
{
    private PairLoops()
    {
    }

    public static PairLoops<TLanes, TVector, T> Instance { get; } = new();

    /// <inheritdoc/>
    public override int CopyTransposed(T* samples, int count, int dimension, T* panel) =>
        PanelPreparation<TLanes, TVector, T>.CopyTransposed(samples, count, dimension, panel);

    /// <inheritdoc/>
    public override void Prepare(PairPanels<T> panels, int panel, T* centre, T sigma) =>
        PanelPreparation<TLanes, TVector, T>.Prepare(panels, panel, centre, sigma);

    /// <inheritdoc/>
    public override void Run<TConsumer>(PairPass<T, TConsumer> pass, int part)
    {
        if (pass.Panels.Evaluation == PairEvaluation.Direct)
            PairBlocks<DirectForm, TLanes, TVector, T>.Run(pass, part);
        else
            PairBlocks<ExpandedForm, TLanes, TVector, T>.Run(pass, part);
    }
}
