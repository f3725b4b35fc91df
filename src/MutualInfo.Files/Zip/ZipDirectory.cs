using System.Buffers.Binary;
using System.Text;
using MutualInfo.Files.Bytes;
using MutualInfo.Files.Internal;

namespace MutualInfo.Files.Zip;

/// <summary>Reads the central directory of an archive, strictly.</summary>
/// <remarks>
/// ZipArchive of .NET 10 gives out data with a wrong checksum, of encrypted and of overlapping members, and believes sizes that lie.
/// </remarks>
internal static class ZipDirectory
{
    /// <summary>The bytes of a directory entry without name, extra fields and comment.</summary>
    public const int SmallestEntry = 46;

    private static readonly UTF8Encoding _strictText = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads all entries, and refuses the archive if a single one is not as it should be.</summary>
    public static ZipEntry[] Read(Content content)
    {
        ZipArchiveEnd end = ZipArchiveEnd.Read(content);
        ByteSource source = new(
            content.Open(end.DirectoryOffset, end.DirectoryLength), content.Name, end.DirectoryLength, end.DirectoryOffset);
        ZipEntry[] entries = new ZipEntry[(int)end.EntryCount];
        HashSet<string> names = new(entries.Length);
        byte[] variable = [];
        for (int i = 0; i < entries.Length; i++)
        {
            entries[i] = ReadEntry(source, ref variable);
            entries[i].Check(content.Name);
            if (!names.Add(entries[i].Name))
                Throw.Malformed(content.Name, $"the zip central directory lists the member '{Excerpt.Of(entries[i].Name)}' twice.");
        }

        if (source.Remaining != 0)
        {
            Throw.Malformed(
                content.Name,
                $"the zip central directory declares {entries.Length} members, and {source.Remaining} trailing bytes follow them at byte offset {source.Offset}.");
        }

        ZipLayout.Check(content, entries, end.DirectoryOffset);
        return entries;
    }

    private static ZipEntry ReadEntry(ByteSource source, ref byte[] variable)
    {
        long offset = source.Offset;
        Span<byte> record = stackalloc byte[SmallestEntry];
        source.Require(record, "zip directory entry");
        if (!record.StartsWith("PK\x01\x02"u8))
            Throw.Malformed(source.Name, $"expected a zip directory entry at byte offset {offset}, found '{Excerpt.Of(record[..4])}'.");

        int nameLength = BinaryPrimitives.ReadUInt16LittleEndian(record[28..]);
        int extraLength = BinaryPrimitives.ReadUInt16LittleEndian(record[30..]);
        int commentLength = BinaryPrimitives.ReadUInt16LittleEndian(record[32..]);
        int length = nameLength + extraLength + commentLength;
        if (length > source.Remaining)
            Throw.Malformed(source.Name, $"truncated: the zip directory entry at byte offset {offset} declares {length} more bytes, found {source.Remaining}.");
        if (variable.Length < length)
            variable = new byte[length];
        source.Require(variable.AsSpan(0, length), "zip directory entry");

        Zip64Sizes sizes = Zip64Sizes.Read(
            variable.AsSpan(nameLength, extraLength),
            size: BinaryPrimitives.ReadUInt32LittleEndian(record[24..]),
            compressedSize: BinaryPrimitives.ReadUInt32LittleEndian(record[20..]),
            headerOffset: BinaryPrimitives.ReadUInt32LittleEndian(record[42..]),
            source.Name,
            offset);
        return new ZipEntry(
            DecodeName(variable.AsSpan(0, nameLength), source.Name, offset),
            Flags: BinaryPrimitives.ReadUInt16LittleEndian(record[8..]),
            Method: BinaryPrimitives.ReadUInt16LittleEndian(record[10..]),
            Checksum: BinaryPrimitives.ReadUInt32LittleEndian(record[16..]),
            sizes.CompressedSize,
            sizes.Size,
            sizes.HeaderOffset);
    }

    private static string DecodeName(ReadOnlySpan<byte> bytes, string archive, long offset)
    {
        try
        {
            return _strictText.GetString(bytes);
        }
        catch (DecoderFallbackException cause)
        {
            Throw.Malformed(archive, $"the zip directory entry at byte offset {offset} has the name '{Excerpt.Of(bytes)}', which is not UTF-8.", cause);
            return "";
        }
    }
}
