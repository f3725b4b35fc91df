using System.Buffers.Binary;
using MutualInfo.Files.Bytes;
using MutualInfo.Files.Internal;

namespace MutualInfo.Files.Zip;

/// <summary>Where the central directory of an archive lies, as the records at the end of the file say.</summary>
/// <remarks>Source: PKWARE's APPNOTE, 4.3.14 to 4.3.16.</remarks>
internal readonly record struct ZipArchiveEnd(long DirectoryOffset, long DirectoryLength, long EntryCount)
{
    private const int RecordBytes = 22;
    private const int LocatorBytes = 20;
    private const int Record64Bytes = 56;
    private const int LongestComment = ushort.MaxValue;

    /// <summary>Finds and reads the end records; their claims must fit the file.</summary>
    public static ZipArchiveEnd Read(Content content)
    {
        // The comment may hold anything, so the record nearest to the end whose comment reaches the end is the one.
        byte[] tail = new byte[(int)Math.Min(content.Length, RecordBytes + LongestComment)];
        long tailOffset = content.Length - tail.Length;
        new ByteSource(content.Open(tailOffset, tail.Length), content.Name, tail.Length, tailOffset).Require(tail, "zip end");
        for (int at = tail.Length - RecordBytes; at >= 0; at--)
        {
            ReadOnlySpan<byte> record = tail.AsSpan(at);
            if (record.StartsWith("PK\x05\x06"u8)
                && BinaryPrimitives.ReadUInt16LittleEndian(record[20..]) == record.Length - RecordBytes)
            {
                return Read(content, record, tailOffset + at);
            }
        }

        Throw.Malformed(
            content.Name,
            $"is no zip archive, or a truncated one: expected the end of the central directory within the last {tail.Length} bytes, found none.");
        return default;
    }

    private static ZipArchiveEnd Read(Content content, ReadOnlySpan<byte> record, long offset)
    {
        ushort disk = BinaryPrimitives.ReadUInt16LittleEndian(record[4..]);
        ushort directoryDisk = BinaryPrimitives.ReadUInt16LittleEndian(record[6..]);
        ushort countHere = BinaryPrimitives.ReadUInt16LittleEndian(record[8..]);
        ushort count = BinaryPrimitives.ReadUInt16LittleEndian(record[10..]);
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(record[12..]);
        uint start = BinaryPrimitives.ReadUInt32LittleEndian(record[16..]);
        bool needs64 = count == ushort.MaxValue || length == uint.MaxValue || start == uint.MaxValue;
        if (needs64 && offset >= LocatorBytes)
            return Read64(content, offset - LocatorBytes);
        if (disk != 0 || directoryDisk != 0 || countHere != count)
            Throw.Unsupported(content.Name, $"is a zip archive of several disks; archives in one file are read.");
        return Check(content, new ZipArchiveEnd(start, length, count), offset);
    }

    private static ZipArchiveEnd Read64(Content content, long offset)
    {
        Span<byte> locator = stackalloc byte[LocatorBytes];
        new ByteSource(content.Open(offset, LocatorBytes), content.Name, LocatorBytes, offset).Require(locator, "zip64 locator");
        ulong claimed = BinaryPrimitives.ReadUInt64LittleEndian(locator[8..]);
        if (!locator.StartsWith("PK\x06\x07"u8) || offset < Record64Bytes || claimed > (ulong)(offset - Record64Bytes))
        {
            Throw.Malformed(
                content.Name, $"expected a zip64 locator at byte offset {offset} that points before itself, found '{Excerpt.Of(locator)}'.");
        }

        long start = (long)claimed;
        Span<byte> record = stackalloc byte[Record64Bytes];
        new ByteSource(content.Open(start, Record64Bytes), content.Name, Record64Bytes, start).Require(record, "zip64 end");
        ulong countHere = BinaryPrimitives.ReadUInt64LittleEndian(record[24..]);
        ulong count = BinaryPrimitives.ReadUInt64LittleEndian(record[32..]);
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(record[40..]);
        ulong directory = BinaryPrimitives.ReadUInt64LittleEndian(record[48..]);
        if (!record.StartsWith("PK\x06\x06"u8) || countHere != count || count > long.MaxValue || length > long.MaxValue || directory > long.MaxValue)
        {
            Throw.Malformed(
                content.Name, $"expected the zip64 end of one central directory at byte offset {start}, found '{Excerpt.Of(record)}'.");
        }

        return Check(content, new ZipArchiveEnd((long)directory, (long)length, (long)count), start);
    }

    private static ZipArchiveEnd Check(Content content, ZipArchiveEnd end, long offset)
    {
        if ((UInt128)end.DirectoryOffset + (UInt128)end.DirectoryLength != (UInt128)offset)
        {
            Throw.Malformed(
                content.Name,
                $"the zip central directory should take {end.DirectoryLength} bytes from byte offset {end.DirectoryOffset} on and end where its end record begins, at {offset}; it does not.");
        }

        // Each member has an entry there and a header of its own before it: more of them than that are a lie, and take no memory.
        if (end.EntryCount > end.DirectoryLength / ZipDirectory.SmallestEntry || end.EntryCount > end.DirectoryOffset / ZipLayout.HeaderBytes)
        {
            Throw.Malformed(
                content.Name,
                $"the zip central directory of {end.DirectoryLength} bytes at byte offset {end.DirectoryOffset} declares {end.EntryCount} members, for which the archive is too short.");
        }

        return end;
    }
}
