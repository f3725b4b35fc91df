using System.Buffers.Binary;
using System.Security.Cryptography;

namespace MutualInfo.Discrete.Merging;

/// <summary>Writes little-endian numbers, and at the end the SHA-256 of all that was written.</summary>
internal sealed class CountsSink(Stream stream) : IDisposable
{
    private readonly byte[] _buffer = new byte[1 << 16];
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private int _used;

    public void Byte(byte value) => Room(1)[0] = value;

    public void Int32(int value) => BinaryPrimitives.WriteInt32LittleEndian(Room(sizeof(int)), value);

    public void Int64(long value) => BinaryPrimitives.WriteInt64LittleEndian(Room(sizeof(long)), value);

    public void Double(double value) => BinaryPrimitives.WriteDoubleLittleEndian(Room(sizeof(double)), value);

    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            int length = Math.Min(bytes.Length, _buffer.Length);
            bytes[..length].CopyTo(Room(length));
            bytes = bytes[length..];
        }
    }

    public void Finish()
    {
        Flush();
        stream.Write(_hash.GetHashAndReset());
        stream.Flush();
    }

    public void Dispose() => _hash.Dispose();

    private Span<byte> Room(int length)
    {
        if (length > _buffer.Length - _used)
            Flush();
        Span<byte> room = _buffer.AsSpan(_used, length);
        _used += length;
        return room;
    }

    private void Flush()
    {
        ReadOnlySpan<byte> full = _buffer.AsSpan(0, _used);
        _hash.AppendData(full);
        stream.Write(full);
        _used = 0;
    }
}
