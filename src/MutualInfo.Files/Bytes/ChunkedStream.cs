namespace MutualInfo.Files.Bytes;

/// <summary>Keeps what a stream that cannot seek has given, so that it can be read again.</summary>
/// <remarks>Chunks are never copied to grow: the memory is the bytes that really came, and one chunk.</remarks>
internal sealed class ChunkedStream : Stream
{
    private const int ChunkBytes = 1 << 16;
    private readonly List<byte[]> _chunks = [];
    private long _length;

    /// <summary>Takes bytes from a stream up to a limit, or to its end.</summary>
    public static ChunkedStream From(Stream stream, UInt128 limit)
    {
        ChunkedStream kept = new();
        while ((UInt128)kept._length < limit)
        {
            int used = (int)(kept._length % ChunkBytes);
            if (used == 0)
                kept._chunks.Add(new byte[ChunkBytes]);
            int wanted = (int)UInt128.Min((UInt128)(ChunkBytes - used), limit - (UInt128)kept._length);
            int read = stream.Read(kept._chunks[^1], used, wanted);
            if (read == 0)
                break;
            kept._length += read;
        }

        return kept;
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => _length;

    public override long Position { get; set; }

    public override int Read(Span<byte> buffer)
    {
        int used = (int)(Position % ChunkBytes);
        int read = (int)Math.Min(Math.Min(buffer.Length, ChunkBytes - used), _length - Position);
        if (read <= 0)
            return 0;
        _chunks[(int)(Position / ChunkBytes)].AsSpan(used, read).CopyTo(buffer);
        Position += read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => _length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
