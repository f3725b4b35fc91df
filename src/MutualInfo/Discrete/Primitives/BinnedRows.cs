using System.Numerics;
using System.Runtime.Intrinsics;

namespace MutualInfo.Discrete.Primitives;

/// <summary>
/// Rows of bins: numbers are binned block by block into the smallest cells, and hashed while they are in the nearest cache.
/// </summary>
/// <param name="values">n·d numbers, which stay where they are.</param>
/// <param name="count">n.</param>
/// <param name="dimension">d, at least 1.</param>
/// <param name="rule">The bins.</param>
/// <param name="watch">Looks over each block before it is binned; null where all numbers are known to be good.</param>
/// <param name="cells">
/// Room for n·d cells where a row of them is wider than a key, which are then compared; null otherwise.
/// </param>
internal readonly unsafe struct BinnedRows<T, TRule, TCell>(
    T* values, int count, int dimension, TRule rule, BlockWatch<T>? watch, TCell* cells) : IRowSource
    where T : unmanaged, IFloatingPointIeee754<T>
    where TRule : struct, IBinRule<T>
    where TCell : unmanaged, IBinaryInteger<TCell>
{
    public int Count => count;

    public int BytesPerRow => dimension * sizeof(T);

    public bool KeysDecide => cells is null;

    private int CellBytes => dimension * sizeof(TCell);

    public long ValuesOutsideRange => watch?.ValuesOutsideRange ?? 0;

    public void Keys(int first, Span<Vector128<ulong>> keys)
    {
        long start = (long)first * dimension;
        ReadOnlySpan<T> block = new(values + start, keys.Length * dimension);
        if (watch?.Admits(block) == false)
            return;
        TCell* scratch = stackalloc TCell[cells is null ? block.Length : 0];
        TCell* ofBlock = cells is null ? scratch : cells + start;
        BinCells.Write<T, TRule, TCell>(in rule, block, new Span<TCell>(ofBlock, block.Length));
        RawRows<RowHash>.HashRows((byte*)ofBlock, CellBytes, keys);
    }

    public void Ask(int row) => RowBytes.Ask((byte*)(cells + (long)row * dimension), CellBytes);

    // Cells are kept only of rows that are wider than a key.
    public bool AreEqual(int row, int other) =>
        RowBytes.AreEqual(ref *(byte*)(cells + (long)row * dimension), ref *(byte*)(cells + (long)other * dimension), CellBytes);
}
