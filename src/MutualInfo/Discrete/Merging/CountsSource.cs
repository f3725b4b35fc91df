using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace MutualInfo.Discrete.Merging;

/// <summary>
/// Reads little-endian numbers, and at the end compares the SHA-256 of all that was read. Knows the name and the offset for
/// messages.
/// </summary>
/// <remarks>Reads ahead, so a stream is read to its end.</remarks>
internal sealed class CountsSource(Stream stream, string name) : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _hashed;
    private int _end;

    /// <summary>Gets the offset of the next byte.</summary>
    public long Offset { get; private set; }

    public byte Byte(string what) => Next(1, what)[0];

    public int Int32(string what) => BinaryPrimitives.ReadInt32LittleEndian(Next(sizeof(int), what));

    public long Int64(string what) => BinaryPrimitives.ReadInt64LittleEndian(Next(sizeof(long), what));

    public double Double(string what) => BinaryPrimitives.ReadDoubleLittleEndian(Next(sizeof(double), what));

    /// <summary>Fills a span, or refuses the content as cut.</summary>
    public void Bytes(Span<byte> destination, string what)
    {
        while (destination.Length > 0)
        {
            int length = Math.Min(destination.Length, _buffer.Length / 2);
            Next(length, what).CopyTo(destination);
            destination = destination[length..];
        }
    }

    /// <summary>Reads bytes into room that grows as they come, however many are claimed.</summary>
    public byte[] Grow(int length, string what)
    {
        byte[] bytes = [];
        for (int read = 0; read < length;)
        {
            Array.Resize(ref bytes, (int)Math.Min(length, Math.Max(_buffer.Length, 2L * read)));
            Bytes(bytes.AsSpan(read), what);
            read = bytes.Length;
        }

        return bytes;
    }

    /// <summary>Compares the checksum, and requires that nothing follows it.</summary>
    public void Finish()
    {
        Hash();
        byte[] expected = _hash.GetHashAndReset();
        if (!Next(expected.Length, "checksum").SequenceEqual(expected))
            Refuse($"the checksum at byte offset {Offset - expected.Length} is not that of what comes before; the content is damaged. Copy it or count again.");
        if (_start < _end || stream.ReadByte() >= 0)
            Refuse($"bytes follow the checksum, which ends at byte offset {Offset}; nothing was expected.");
    }

    [DoesNotReturn]
    public void Refuse(FormattableString message, Exception? cause = null) =>
        throw new InvalidDataException(name + ": " + message.ToString(CultureInfo.InvariantCulture), cause);

    [DoesNotReturn]
    public void RefuseVersion(int version, int known) => throw new NotSupportedException(string.Create(
        CultureInfo.InvariantCulture, $"{name}: the counts are of version {version}; this library reads version {known}. Read them with the version that wrote them."));

    public void Dispose() => _hash.Dispose();

    private ReadOnlySpan<byte> Next(int length, string what)
    {
        if (_end - _start < length)
            Refill(length, what);
        ReadOnlySpan<byte> next = _buffer.AsSpan(_start, length);
        _start += length;
        Offset += length;
        return next;
    }

    private void Refill(int length, string what)
    {
        Hash();
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        _end -= _start;
        (_start, _hashed) = (0, 0);
        _end += stream.ReadAtLeast(_buffer.AsSpan(_end), length - _end, throwOnEndOfStream: false);
        if (_end < length)
            Refuse($"empty or truncated: expected {length} bytes of {what} at byte offset {Offset}, found {_end}.");
    }

    private void Hash()
    {
        _hash.AppendData(_buffer.AsSpan(_hashed, _start - _hashed));
        _hashed = _start;
    }
}
