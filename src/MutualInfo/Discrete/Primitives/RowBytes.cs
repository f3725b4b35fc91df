using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using MutualInfo.Hardware;

namespace MutualInfo.Discrete.Primitives;

/// <summary>Loads of a row's bytes that never leave the row.</summary>
internal static class RowBytes
{
    /// <summary>The bytes that one key holds.</summary>
    public const int KeyWidth = 16;

    private const int FirstLines = 128;

    /// <summary>Sixteen bytes from an offset on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Load(ref readonly byte row, int offset) =>
        Vector128.LoadUnsafe(in row, (nuint)offset);

    /// <summary>A whole row of 1 to 16 bytes in one vector; different rows of one width give different vectors.</summary>
    /// <remarks>Two loads that may overlap hold every byte of the row, and of one width they overlap in the same way.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> LoadShort(ref readonly byte row, int width)
    {
        ref byte start = ref Unsafe.AsRef(in row);
        if (width == KeyWidth)
            return Vector128.LoadUnsafe(ref start);
        if (width >= sizeof(ulong))
            return Pair(Unsafe.ReadUnaligned<ulong>(ref start), Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, width - sizeof(ulong))));
        if (width >= sizeof(uint))
            return Pair(Unsafe.ReadUnaligned<uint>(ref start), Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref start, width - sizeof(uint))));

        // 1 to 3 bytes: the first, the middle and the last are all of them.
        return Pair(start, (uint)(Unsafe.Add(ref start, width >> 1) | (Unsafe.Add(ref start, width - 1) << 8)));
    }

    /// <summary>Compares two rows of one width, at least 16.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreEqual(ref readonly byte row, ref readonly byte other, int width)
    {
        for (int at = 0; at <= width - KeyWidth; at += KeyWidth)
        {
            if (Load(in row, at) != Load(in other, at))
                return false;
        }

        // The last bytes again, with some of their neighbours.
        return Load(in row, width - KeyWidth) == Load(in other, width - KeyWidth);
    }

    /// <summary>Asks for the first lines of a row; the processor asks for the lines after them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Ask(byte* row, int width)
    {
        Prefetch.ToSecondLevel(row);
        Prefetch.ToSecondLevel(row + Math.Min(width, FirstLines) - 1);
    }

    private static Vector128<byte> Pair(ulong low, ulong high) => Vector128.Create(low, high).AsByte();
}
