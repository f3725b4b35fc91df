using System.Buffers.Binary;
using System.Numerics;

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
        bool isOne = rule.Columns == 1;
        foreach (int row in rows)
        {
            ReadOnlySpan<T> sample = samples[row];
            for (int column = 0; column < sample.Length; column++)
            {
                WriteCell(rule.One(sample[column], isOne ? 0 : column), keys[..width]);
                keys = keys[width..];
            }
        }
    }

    /// <summary>The bin that a cell of 1, 2 or 4 bytes holds.</summary>
    public static uint ReadCell(ReadOnlySpan<byte> cell) => cell.Length switch
    {
        1 => cell[0],
        2 => BinaryPrimitives.ReadUInt16LittleEndian(cell),
        _ => BinaryPrimitives.ReadUInt32LittleEndian(cell),
    };

    private static void WriteCell(int bin, Span<byte> cell)
    {
        switch (cell.Length)
        {
            case 1:
                cell[0] = (byte)bin;
                break;
            case 2:
                BinaryPrimitives.WriteUInt16LittleEndian(cell, (ushort)bin);
                break;
            default:
                BinaryPrimitives.WriteInt32LittleEndian(cell, bin);
                break;
        }
    }
}
