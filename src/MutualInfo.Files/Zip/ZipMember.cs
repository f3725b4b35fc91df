using System.IO.Compression;
using MutualInfo.Files.Arrays;
using MutualInfo.Files.Bytes;
using MutualInfo.Files.Internal;
using MutualInfo.Files.Npy;

namespace MutualInfo.Files.Zip;

/// <summary>Reads one array out of an archive.</summary>
internal static class ZipMember
{
    /// <summary>Reads the member twice: to compare its header, length and checksum with what the archive declares, and for its numbers.</summary>
    public static NumericArray Read(Content content, ZipEntry entry, string name)
    {
        Verify(content, entry, name);
        using Stream unpacked = Open(content, entry);
        ByteSource source = new(unpacked, name, entry.Size);
        return ArrayReader.Read(source, NpyHeader.Read(source));
    }

    private static void Verify(Content content, ZipEntry entry, string name)
    {
        using ChecksumStream unpacked = new(Open(content, entry));
        ByteSource source = new(unpacked, name, entry.Size);

        // A lying size is cheaper found in the header than by unpacking all of it.
        NpyHeader.Read(source).Check(source, (UInt128)source.Remaining!.Value);
        UInt128 found = (UInt128)source.Offset;
        found += source.Discard((UInt128)source.Remaining!.Value + 1);
        if (found < (UInt128)entry.Size)
            Throw.Malformed(name, $"truncated: the zip member declares {entry.Size} bytes; found {found}.");
        if (found > (UInt128)entry.Size)
            Throw.Malformed(name, $"trailing bytes: the zip member declares {entry.Size} bytes; found more.");

        if (unpacked.Checksum != entry.Checksum)
            Throw.Malformed(name, $"the zip member declares CRC {entry.Checksum:x8}; found {unpacked.Checksum:x8}. The archive is damaged.");
    }

    private static Stream Open(Content content, ZipEntry entry)
    {
        long offset = ZipLayout.DataOffset(content, entry, content.Length);
        Stream packed = content.Open(offset, entry.CompressedSize);
        return entry.IsDeflated ? new DeflateStream(packed, CompressionMode.Decompress) : packed;
    }
}
