namespace MutualInfo.Files.Bytes;

/// <summary>The bytes of one file, which can be read in any order and more than once. It does not own the stream.</summary>
/// <remarks>
/// What is compressed or written as text is read twice: first to check it all, then into memory that is known to be needed. So a file
/// that is refused costs no more than the file itself, whatever it claims.
/// </remarks>
internal sealed class Content
{
    private readonly Stream _stream;
    private readonly long _start;

    private Content(Stream stream, string name, long start)
    {
        _stream = stream;
        _start = start;
        Name = name;
        Length = Math.Max(0, stream.Length - start);
    }

    /// <summary>Gets the name that messages give the file.</summary>
    public string Name { get; }

    /// <summary>Gets the number of bytes.</summary>
    public long Length { get; }

    /// <summary>Takes the bytes from a stream's position to its end; those of a stream that cannot seek are kept in memory.</summary>
    public static Content From(Stream stream, string name) => stream.CanSeek
        ? new Content(stream, name, stream.Position)
        : new Content(ChunkedStream.From(stream, UInt128.MaxValue), name, 0);

    /// <summary>Opens a range, which must lie inside.</summary>
    public Stream Open(long offset, long length) => new SliceStream(_stream, _start + offset, length);

    /// <summary>Opens everything.</summary>
    public Stream Open() => Open(0, Length);
}
