using System.Buffers.Binary;
using System.Security.Cryptography;
using MutualInfo.Discrete;
using MutualInfo.Tests.Laws;

namespace MutualInfo.Tests.Merging;

/// <summary>The format of counts: what is written is read back, and nothing else is.</summary>
public class CountsFormatTests
{
    // A table of two by two with three cells: the start of 12 bytes, two kinds of 6, 36 bytes of numbers, keys, pairs, the checksum.
    private static readonly byte[] _small = KeyedVariables.Written(JointCounts.FromTable([[5, 0], [2, 1L << 40]]));

    public static TheoryData<string> Names => [.. KeyedVariables.Names];

    [Theory, MemberData(nameof(Names))]
    public void Read_WhatWasWritten_IsTheSame(string name)
    {
        JointCounts counts = KeyedVariables.Counts(name);
        byte[] file = KeyedVariables.Written(counts);
        JointCounts read = KeyedVariables.Read(file);
        Law.IsBitwiseEqual(counts.Estimate(), read.Estimate());
        Assert.Equal(counts.Estimate().Estimator, read.Estimate().Estimator);
        Assert.Equal(counts.ValuesOutsideRangeX, read.ValuesOutsideRangeX);
        Assert.Equal(counts.ToString(), read.ToString());
        Assert.Equal(file, KeyedVariables.Written(read));
        // More samples can follow, so the bins are what they were.
        int[] rows = [3, 1, 4, 1, 5];
        read.Add(KeyedVariables.KeyedLayer(name, rows), KeyedVariables.KeyedLabels(rows));
        counts.Add(KeyedVariables.KeyedLayer(name, rows), KeyedVariables.KeyedLabels(rows));
        Assert.Equal(KeyedVariables.Written(counts), KeyedVariables.Written(read));
    }

    // The bytes as the page describes them, written here by hand.
    [Fact]
    public void Write_SmallTable_IsTheDocumentedBytes()
    {
        List<byte> expected = [.. "MICOUNTS"u8, 1, 0, 0, 0, 0, 8, 1, 0, 0, 0, 0, 8, 1, 0, 0, 0];
        foreach (long number in (long[])[(1L << 40) + 7, 0, 0])
            expected.AddRange(BitConverter.GetBytes(number));
        foreach (int number in (int[])[2, 2, 3])
            expected.AddRange(BitConverter.GetBytes(number));
        foreach (long label in (long[])[0, 1, 0, 1])
            expected.AddRange(BitConverter.GetBytes(label));
        foreach ((int x, int y, long count) in ((int, int, long)[])[(0, 0, 5), (1, 0, 2), (1, 1, 1L << 40)])
            expected.AddRange([.. BitConverter.GetBytes(x), .. BitConverter.GetBytes(y), .. BitConverter.GetBytes(count)]);
        expected.AddRange(SHA256.HashData([.. expected]));
        Assert.Equal([.. expected], _small);
    }

