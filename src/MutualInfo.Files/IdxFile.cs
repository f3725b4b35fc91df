using MutualInfo.Files.Arrays;
using MutualInfo.Files.Bytes;
using MutualInfo.Files.Idx;
using MutualInfo.Files.Internal;

namespace MutualInfo.Files;

/// <summary>Reads IDX, the format of MNIST, as it is or compressed with gzip.</summary>
/// <remarks>
/// Read are unsigned and signed bytes, 16-bit and 32-bit integers, and floats of 32 and 64 bits. Whether a file is compressed is seen
/// from its first bytes. A compressed file is one gzip member, and is unpacked twice: to check it, and into memory that is then known
/// to be needed.
/// </remarks>
public static class IdxFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The path of the file; where it ends in <c>.gz</c>, the content must be gzip.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read, or is a directory.</exception>
    /// <exception cref="InvalidDataException">The file is malformed; the message says where, what was expected and what was found.</exception>
    /// <exception cref="NotSupportedException">The file is well-formed, but larger than one array.</exception>
    public static NumericArray Read(string path)
    {
        using FileStream stream = Source.Open(path);
        Content content = Content.From(stream, path);
        bool mustBeGzip = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
        return mustBeGzip || GzipMember.Begins(content) ? ReadGzip(content) : ReadPlain(content);
    }

    /// <summary>Reads an array that reaches from a stream's position to its end.</summary>
    /// <param name="stream">A readable stream, which stays open; it need not seek, and may give short reads.</param>
    /// <param name="name">The name for messages; the default is the file's, where the stream is one.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="InvalidDataException">The content is malformed.</exception>
    /// <exception cref="NotSupportedException">The content is well-formed, but larger than one array.</exception>
    public static NumericArray Read(Stream stream, string? name = null)
    {
        Content content = Content.From(stream, Source.NameOf(stream, name));
        return GzipMember.Begins(content) ? ReadGzip(content) : ReadPlain(content);
    }

    private static NumericArray ReadPlain(Content content)
    {
        ByteSource source = new(content.Open(), content.Name, content.Length);
        return ArrayReader.Read(source, IdxHeader.Read(source));
    }

    private static NumericArray ReadGzip(Content content)
    {
        GzipMember member = new(content);
        long length = Verify(member, content.Name);

        using Stream unpacked = member.Open();
        ByteSource source = new(unpacked, content.Name, length);
        return ArrayReader.Read(source, IdxHeader.Read(source));
    }

    private static long Verify(GzipMember member, string name)
    {
        using ChecksumStream unpacked = new(member.Open());
        ByteSource source = new(unpacked, name, length: null);
        ArrayLayout layout = IdxHeader.Read(source);
        if (Deflate.CanUnpackTo(member.CompressedLength, layout.Bytes))
            layout.RefuseTooLarge(name);

        // One byte beyond the claim tells a bomb from a file; the rest of a bomb stays packed.
        ByteSource numbers = new(unpacked, name, length: null, source.Offset);
        UInt128 limit = layout.Bytes == UInt128.MaxValue ? layout.Bytes : layout.Bytes + 1;
        layout.Check(source, numbers.Discard(limit));
        member.CheckTrailer(unpacked);
        return unpacked.Count;
    }
}
