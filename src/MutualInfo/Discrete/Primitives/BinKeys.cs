using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace MutualInfo.Discrete.Primitives;

/// <summary>
/// The bins of a sample as bytes, the same in every batch and on every machine: little-endian, 1, 2 or 4 bytes for each number.
/// </summary>
internal static class BinKeys
{
    /// <summary>The bytes that hold a bin of so many.</summary>
    public static int CellBytes(int bins) => bins <= 1 << 8 ? 1 : bins <= 1 << 16 ? 2 : 4;

    /// <summary>Writes the bins of some samples.</summary>
    /// <param name="rule">The bins.</param>
    /// <param name="samples">Shape <c>(n, d)</c>, without NaN.</param>
    /// <param name="rows">Which samples.</param>
    /// <param name="keys">Receives d cells for each of them.</param>
    public static void Write<T, TRule>(in TRule rule, Samples<T> samples, ReadOnlySpan<int> rows, Span<byte> keys)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TRule : struct, IBinRule<T>
    {
        int width = CellBytes(rule.Alphabet);
        if (width == 1)
            WriteCells(in rule, samples, rows, keys);
        else if (width == 2)
            WriteCells(in rule, samples, rows, MemoryMarshal.Cast<byte, ushort>(keys));
        else
            WriteCells(in rule, samples, rows, MemoryMarshal.Cast<byte, int>(keys));
        ToLittleEndian(keys, width);
    }

    /// <summary>The bin that a cell of 1, 2 or 4 bytes holds.</summary>
    public static uint ReadCell(ReadOnlySpan<byte> cell) => cell.Length switch
    {
        1 => cell[0],
        2 => BinaryPrimitives.ReadUInt16LittleEndian(cell),
        _ => BinaryPrimitives.ReadUInt32LittleEndian(cell),
    };

    /// <summary>Turns cells as this machine holds them into little-endian ones; on most machines they are.</summary>
    public static void ToLittleEndian(Span<byte> cells, int width)
    {
        if (BitConverter.IsLittleEndian)
            return;
        for (; cells.Length > 0; cells = cells[width..])
            cells[..width].Reverse();
    }

    private static void WriteCells<T, TRule, TCell>(in TRule rule, Samples<T> samples, ReadOnlySpan<int> rows, Span<TCell> cells)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TRule : struct, IBinRule<T>
        where TCell : unmanaged, IBinaryInteger<TCell>
    {
        foreach (int row in rows)
        {
            BinCells.Write(in rule, samples[row], cells[..samples.Dimension]);
            cells = cells[samples.Dimension..];
        }
    }
}
