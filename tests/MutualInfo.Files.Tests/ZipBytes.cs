using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace MutualInfo.Files.Tests;

/// <summary>Builds archives record by record, so that each record can lie.</summary>
internal sealed class ZipBytes
{
    private readonly List<byte> _file = [];
    private readonly List<byte[]> _directory = [];

    public ushort Flags { get; set; }

    public ushort Method { get; set; } = 8;

    public uint ChecksumError { get; set; }

    public long SizeError { get; set; }

    public bool IsZip64 { get; set; }

    public int Length => _file.Count;

    public ZipBytes Add(string name, byte[] content, int? headerOffset = null)
    {
        byte[] packed = Method == 8 ? Deflate(content) : content;
        uint checksum = Checksum(content) ^ ChecksumError;
        int offset = headerOffset ?? _file.Count;
        _file.AddRange(Record(isLocal: true, name, content.Length + SizeError, packed.Length, checksum, offset));
        _file.AddRange(packed);
        _directory.Add(Record(isLocal: false, name, content.Length + SizeError, packed.Length, checksum, offset));
        return this;
    }

    public void AddEntryOnly(string name, byte[] content, int headerOffset) =>
        _directory.Add(Record(isLocal: false, name, content.Length, content.Length, Checksum(content), headerOffset));

    public byte[] Build(string comment = "")
    {
        List<byte> all = [.. _file];
        foreach (byte[] record in _directory)
            all.AddRange(record);
        int length = all.Count - _file.Count;
        byte[] end = new byte[22];
        "PK\x05\x06"u8.CopyTo(end);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(8), (ushort)_directory.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(10), (ushort)_directory.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(12), (uint)length);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(16), (uint)_file.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(20), (ushort)comment.Length);
        return [.. all, .. end, .. Encoding.ASCII.GetBytes(comment)];
    }

    /// <summary>CRC-32 bit by bit, the textbook's way.</summary>
    public static uint Checksum(byte[] bytes)
    {
        uint state = uint.MaxValue;
        foreach (byte value in bytes)
        {
            state ^= value;
            for (int bit = 0; bit < 8; bit++)
                state = (state >> 1) ^ (0xedb88320 & (0 - (state & 1)));
        }

        return ~state;
    }

    public static byte[] Deflate(byte[] content)
    {
        using MemoryStream packed = new();
        using (DeflateStream deflate = new(packed, CompressionLevel.Optimal))
            deflate.Write(content);
        return packed.ToArray();
    }

    private byte[] Record(bool isLocal, string name, long size, long packed, uint checksum, int offset)
    {
        byte[] extra = IsZip64 ? new byte[20] : [];
        if (IsZip64)
        {
            (extra[0], extra[2]) = (1, 16);
            BinaryPrimitives.WriteInt64LittleEndian(extra.AsSpan(4), size);
            BinaryPrimitives.WriteInt64LittleEndian(extra.AsSpan(12), packed);
        }

        byte[] record = new byte[isLocal ? 30 : 46];
        (isLocal ? "PK\x03\x04"u8 : "PK\x01\x02"u8).CopyTo(record);
        int at = isLocal ? 6 : 8;
        BinaryPrimitives.WriteUInt16LittleEndian(record.AsSpan(at), Flags);
        BinaryPrimitives.WriteUInt16LittleEndian(record.AsSpan(at + 2), Method);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(at + 8), checksum);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(at + 12), IsZip64 ? uint.MaxValue : (uint)packed);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(at + 16), IsZip64 ? uint.MaxValue : (uint)size);
        BinaryPrimitives.WriteUInt16LittleEndian(record.AsSpan(at + 20), (ushort)Encoding.UTF8.GetByteCount(name));
        BinaryPrimitives.WriteUInt16LittleEndian(record.AsSpan(at + 22), (ushort)extra.Length);
        if (!isLocal)
            BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(42), (uint)offset);
        return [.. record, .. Encoding.UTF8.GetBytes(name), .. extra];
    }
}
