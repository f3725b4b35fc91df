using System.Runtime.CompilerServices;
using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives;

/// <summary>Adds each similarity to the sums of both its samples. Every part has a vector of sums of its own.</summary>
internal readonly unsafe struct RowSumConsumer : IPairConsumer<double>
{
    public static PairQuantity Quantity => PairQuantity.Similarity;

    /// <summary>
    /// Gets the sums of all parts, cleared before the pass: those of part p begin at p·<see cref="PartStride"/>.
    /// </summary>
    public required double* Partials { get; init; }

    /// <summary>Gets the padded number of samples.</summary>
    public required int PartStride { get; init; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // Fast from the first call on.
    public void Take<TLanes, TVector>(int part, PairBlock<double> block)
        where TLanes : ILanes<TVector, double>
        where TVector : unmanaged
    {
        double* sums = Partials + (nint)part * PartStride;
        double* rowLanes = stackalloc double[PairBlock<double>.Size * TLanes.Count];
        for (int c = 0; c < PairBlock<double>.Size; c += 4 * TLanes.Count)
            SumFourColumns<TLanes, TVector>(block, c, sums + block.FirstColumn + c, rowLanes);
        AddAcross<TLanes, TVector>(rowLanes, block.RowCount, sums + block.FirstRow);
    }

    /// <summary>Four vectors of columns: down the rows into the columns' sums, and across into one vector for each row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SumFourColumns<TLanes, TVector>(PairBlock<double> block, int column, double* columnSums, double* rowLanes)
        where TLanes : ILanes<TVector, double>
        where TVector : unmanaged
    {
        int w = TLanes.Count;
        TVector down0 = default, down1 = default, down2 = default, down3 = default;
        double* values = block.Values + column;
        for (int r = 0; r < block.RowCount; r++)
        {
            TVector k0 = TLanes.Load(values), k1 = TLanes.Load(values + w), k2 = TLanes.Load(values + 2 * w), k3 = TLanes.Load(values + 3 * w);
            down0 = TLanes.Add(down0, k0);
            down1 = TLanes.Add(down1, k1);
            down2 = TLanes.Add(down2, k2);
            down3 = TLanes.Add(down3, k3);
            TVector across = TLanes.Add(TLanes.Add(k0, k1), TLanes.Add(k2, k3));
            TLanes.Store(TLanes.Add(TLanes.Load(rowLanes), across), rowLanes);
            values += PairBlock<double>.RowStride;
            rowLanes += w;
        }

        AddTo<TLanes, TVector>(columnSums, down0);
        AddTo<TLanes, TVector>(columnSums + w, down1);
        AddTo<TLanes, TVector>(columnSums + 2 * w, down2);
        AddTo<TLanes, TVector>(columnSums + 3 * w, down3);
    }

    /// <summary>
    /// Adds the lanes of each row, as many rows at a time as there are lanes: transposed, they are sums of vectors.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddAcross<TLanes, TVector>(double* rowLanes, int rows, double* rowSums)
        where TLanes : ILanes<TVector, double>
        where TVector : unmanaged
    {
        int w = TLanes.Count;
        double* turned = stackalloc double[w * w];
        for (int r = 0; r < rows; r += w)
        {
            TLanes.Transpose(rowLanes + r * w, w, turned, w);
            TVector sum = TLanes.Load(turned);
            for (int lane = 1; lane < w; lane++)
                sum = TLanes.Add(sum, TLanes.Load(turned + lane * w));
            AddTo<TLanes, TVector>(rowSums + r, sum);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddTo<TLanes, TVector>(double* target, TVector value)
        where TLanes : ILanes<TVector, double>
        where TVector : unmanaged =>
        TLanes.Store(TLanes.Add(TLanes.Load(target), value), target);
}
