namespace MutualInfo.Files.Bytes;

/// <summary>Passes a stream through, and counts and checksums what went by.</summary>
internal sealed class ChecksumStream(Stream stream) : ForwardStream
{
    /// <summary>Gets the CRC-32 of the bytes read so far.</summary>
    public uint Checksum { get; private set; }

    /// <summary>Gets how many bytes were read so far.</summary>
    public long Count { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        int read = stream.Read(buffer);
        Checksum = Crc32.Append(Checksum, buffer[..read]);
        Count += read;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            stream.Dispose();
        base.Dispose(disposing);
    }
}
