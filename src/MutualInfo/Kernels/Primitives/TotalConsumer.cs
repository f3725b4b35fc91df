using System.Runtime.CompilerServices;
using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives;

/// <summary>Adds up all similarities of a part.</summary>
internal readonly unsafe struct TotalConsumer : IPairConsumer<double>
{
    public static PairQuantity Quantity => PairQuantity.Similarity;

    /// <summary>Gets one sum for each part, cleared before the pass.</summary>
    public required double* Totals { get; init; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // Fast from the first call on.
    public void Take<TLanes, TVector>(int part, PairBlock<double> block)
        where TLanes : ILanes<TVector, double>
        where TVector : unmanaged
    {
        // Four chains hide the latency of the addition.
        int w = TLanes.Count;
        TVector sum0 = default, sum1 = default, sum2 = default, sum3 = default;
        for (int r = 0; r < block.RowCount; r++)
        {
            double* values = block.Row(r);
            for (double* end = values + PairBlock<double>.Size; values < end; values += 4 * w)
            {
                sum0 = TLanes.Add(sum0, TLanes.Load(values));
                sum1 = TLanes.Add(sum1, TLanes.Load(values + w));
                sum2 = TLanes.Add(sum2, TLanes.Load(values + 2 * w));
                sum3 = TLanes.Add(sum3, TLanes.Load(values + 3 * w));
            }
        }

        Totals[part] += TLanes.Sum(TLanes.Add(TLanes.Add(sum0, sum1), TLanes.Add(sum2, sum3)));
    }
}
