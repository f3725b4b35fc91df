using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MutualInfo.Discrete.Primitives;

/// <summary>Writes the bins of numbers as cells of 1, 2 or 4 bytes.</summary>
internal static class BinCells
{
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
            Vector256<uint> first = Eight<T, TRule>(in rule, ref source, i, columns, ref column);
            Vector256<byte> packed = first.AsByte();
            if (Unsafe.SizeOf<TCell>() <= sizeof(ushort))
            {
                Vector256<ushort> halves = Vector256.Narrow(first, Eight<T, TRule>(in rule, ref source, i + 8, columns, ref column));
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
