using System.Runtime.CompilerServices;
using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives;

/// <summary>What is done to a panel before pairs are: samples turned on their side, centred, scaled, and their norms.</summary>
internal static unsafe class PanelPreparation<TLanes, TVector, T>
    where TLanes : ILanes<TVector, T>
    where TVector : unmanaged
    where T : unmanaged
{
    /// <inheritdoc cref="PairLoops{T}.CopyTransposed"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // Fast from the first call on.
    public static int CopyTransposed(T* samples, int count, int dimension, T* panel)
    {
        int w = TLanes.Count;
        int whole = count / w * w;
        int width = PairPanels<T>.Width;
        for (int lane = 0; lane < whole; lane += w)
        {
            T* source = samples + (nint)lane * dimension;
            int k = 0;
            for (; k + w <= dimension; k += w)
                TLanes.Transpose(source + k, dimension, panel + (nint)k * width + lane, width);
            for (; k < dimension; k++)
            {
                for (int j = 0; j < w; j++)
                    panel[(nint)k * width + lane + j] = source[(nint)j * dimension + k];
            }
        }

        return whole;
    }

    /// <inheritdoc cref="PairLoops{T}.Prepare"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Prepare(PairPanels<T> panels, int panel, T* centre, T sigma)
    {
        int width = PairPanels<T>.Width;
        TVector divisor = TLanes.Create(sigma);
        TVector half = TLanes.Create(
            typeof(T) == typeof(double) ? Unsafe.BitCast<double, T>(0.5) : Unsafe.BitCast<float, T>(0.5f));
        for (int lane = 0; lane < width; lane += TLanes.Count)
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
                    T* feature = features + (nint)k * width;
                    TVector value = TLanes.Divide(TLanes.Subtract(TLanes.Load(feature), TLanes.Create(centre[k])), divisor);
                    TLanes.Store(value, feature);
                    chain = TLanes.MultiplyAdd(value, value, chain);
                }

                sum = first == 0 ? chain : TLanes.Add(sum, chain);
            }

            TLanes.Store(TLanes.Multiply(half, sum), panels.HalfNorms + (nint)panel * width + lane);
        }
    }
}
