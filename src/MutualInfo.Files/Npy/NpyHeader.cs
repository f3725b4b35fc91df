using System.Buffers.Binary;
using MutualInfo.Files.Arrays;
using MutualInfo.Files.Bytes;
using MutualInfo.Files.Internal;

namespace MutualInfo.Files.Npy;

/// <summary>Reads what stands before the numbers of an NPY file: magic, version, length, dictionary.</summary>
/// <remarks>Source: NEP 1, and numpy.lib.format for versions 2.0 and 3.0.</remarks>
internal static class NpyHeader
{
    // NumPy's own limit; only structured types, which are refused anyway, have longer headers.
    private const int LongestDictionary = 10_000;

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Reads the header and leaves the source at the first number. Nothing is read beyond.</summary>
    public static ArrayLayout Read(ByteSource source)
    {
        Span<byte> prefix = stackalloc byte[8];
        source.Require(prefix, "NPY magic and version");
        if (!prefix[..6].SequenceEqual(Magic))
            Throw.Malformed(source.Name, $"expected the NPY magic \\x93NUMPY at byte offset 0, found '{Excerpt.Of(prefix[..6])}'.");

        (byte major, byte minor) = (prefix[6], prefix[7]);
        if (major is < 1 or > 3 || minor != 0)
            Throw.Unsupported(source.Name, $"is NPY version {major}.{minor}; versions 1.0, 2.0 and 3.0 are read.");

        uint length = ReadLength(source, major);
        if (source.Remaining is long remaining && length > remaining)
        {
            Throw.Malformed(
                source.Name,
                $"truncated: the header at byte offset {source.Offset} declares {length} bytes, found {remaining}.");
        }

        if (length is 0 or > LongestDictionary)
        {
            Throw.Malformed(
                source.Name,
                $"the header at byte offset {source.Offset} declares {length} bytes; expected 1 to {LongestDictionary}.");
        }

        int offset = (int)source.Offset;
        byte[] dictionary = new byte[length];
        source.Require(dictionary, "header");
        return new NpyDictionary(dictionary, source.Name, offset).Parse();
    }

    private static uint ReadLength(ByteSource source, byte major)
    {
        Span<byte> length = stackalloc byte[major == 1 ? 2 : 4];
        source.Require(length, "header length");
        return major == 1 ? BinaryPrimitives.ReadUInt16LittleEndian(length) : BinaryPrimitives.ReadUInt32LittleEndian(length);
    }
}
