using System.Numerics;
using System.Runtime.InteropServices;

namespace MutualInfo.Discrete.Primitives;

/// <summary>Gives equal rows one dense code, in the order of first appearance.</summary>
/// <remarks>
/// Open addressing with linear probing; a slot holds the code whose first row is compared cell by cell, so a collision of hashes
/// cannot merge two symbols. O(n·d) expected time, about 16 bytes a row beside the result.
/// </remarks>
internal static class RowInterner
{
    private const int MaximumAlphabet = 1 << 29;

    /// <summary>Interns n rows of <paramref name="width"/> cells each, compared by their bits.</summary>
    public static Symbols Intern<TCell>(ReadOnlySpan<TCell> cells, int width, long valuesOutsideRange = 0) where TCell : unmanaged =>
        Intern<TCell, MixingRowHash>(cells, width, valuesOutsideRange);

    /// <summary>The same with a hash of the caller's choice.</summary>
    internal static Symbols Intern<TCell, THash>(ReadOnlySpan<TCell> cells, int width, long valuesOutsideRange = 0)
        where TCell : unmanaged
        where THash : struct, IRowHash
    {
        int count = cells.Length / width;
        int[] codes = new int[count];
        List<int> firstRows = [];

        // At most half full, so that a probe ends after about 1.5 slots.
        uint capacity = BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, Math.Min(2L * count, 1 << 30)));
        Slot[] slots = new Slot[capacity];
        for (int row = 0; row < count; row++)
        {
            ReadOnlySpan<byte> bytes = RowBytes(cells, row, width);
            ulong hash = THash.Hash(bytes);
            ulong mask = capacity - 1;
            for (ulong at = hash & mask; ; at = (at + 1) & mask)
            {
                ref Slot slot = ref slots[at];
                if (slot.CodePlusOne == 0)
                {
                    // A full table would be probed for ever.
                    if (firstRows.Count == MaximumAlphabet)
                        throw new InsufficientMemoryException($"More than {MaximumAlphabet} different symbols do not fit one table; use fewer samples or coarser bins.");
                    firstRows.Add(row);
                    slot = new Slot((uint)(hash >> 32), firstRows.Count);
                    codes[row] = firstRows.Count - 1;
                    break;
                }

                bool isSame = slot.HashHigh == (uint)(hash >> 32)
                    && bytes.SequenceEqual(RowBytes(cells, firstRows[slot.CodePlusOne - 1], width));
                if (isSame)
                {
                    codes[row] = slot.CodePlusOne - 1;
                    break;
                }
            }
        }

        return new Symbols(codes, firstRows.Count, valuesOutsideRange);
    }

    private static ReadOnlySpan<byte> RowBytes<TCell>(ReadOnlySpan<TCell> cells, int row, int width) where TCell : unmanaged =>
        MemoryMarshal.AsBytes(cells.Slice(row * width, width));

    private readonly record struct Slot(uint HashHigh, int CodePlusOne);
}
