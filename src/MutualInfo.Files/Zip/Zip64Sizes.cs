using System.Buffers.Binary;
using MutualInfo.Files.Internal;

namespace MutualInfo.Files.Zip;

/// <summary>The sizes of a member: 32 bits in its record, or 64 bits in an extra field where the record says so.</summary>
internal readonly record struct Zip64Sizes(long Size, long CompressedSize, long HeaderOffset)
{
    private const ushort Zip64Field = 1;

    /// <summary>Takes from the extra field what the record leaves to it by saying 0xFFFFFFFF.</summary>
    public static Zip64Sizes Read(
        ReadOnlySpan<byte> extra, uint size, uint compressedSize, uint headerOffset, string archive, long offset)
    {
        ReadOnlySpan<byte> field = FindField(extra);
        return new Zip64Sizes(
            Next(ref field, size, archive, offset),
            Next(ref field, compressedSize, archive, offset),
            Next(ref field, headerOffset, archive, offset));
    }

    private static ReadOnlySpan<byte> FindField(ReadOnlySpan<byte> extra)
    {
        while (extra.Length >= 4)
        {
            ushort id = BinaryPrimitives.ReadUInt16LittleEndian(extra);
            int length = Math.Min(BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]), extra.Length - 4);
            if (id == Zip64Field)
                return extra.Slice(4, length);
            extra = extra[(4 + length)..];
        }

        return [];
    }

    private static long Next(ref ReadOnlySpan<byte> field, uint value, string archive, long offset)
    {
        if (value != uint.MaxValue)
            return value;
        ulong wide = field.Length >= 8 ? BinaryPrimitives.ReadUInt64LittleEndian(field) : ulong.MaxValue;
        if (wide > long.MaxValue)
            Throw.Malformed(archive, $"the zip record at byte offset {offset} leaves a size to a zip64 field, which is missing or beyond 2^63.");
        field = field[8..];
        return (long)wide;
    }
}
