using System.Buffers.Binary;
using MutualInfo.Files.Arrays;
using MutualInfo.Files.Bytes;
using MutualInfo.Files.Internal;

namespace MutualInfo.Files.Idx;

/// <summary>Reads what stands before the numbers of an IDX file: two zeros, the type, the axes. All is big endian.</summary>
/// <remarks>Source: LeCun, Cortes and Burges, the MNIST database.</remarks>
internal static class IdxHeader
{
    /// <summary>Reads the header and leaves the source at the first number.</summary>
    public static ArrayLayout Read(ByteSource source)
    {
        Span<byte> magic = stackalloc byte[4];
        source.Require(magic, "IDX magic");
        ElementType? type = magic[2] switch
        {
            0x08 => ElementType.UInt8,
            0x09 => ElementType.Int8,
            0x0b => ElementType.Int16,
            0x0c => ElementType.Int32,
            0x0d => ElementType.Float32,
            0x0e => ElementType.Float64,
            _ => null,
        };
        if (magic[0] != 0 || magic[1] != 0 || type is null)
        {
            Throw.Malformed(
                source.Name,
                $"expected the IDX magic at byte offset 0: two zero bytes, a type (08, 09, 0b to 0e) and the number of axes; found '{Excerpt.Of(magic)}'.");
        }

        Span<byte> axis = stackalloc byte[4];
        UInt128[] shape = new UInt128[magic[3]];
        for (int i = 0; i < shape.Length; i++)
        {
            source.Require(axis, "IDX axis");
            shape[i] = BinaryPrimitives.ReadUInt32BigEndian(axis);
        }

        return new ArrayLayout(type.Value, isBigEndian: true, isFortranOrder: false, shape);
    }
}
