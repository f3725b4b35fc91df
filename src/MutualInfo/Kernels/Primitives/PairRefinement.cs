using System.Runtime.CompilerServices;
using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives;

/// <summary>
/// Turns sums of products into squared distances, and computes tiles that hold a close pair again, from differences.
/// </summary>
internal static unsafe class PairRefinement<TLanes, TVector, T>
    where TLanes : ILanes<TVector, T>
    where TVector : unmanaged
    where T : unmanaged
{
    private static int Columns => PairTile<DirectForm, TLanes, TVector, T>.Columns;

    private static int Rows => PairTile<DirectForm, TLanes, TVector, T>.Rows;

    /// <summary>Afterwards one strip of the block holds ‖u − u′‖², as if it had been summed in the direct form.</summary>
    public static void Refine(PairPanels<T> panels, PairBlock<T> block, int firstRow, int strip)
    {
        for (int lane = strip; lane < strip + PairPanels<T>.Width; lane += Columns)
        {
            for (int r = firstRow; r < block.RowCount; r += Rows)
            {
                if (HoldsClosePair(panels, block, r, lane))
                    SumDifferences(panels, block, r, lane);
            }
        }
    }

    /// <summary>
    /// Turns one tile into distances, and looks for exponents near 0. (A sample and itself are a close pair too.)
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)] // Fast from the first call on.
    private static bool HoldsClosePair(PairPanels<T> panels, PairBlock<T> block, int row, int lane)
    {
        TVector minusTwo = TLanes.Create(
            typeof(T) == typeof(double) ? Unsafe.BitCast<double, T>(-2) : Unsafe.BitCast<float, T>(-2));
        TVector threshold = TLanes.Create(panels.RefineAbove);
        TVector greatest = threshold;
        for (int r = row; r < row + Rows; r++)
        {
            TVector own = TLanes.Create(panels.HalfNorms[block.FirstRow + r]);
            T* values = block.Row(r);
            for (int c = lane; c < lane + Columns; c += TLanes.Count)
            {
                TVector other = TLanes.Load(panels.HalfNorms + block.FirstColumn + c);
                TVector exponent = ExpandedForm.Exponent<TLanes, TVector, T>(TLanes.Load(values + c), own, other);
                greatest = TLanes.Max(greatest, exponent);
                TLanes.Store(TLanes.Multiply(minusTwo, exponent), values + c);
            }
        }

        // Every lane's excess is 0 or more, so their sum is 0 only where all are.
        T excess = TLanes.Sum(TLanes.Subtract(greatest, threshold));
        return !EqualityComparer<T>.Default.Equals(excess, default);
    }

    private static void SumDifferences(PairPanels<T> panels, PairBlock<T> block, int row, int lane)
    {
        T* tile = block.Row(row) + lane;
        for (int feature = 0; feature < panels.Dimension; feature += PairPanels<T>.SlabFeatures)
        {
            PairTile<DirectForm, TLanes, TVector, T>.Sum(
                Math.Min(PairPanels<T>.SlabFeatures, panels.Dimension - feature),
                panels.At(block.FirstRow + row, feature),
                panels.At(block.FirstColumn + lane, feature),
                PairPanels<T>.Width,
                tile,
                feature);
        }
    }
}
