using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives;

/// <summary>What a pass over pairs hands on: similarities, or squared distances.</summary>
internal enum PairQuantity
{
    Similarity,
    SquaredDistance,
}

/// <summary>Some rows of pairs with the samples of one panel.</summary>
/// <remarks>
/// Value (r, c) is <c>Values[r·Width + c]</c>, of samples FirstRow + r and FirstColumn + c. Every unordered pair of different samples is in
/// exactly one strip of a pass, with the later sample as its row. In a corner, on the diagonal, only values with c below r are pairs: the other
/// similarities are 0, the other distances arbitrary.
/// </remarks>
internal readonly unsafe struct PairStrip<T>
    where T : unmanaged
{
    public required T* Values { get; init; }

    public required int FirstRow { get; init; }

    public required int RowCount { get; init; }

    public required int FirstColumn { get; init; }

    public bool IsCorner => FirstRow == FirstColumn;

    /// <summary>The values of one row that belong to pairs.</summary>
    public Span<T> PairsOf(int row) =>
        new(Values + row * PairPanels<T>.Width, IsCorner ? Math.Min(row, PairPanels<T>.Width) : PairPanels<T>.Width);
}

/// <summary>Takes what a pass over all pairs computes. Shared by all parts: what it writes must belong to the part or to the pair.</summary>
internal interface IPairConsumer<T>
    where T : unmanaged
{
    static abstract PairQuantity Quantity { get; }

    void Take<TLanes, TVector>(int part, PairStrip<T> strip)
        where TLanes : ILanes<TVector, T>
        where TVector : unmanaged;
}
