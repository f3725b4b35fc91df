using System.Buffers.Binary;
using System.Text;
using MutualInfo.Files.Bytes;
using MutualInfo.Files.Internal;

namespace MutualInfo.Files.Zip;

/// <summary>Checks the members where they lie: each has its own bytes, and says there what the directory says of it.</summary>
internal static class ZipLayout
{
    /// <summary>The bytes of a member's header without name and extra fields.</summary>
    public const int HeaderBytes = 30;

    /// <summary>Refuses overlapping members, and members whose own header tells another story.</summary>
    public static void Check(Content content, ZipEntry[] entries, long directoryOffset)
    {
        long[] offsets = Array.ConvertAll(entries, static entry => entry.HeaderOffset);
        int[] ascending = [.. Enumerable.Range(0, entries.Length)];
        Array.Sort(offsets, ascending);
        for (int i = 0; i < ascending.Length; i++)
        {
            ZipEntry entry = entries[ascending[i]];
            long next = i + 1 < offsets.Length ? offsets[i + 1] : directoryOffset;
            if (next - entry.HeaderOffset < HeaderBytes || DataOffset(content, entry, next) > next - entry.CompressedSize)
            {
                Throw.Malformed(
                    content.Name,
                    $"the zip member '{Excerpt.Of(entry.Name)}' at byte offset {entry.HeaderOffset} overlaps what begins at {next}.");
            }
        }
    }

    /// <summary>Where the data of a member begins.</summary>
    /// <param name="content">The archive.</param>
    /// <param name="entry">A member of it.</param>
    /// <param name="end">Where the member must have ended.</param>
    public static long DataOffset(Content content, ZipEntry entry, long end)
    {
        ByteSource source = new(content.Open(entry.HeaderOffset, end - entry.HeaderOffset), content.Name, end - entry.HeaderOffset, entry.HeaderOffset);
        Span<byte> header = stackalloc byte[HeaderBytes];
        source.Require(header, "zip member header");
        if (!header.StartsWith("PK\x03\x04"u8))
        {
            Throw.Malformed(
                content.Name,
                $"expected the header of the zip member '{Excerpt.Of(entry.Name)}' at byte offset {entry.HeaderOffset}, found '{Excerpt.Of(header[..4])}'.");
        }

        int nameLength = BinaryPrimitives.ReadUInt16LittleEndian(header[26..]);
        int extraLength = BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        if (nameLength + extraLength > source.Remaining)
            Throw.Malformed(content.Name, $"truncated: the zip member '{Excerpt.Of(entry.Name)}' at byte offset {entry.HeaderOffset} overlaps what begins at {end}.");
        byte[] variable = new byte[nameLength + extraLength];
        source.Require(variable, "zip member header");
        CheckAgrees(entry, header, variable.AsSpan(0, nameLength), variable.AsSpan(nameLength), content.Name);
        return source.Offset;
    }

    private static void CheckAgrees(
        ZipEntry entry, ReadOnlySpan<byte> header, ReadOnlySpan<byte> name, ReadOnlySpan<byte> extra, string archive)
    {
        ushort flags = BinaryPrimitives.ReadUInt16LittleEndian(header[6..]);
        if ((flags & 1) != 0)
            Throw.Unsupported(archive, $"the zip member '{Excerpt.Of(entry.Name)}' is encrypted; plain members are read.");

        bool agrees = flags == entry.Flags
            && BinaryPrimitives.ReadUInt16LittleEndian(header[8..]) == entry.Method
            && name.SequenceEqual(Encoding.UTF8.GetBytes(entry.Name));
        if (agrees && !entry.HasDescriptor)
        {
            Zip64Sizes sizes = Zip64Sizes.Read(
                extra,
                size: BinaryPrimitives.ReadUInt32LittleEndian(header[22..]),
                compressedSize: BinaryPrimitives.ReadUInt32LittleEndian(header[18..]),
                headerOffset: 0,
                archive,
                entry.HeaderOffset);
            agrees = BinaryPrimitives.ReadUInt32LittleEndian(header[14..]) == entry.Checksum
                && sizes.Size == entry.Size
                && sizes.CompressedSize == entry.CompressedSize;
        }

        if (!agrees)
        {
            Throw.Malformed(
                archive,
                $"the zip member '{Excerpt.Of(entry.Name)}' at byte offset {entry.HeaderOffset} has a header whose name, flags, method, CRC or size differs from the central directory's.");
        }
    }
}
