namespace MutualInfo.Files.Tests;

/// <summary>A stream that cannot seek and gives one to seven bytes at a time.</summary>
internal class TrickleStream(byte[] bytes) : Stream
{
    private int _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        int read = Math.Min(Math.Min(count, (_position % 7) + 1), bytes.Length - _position);
        bytes.AsSpan(_position, read).CopyTo(buffer.AsSpan(offset));
        _position += read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

/// <summary>A stream that breaks after so many bytes.</summary>
internal sealed class BreakingStream(byte[] bytes, int breakAt) : TrickleStream(bytes)
{
    private int _given;

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_given >= breakAt)
            throw new IOException("The cable is cut.");
        int read = base.Read(buffer, offset, count);
        _given += read;
        return read;
    }
}