    [Fact]
    public void Read_CutAnywhere_IsRefusedByName()
    {
        for (int length = 0; length < _small.Length; length++)
        {
            InvalidDataException refusal = Assert.Throws<InvalidDataException>(() => KeyedVariables.Read(_small[..length]));
            Assert.StartsWith("test.counts: ", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Read_OneBitTurned_IsRefused()
    {
        for (int bit = 0; bit < 8 * _small.Length; bit++)
        {
            byte[] damaged = [.. _small];
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            Exception? refusal = Record.Exception(() => KeyedVariables.Read(damaged));
            Assert.True(refusal is InvalidDataException or NotSupportedException, $"bit {bit}: {refusal}");
        }
    }

    // The checksum is right in each, so that what is refused is what the content says.
    [Theory]
    [InlineData(12, 9, "origin 9")]
    [InlineData(13, 4, "labels")]
    [InlineData(14, 0, "dimension 0")]
    [InlineData(24, 8, "sample count is 1099511627784")]
    [InlineData(39, 0x80, "outside the range is -")]
    [InlineData(48, 0, "alphabet size of x is 0")]
    [InlineData(52, 3, "key 2 of y is not above")]
    [InlineData(56, 2, "seen 7 times")]
    [InlineData(60, 2, "key 1 of x is not above")]
    [InlineData(92, 1, "pair 1 is not above")]
    [InlineData(100, 0, "at least 1 was expected")]
    [InlineData(108, 2, "symbols 2 and 0")]
    public void Read_ContentThatCannotBe_SaysWhat(int offset, byte value, string tells)
    {
        byte[] wrong = [.. _small];
        wrong[offset] = value;
        InvalidDataException refusal = Assert.Throws<InvalidDataException>(() => KeyedVariables.Read(Sealed(wrong)));
        Assert.Contains(tells, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_LaterVersion_IsNotSupported()
    {
        byte[] later = [.. _small];
        later[8] = 2;
        Assert.Contains("version 2", Assert.Throws<NotSupportedException>(() => KeyedVariables.Read(Sealed(later))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_BytesThatFollow_IsRefused() =>
        Assert.Contains("follow", Assert.Throws<InvalidDataException>(() => KeyedVariables.Read([.. _small, 0])).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_SymbolInNoPair_IsRefused()
    {
        // Both pairs of the second symbol of x are given to the first.
        byte[] wrong = KeyedVariables.Written(JointCounts.FromTable([[1, 0, 0], [0, 1, 1]]));
        int pairs = wrong.Length - 32 - 3 * 16;
        wrong[pairs + 16] = 0;
        wrong[pairs + 32] = 0;
        Assert.Contains("in no pair", Assert.Throws<InvalidDataException>(() => KeyedVariables.Read(Sealed(wrong))).Message, StringComparison.Ordinal);
    }

    // What a file claims costs nothing: 2 billion symbols, or keys of a gigabyte.
    [Theory, InlineData(48), InlineData(52), InlineData(56)]
    public void Read_HugeClaims_TakeNoMemory(int offset)
    {
        byte[] wrong = [.. _small];
        BinaryPrimitives.WriteInt32LittleEndian(wrong.AsSpan(offset), int.MaxValue);
        wrong = Sealed(wrong);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<InvalidDataException>(() => KeyedVariables.Read(wrong));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public void Read_HugeKeys_TakeNoMemory()
    {
        byte[] wrong = [.. _small];
        // Rows of bytes, a billion wide.
        wrong[12] = 2;
        wrong[13] = 1;
        BinaryPrimitives.WriteInt32LittleEndian(wrong.AsSpan(14), 1 << 30);
        wrong = Sealed(wrong);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<InvalidDataException>(() => KeyedVariables.Read(wrong));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    // NaN and −0.
    [Theory]
    [InlineData(0x7FF8000000000000), InlineData(long.MinValue)]
    public void Read_NumbersThatNoRowHas_IsRefused(long bits)
    {
        JointCounts counts = new();
        counts.Add(KeyedSymbols.FromRows(Samples.FromScalars<double>([1.5])), KeyedSymbols.FromLabels([1]));
        byte[] wrong = KeyedVariables.Written(counts);
        BinaryPrimitives.WriteInt64LittleEndian(wrong.AsSpan(60), bits);
        Assert.Contains("no symbol of", Assert.Throws<InvalidDataException>(() => KeyedVariables.Read(Sealed(wrong))).Message, StringComparison.Ordinal);
    }

    // Every parameter of every kind of bins, one byte at a time: read as other bins or refused, but never anything else.
    [Theory, MemberData(nameof(Names))]
    public void Read_OtherHeads_AreReadOrRefused(string name)
    {
        byte[] file = KeyedVariables.Written(KeyedVariables.Counts(name));
        Random random = new(1);
        for (int at = 8; at < 90; at++)
        {
            byte[] other = [.. file];
            other[at] = (byte)random.Next(256);
            Exception? refusal = Record.Exception(() => KeyedVariables.Read(Sealed(other)));
            Assert.True(refusal is null or InvalidDataException or NotSupportedException, $"byte {at}: {refusal}");
        }
    }

    [Fact]
    public void Read_StreamOfShortReads_IsRead()
    {
        JointCounts counts = KeyedVariables.Counts("exact rows");
        byte[] file = KeyedVariables.Written(counts);
        Assert.Equal(file, KeyedVariables.Written(JointCounts.Read(new Trickle(file))));
    }

    private static byte[] Sealed(byte[] content)
    {
        SHA256.HashData(content.AsSpan(0, content.Length - 32), content.AsSpan(content.Length - 32));
        return content;
    }

    /// <summary>A stream that gives a few bytes at a time and cannot seek.</summary>
    private sealed class Trickle(byte[] content) : Stream
    {
        private int _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            int length = Math.Min(Math.Min(buffer.Length, 1 + _at % 7), content.Length - _at);
            content.AsSpan(_at, length).CopyTo(buffer);
            _at += length;
            return length;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
