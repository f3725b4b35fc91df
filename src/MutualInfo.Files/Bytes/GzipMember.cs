using System.Buffers.Binary;
using System.IO.Compression;
using MutualInfo.Files.Internal;

namespace MutualInfo.Files.Bytes;

/// <summary>A file that is one gzip member, whose header and trailer we read ourselves.</summary>
/// <remarks>
/// GZipStream ends without a word where a file is cut, so the trailer's checksum and length are compared with what really came. Source:
/// RFC 1952.
/// </remarks>
internal sealed class GzipMember
{
    private const int TrailerBytes = 8;
    private readonly Content _content;
    private readonly long _start;
    private readonly uint _checksum;
    private readonly uint _length;

    /// <summary>Reads the header and the trailer.</summary>
    public GzipMember(Content content)
    {
        _content = content;
        _start = SkipHeader(new ByteSource(content.Open(), content.Name, content.Length));
        if (content.Length - _start < TrailerBytes)
            Throw.Malformed(content.Name, $"truncated: the gzip data from byte offset {_start} on lacks its trailer of {TrailerBytes} bytes.");

        Span<byte> trailer = stackalloc byte[TrailerBytes];
        new ByteSource(content.Open(content.Length - TrailerBytes, TrailerBytes), content.Name, TrailerBytes).Require(
            trailer, "gzip trailer");
        _checksum = BinaryPrimitives.ReadUInt32LittleEndian(trailer);
        _length = BinaryPrimitives.ReadUInt32LittleEndian(trailer[4..]);
    }

    /// <summary>Whether a file begins as gzip does.</summary>
    public static bool Begins(Content content)
    {
        Span<byte> magic = stackalloc byte[2];
        return new ByteSource(content.Open(), content.Name, content.Length).Fill(magic) == 2 && magic is [0x1f, 0x8b];
    }

    /// <summary>Gets the bytes of the compressed data, without header and trailer.</summary>
    public long CompressedLength => _content.Length - _start - TrailerBytes;

    /// <summary>Opens the unpacked data, from its beginning.</summary>
    public Stream Open() => new DeflateStream(_content.Open(_start, CompressedLength), CompressionMode.Decompress);

    /// <summary>Compares the trailer with everything that was unpacked.</summary>
    public void CheckTrailer(ChecksumStream unpacked)
    {
        if (unpacked.Checksum != _checksum)
        {
            Throw.Malformed(
                _content.Name,
                $"the gzip trailer at byte offset {_content.Length - TrailerBytes} says CRC {_checksum:x8}; found {unpacked.Checksum:x8}. The file is damaged, or bytes are trailing behind its gzip data.");
        }

        if ((uint)unpacked.Count != _length)
        {
            Throw.Malformed(
                _content.Name,
                $"the gzip trailer at byte offset {_content.Length - 4} says a length of {_length} bytes modulo 2^32; found {unpacked.Count}.");
        }
    }

    private static long SkipHeader(ByteSource source)
    {
        const byte HasChecksum = 2, HasExtra = 4, HasName = 8, HasComment = 16, Reserved = 0xe0;
        Span<byte> header = stackalloc byte[10];
        source.Require(header, "gzip header");
        if (header is not [0x1f, 0x8b, 8, ..] || (header[3] & Reserved) != 0)
        {
            Throw.Malformed(
                source.Name, $"expected a gzip header 1f 8b 08 without reserved flags at byte offset 0, found '{Excerpt.Of(header)}'.");
        }

        byte flags = header[3];
        Span<byte> size = stackalloc byte[2];
        if ((flags & HasExtra) != 0)
        {
            source.Require(size, "gzip extra field");
            int length = BinaryPrimitives.ReadUInt16LittleEndian(size);
            if (source.Discard((UInt128)length) < (UInt128)length)
                Throw.Malformed(source.Name, $"truncated: the gzip extra field of {length} bytes ends at byte offset {source.Offset}.");
        }

        if ((flags & HasName) != 0)
            SkipText(source, "gzip file name");
        if ((flags & HasComment) != 0)
            SkipText(source, "gzip comment");
        if ((flags & HasChecksum) != 0)
            source.Require(size, "gzip header checksum");
        return source.Offset;
    }

    private static void SkipText(ByteSource source, string what)
    {
        Span<byte> letter = stackalloc byte[1];
        do
        {
            source.Require(letter, what);
        }
        while (letter[0] != 0);
    }
}
