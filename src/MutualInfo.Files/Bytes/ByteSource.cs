using MutualInfo.Files.Internal;

namespace MutualInfo.Files.Bytes;

/// <summary>Reads a stream forward, and knows its name, the offset, and where the stream says so, how much is left.</summary>
internal sealed class ByteSource
{
    private readonly Stream _stream;
    private readonly long? _end;

    /// <summary>Reads a stream from where it stands.</summary>
    /// <param name="stream">Any readable stream; short reads are fine.</param>
    /// <param name="name">The name that messages give the file.</param>
    /// <param name="length">The bytes from here to the end, where they are known.</param>
    /// <param name="offset">The offset to count from in messages.</param>
    public ByteSource(Stream stream, string name, long? length, long offset = 0)
    {
        _stream = stream;
        _end = offset + length;
        Name = name;
        Offset = offset;
    }

    /// <summary>Gets the name that messages give the file.</summary>
    public string Name { get; }

    /// <summary>Gets the offset of the next byte.</summary>
    public long Offset { get; private set; }

    /// <summary>Gets the bytes from here to the end, or null where only reading tells.</summary>
    public long? Remaining => _end is long end ? Math.Max(0, end - Offset) : null;

    /// <summary>Reads a stream that the caller owns, from its position on.</summary>
    public static ByteSource From(Stream stream, string name) =>
        new(stream, name, stream.CanSeek ? Math.Max(0, stream.Length - stream.Position) : null);

    /// <summary>Reads until the destination is full or the stream ends, and returns how many bytes came.</summary>
    public int Fill(Span<byte> destination)
    {
        int filled = 0;
        while (filled < destination.Length)
        {
            int read = ReadSome(destination[filled..]);
            if (read == 0)
                break;
            filled += read;
            Offset += read;
        }

        return filled;
    }

    /// <summary>Fills the destination, or refuses the file as truncated.</summary>
    /// <param name="destination">Receives the bytes.</param>
    /// <param name="what">What the bytes are, for the message.</param>
    public void Require(Span<byte> destination, string what)
    {
        long start = Offset;
        int filled = Fill(destination);
        if (filled < destination.Length)
        {
            Throw.Malformed(
                Name,
                $"empty or truncated: expected {destination.Length} bytes of {what} at byte offset {start}, found {filled}.");
        }
    }

    /// <summary>Reads and forgets up to so many bytes, and returns how many came.</summary>
    public UInt128 Discard(UInt128 limit)
    {
        byte[] scratch = new byte[(int)UInt128.Min(limit, 1 << 16)];
        UInt128 discarded = 0;
        while (discarded < limit)
        {
            int read = Fill(scratch.AsSpan(0, (int)UInt128.Min(limit - discarded, (UInt128)scratch.Length)));
            if (read == 0)
                break;
            discarded += (UInt128)read;
        }

        return discarded;
    }

    /// <summary>Keeps up to so many bytes in memory, and reads on from there: afterwards <see cref="Remaining"/> is known.</summary>
    public ByteSource Keep(UInt128 limit)
    {
        ChunkedStream kept = ChunkedStream.From(_stream, limit);
        return new ByteSource(kept, Name, kept.Length, Offset);
    }

    private int ReadSome(Span<byte> destination)
    {
        try
        {
            return _stream.Read(destination);
        }
        catch (InvalidDataException cause)
        {
            // Only the inflater throws this; it does not know which file it reads.
            Throw.Malformed(Name, $"the deflated data is damaged near byte offset {Offset} of the unpacked content.", cause);
            return 0;
        }
    }
}
