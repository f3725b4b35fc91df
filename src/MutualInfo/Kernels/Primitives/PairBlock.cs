using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives;

/// <summary>What a pass over pairs hands on: similarities, their exponents, or squared distances.</summary>
internal enum PairQuantity
{
    Similarity,
    Exponent,
    SquaredDistance,
}

/// <summary>The pairs of up to 128 samples with 128 samples that come before them, or with themselves.</summary>
/// <remarks>
/// Value (r, c) is <c>Values[r·RowStride + c]</c>, of samples FirstRow + r and FirstColumn + c. Every unordered pair of different
/// samples is in exactly one block of a pass, with the later sample as its row. On the diagonal only values with c below r are
/// pairs: the other similarities are 0, the other distances and exponents arbitrary.
/// </remarks>
internal readonly unsafe struct PairBlock<T>
    where T : unmanaged
{
    /// <summary>The columns of every block, and the rows of all but the last.</summary>
    public const int Size = 128;

    /// <summary>
    /// Gets the distance of two rows: a cache line more than a row, or rows would evict one another from the first-level cache.
    /// </summary>
    public static int RowStride => Size + 64 / sizeof(T);

    public required T* Values { get; init; }

    public required int FirstRow { get; init; }

    public required int RowCount { get; init; }

    public required int FirstColumn { get; init; }

    public bool IsDiagonal => FirstRow == FirstColumn;

    public T* Row(int row) => Values + row * RowStride;

    /// <summary>Sets the values of a diagonal block that are no pairs to 0.</summary>
    public void ClearBeyondTheDiagonal()
    {
        for (int r = 0; r < RowCount; r++)
            new Span<T>(Row(r) + r, Size - r).Clear();
    }

    /// <summary>The values of one row that belong to pairs.</summary>
    public Span<T> PairsOf(int row) => new(Row(row), IsDiagonal ? row : Size);
}

/// <summary>
/// Takes what a pass over all pairs computes. Shared by all parts: what it writes must belong to the part or to the pair.
/// </summary>
internal interface IPairConsumer<T>
    where T : unmanaged
{
    static abstract PairQuantity Quantity { get; }

    void Take<TLanes, TVector>(int part, PairBlock<T> block)
        where TLanes : ILanes<TVector, T>
        where TVector : unmanaged;
}
