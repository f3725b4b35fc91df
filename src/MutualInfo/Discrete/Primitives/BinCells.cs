using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MutualInfo.Hardware;

namespace MutualInfo.Discrete.Primitives;

/// <summary>Writes the bins of numbers as cells of 1, 2 or 4 bytes.</summary>
internal static class BinCells
{
    private const int CacheLine = 64;

    /// <summary>Bins numbers that begin in column 0 and follow each other row by row.</summary>
    public static void Write<T, TRule, TCell>(in TRule rule, ReadOnlySpan<T> values, Span<TCell> cells)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TRule : struct, IBinRule<T>
        where TCell : unmanaged, IBinaryInteger<TCell>
    {
        int columns = rule.Columns;
        int done = rule.HasVectors ? WriteVectors<T, TRule, TCell>(in rule, values, cells) : 0;
        for (int i = done; i < values.Length; i++)
            cells[i] = TCell.CreateTruncating(rule.One(values[i], columns == 1 ? 0 : i % columns));
    }

    /// <summary>Bins as many numbers as fill whole vectors, and says how many.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int WriteVectors<T, TRule, TCell>(in TRule rule, ReadOnlySpan<T> values, Span<TCell> cells)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TRule : struct, IBinRule<T>
        where TCell : unmanaged, IBinaryInteger<TCell>
    {
        // One vector of cells each turn: 32 bytes, 16 halves or 8 ints, from four, two or one vectors of bins.
        int step = Vector256<byte>.Count / Unsafe.SizeOf<TCell>();
        ref T source = ref MemoryMarshal.GetReference(values);
        ref byte target = ref Unsafe.As<TCell, byte>(ref MemoryMarshal.GetReference(cells[..values.Length]));
        int columns = rule.Columns;
        int column = 0;
        int i = 0;
        for (; i <= values.Length - step; i += step)
        {
            AskAhead<T, TCell>(ref source, ref target, i, values.Length);
            Vector256<uint> first = Eight<T, TRule>(in rule, ref source, i, columns, ref column);
            Vector256<byte> packed = first.AsByte();
            if (Unsafe.SizeOf<TCell>() <= sizeof(ushort))
            {
                Vector256<ushort> halves = Vector256.Narrow(
                    first, Eight<T, TRule>(in rule, ref source, i + 8, columns, ref column));
                packed = halves.AsByte();
                if (Unsafe.SizeOf<TCell>() == sizeof(byte))
                {
                    Vector256<uint> third = Eight<T, TRule>(in rule, ref source, i + 16, columns, ref column);
                    Vector256<uint> fourth = Eight<T, TRule>(in rule, ref source, i + 24, columns, ref column);
                    packed = Vector256.Narrow(halves, Vector256.Narrow(third, fourth));
                }
            }

            packed.StoreUnsafe(ref target, (nuint)(i * Unsafe.SizeOf<TCell>()));
        }

        return i;
    }

    /// <summary>Asks for the numbers and the cells one block further on, where the caller's next block begins.</summary>
    /// <remarks>
    /// A block is binned for longer than the next one takes to come, which unasked would come only when this one is done.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void AskAhead<T, TCell>(ref T source, ref byte target, int index, int block)
        where T : unmanaged
        where TCell : unmanaged
    {
        long ahead = (long)index + block;
        byte* values = (byte*)Unsafe.AsPointer(ref source) + ahead * sizeof(T);
        for (int at = 0; at < Vector256<byte>.Count / sizeof(TCell) * sizeof(T); at += CacheLine)
            Prefetch.ToSecondLevel(values + at);
        Prefetch.ToSecondLevel((byte*)Unsafe.AsPointer(ref target) + ahead * sizeof(TCell));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Eight<T, TRule>(in TRule rule, ref T source, int index, int columns, ref int column)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TRule : struct, IBinRule<T>
    {
        Vector256<int> bins = rule.Eight(ref Unsafe.Add(ref source, index), column);
        if (columns > 1)
        {
            column += 8;
            if (column >= columns)
                column %= columns;
        }

        return bins.AsUInt32();
    }
}
