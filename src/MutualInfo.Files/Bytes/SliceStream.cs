namespace MutualInfo.Files.Bytes;

/// <summary>A range of a seekable stream, read forward. It does not own the stream.</summary>
internal sealed class SliceStream(Stream stream, long start, long length) : ForwardStream
{
    private long _position;

    public override int Read(Span<byte> buffer)
    {
        int wanted = (int)Math.Min(buffer.Length, length - _position);
        if (wanted <= 0)
            return 0;

        // Other slices of the same stream may have moved it since.
        if (stream.Position != start + _position)
            stream.Position = start + _position;
        int read = stream.Read(buffer[..wanted]);
        _position += read;
        return read;
    }
}
