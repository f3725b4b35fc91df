using System.Runtime.CompilerServices;
using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives;

/// <summary>
/// Adds the similarities of each pair at several bandwidths to the sums of both its samples: one
/// exponent, an exponential for each.
/// </summary>
internal readonly unsafe struct WidenedRowSums : IPairConsumer<double>
{
    public static PairQuantity Quantity => PairQuantity.Exponent;

    /// <summary>Gets what the exponents are multiplied by: 1/w² where the bandwidth is w times that of the panels.</summary>
    public required double* Factors { get; init; }

    public required int FactorCount { get; init; }

    /// <summary>
    /// Gets the sums of all factors and parts, cleared before the pass: those of a factor begin <see cref="FactorStride"/>
    /// after those of the one before.
    /// </summary>
    public required double* Partials { get; init; }

    public required nint FactorStride { get; init; }

    /// <summary>Gets the padded number of samples.</summary>
    public required int PartStride { get; init; }

    public void Take<TLanes, TVector>(int part, PairBlock<double> block)
        where TLanes : ILanes<TVector, double>
        where TVector : unmanaged
    {
        using AlignedBuffer<double> room = AlignedBuffer<double>.Rent(PairBlock<double>.Size * PairBlock<double>.RowStride);
        PairBlock<double> similarities = block with { Values = room.Pointer };
        for (int i = 0; i < FactorCount; i++)
        {
            Exponentiate<TLanes, TVector>(block, similarities, Factors[i]);
            if (block.IsDiagonal)
                similarities.ClearBeyondTheDiagonal();
            RowSumConsumer consumer = new() { Partials = Partials + i * FactorStride, PartStride = PartStride };
            consumer.Take<TLanes, TVector>(part, similarities);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)] // Fast from the first call on.
    private static void Exponentiate<TLanes, TVector>(PairBlock<double> exponents, PairBlock<double> similarities, double factor)
        where TLanes : ILanes<TVector, double>
        where TVector : unmanaged
    {
        TVector factors = TLanes.Create(factor);
        // Up to the diagonal, in whole vectors: what lies beyond is cleared.
        for (int r = 0; r < exponents.RowCount; r++)
        {
            int columns = exponents.IsDiagonal ? r : PairBlock<double>.Size;
            double* source = exponents.Row(r);
            double* target = similarities.Row(r);
            for (int c = 0; c < columns; c += TLanes.Count)
                TLanes.Store(
                    Exponential<TLanes, TVector, double>.Of(TLanes.Multiply(TLanes.Load(source + c), factors)), target + c);
        }
    }
}
