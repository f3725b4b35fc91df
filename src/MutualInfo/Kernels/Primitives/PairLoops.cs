using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives;

/// <summary>The loops over pairs, compiled for one width of vectors. Chosen once for a call.</summary>
internal abstract class PairLoops<T>
    where T : unmanaged
{
    /// <summary>Computes ½‖u‖² of the samples of one panel.</summary>
    public abstract void HalfNorms(PairPanels<T> panels, int panel);

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
    public override void HalfNorms(PairPanels<T> panels, int panel)
    {
        TVector half = TLanes.Create(System.Runtime.CompilerServices.Unsafe.SizeOf<T>() == 8
            ? System.Runtime.CompilerServices.Unsafe.BitCast<double, T>(0.5)
            : System.Runtime.CompilerServices.Unsafe.BitCast<float, T>(0.5f));
        for (int lane = 0; lane < PairPanels<T>.Width; lane += TLanes.Count)
        {
            T* features = panels.Panel(panel) + lane;
            TVector sum = default;
            for (int first = 0; first < panels.Dimension; first += PairPanels<T>.SlabFeatures)
            {
                // The very chain of a product of a sample with itself.
                TVector chain = default;
                int end = Math.Min(panels.Dimension, first + PairPanels<T>.SlabFeatures);
                for (int k = first; k < end; k++)
                {
                    TVector value = TLanes.Load(features + (nint)k * PairPanels<T>.Width);
                    chain = TLanes.MultiplyAdd(value, value, chain);
                }

                sum = first == 0 ? chain : TLanes.Add(sum, chain);
            }

            TLanes.Store(TLanes.Multiply(half, sum), panels.HalfNorms + (nint)panel * PairPanels<T>.Width + lane);
        }
    }

    /// <inheritdoc/>
    public override void Run<TConsumer>(PairPass<T, TConsumer> pass, int part)
    {
        if (pass.Panels.Evaluation == PairEvaluation.Direct)
            PairBlocks<DirectForm, TLanes, TVector, T>.Run(pass, part);
        else
            PairBlocks<ExpandedForm, TLanes, TVector, T>.Run(pass, part);
    }
}
