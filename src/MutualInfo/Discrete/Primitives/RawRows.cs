using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MutualInfo.Discrete.Primitives;

/// <summary>Rows compared by their bytes.</summary>
/// <param name="bytes">n rows of <paramref name="width"/> bytes, one after the other, which stay where they are.</param>
/// <param name="count">n.</param>
/// <param name="width">The bytes in a row, at least 1.</param>
internal readonly unsafe struct RawRows<THash>(byte* bytes, int count, int width) : IRowSource where THash : struct, IRowHash
{
    public int Count => count;

    public int BytesPerRow => width;

    public bool KeysDecide => THash.IsOneToOne(width);

    public long ValuesOutsideRange => 0;

    public void Keys(int first, Span<Vector128<ulong>> keys) => HashRows(bytes + (long)first * width, width, keys);

    public void Ask(int row) => RowBytes.Ask(bytes + (long)row * width, width);

    public bool AreEqual(int row, int other)
    {
        byte* left = bytes + (long)row * width;
        byte* right = bytes + (long)other * width;
        return width >= RowBytes.KeyWidth
            ? RowBytes.AreEqual(ref *left, ref *right, width)
            : new ReadOnlySpan<byte>(left, width).SequenceEqual(new ReadOnlySpan<byte>(right, width));
    }

    /// <summary>
    /// Hashes rows that follow each other. No key waits for another, so the processor works on several rows at once.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void HashRows(byte* row, int width, Span<Vector128<ulong>> keys)
    {
        for (int i = 0; i < keys.Length; i++, row += width)
            keys[i] = THash.Key(ref *row, width);
    }
}
