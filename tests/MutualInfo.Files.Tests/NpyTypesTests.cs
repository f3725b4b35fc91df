using System.Buffers.Binary;

namespace MutualInfo.Files.Tests;

/// <summary>Every type, order and byte order; the bytes are written here, by shifts.</summary>
public class NpyTypesTests
{
    // Row-major values of a (2, 3) array, small enough for every type.
    private static readonly int[] _expected = [1, 0, 1, 0, 0, 1];
    private static readonly int[] _columnMajor = [0, 3, 1, 4, 2, 5];

    public static TheoryData<string, ElementType, string, byte> Cases()
    {
        (string Kind, ElementType Type)[] kinds =
        [
            ("b1", ElementType.Boolean), ("i1", ElementType.Int8), ("u1", ElementType.UInt8), ("i2", ElementType.Int16),
            ("u2", ElementType.UInt16), ("i4", ElementType.Int32), ("u4", ElementType.UInt32), ("i8", ElementType.Int64),
            ("u8", ElementType.UInt64), ("f2", ElementType.Float16), ("f4", ElementType.Float32), ("f8", ElementType.Float64),
        ];
        TheoryData<string, ElementType, string, byte> cases = [];
        foreach ((string kind, ElementType type) in kinds)
        {
            foreach (string byteOrder in kind[1] == '1' ? ["|"] : new[] { "<", ">" })
            {
                foreach (string order in new[] { "True", "False" })
                {
                    for (byte major = 1; major <= 3; major++)
                        cases.Add(byteOrder + kind, type, order, major);
                }
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Read_EveryTypeAndOrder_GivesTheNumbersRowMajor(string description, ElementType type, string order, byte major)
    {
        List<byte> data = [];
        for (int i = 0; i < _expected.Length; i++)
            data.AddRange(Encode(description, _expected[order == "True" ? _columnMajor[i] : i]));
        byte[] file = NpyBytes.Build(description, order, "(2, 3)", [.. data], major);

        foreach (Stream stream in new Stream[] { new MemoryStream(file), new TrickleStream(file) })
        {
            NumericArray array = NpyFile.Read(stream);
            Assert.Equal(type, array.ElementType);
            Assert.Equal([2, 3], array.Shape.ToArray());
            Assert.Equal((2, 3, false), (array.Count, array.Dimension, array.IsLabels));
            Assert.Equal(_expected, array.ToArray<int>());
            Assert.Equal(Array.ConvertAll(_expected, static v => (double)v), array.AsSamples<double>().Values.ToArray());
            Assert.Equal(Array.ConvertAll(_expected, static v => (float)v), array.AsSamples<float>().Values.ToArray());
        }
    }

    [Theory]
    [InlineData("<i1", "|i1")]
    [InlineData(">u1", "|u1")]
    [InlineData("b1", "|b1")]
    public void Read_ByteOrderOfOneByte_IsNoMatter(string description, string same)
    {
        byte[] data = [1, 0, 1];
        Assert.Equal(
            NpyFile.Read(new MemoryStream(NpyBytes.Build(same, "False", "(3,)", data))).ToArray<int>(),
            NpyFile.Read(new MemoryStream(NpyBytes.Build(description, "False", "(3,)", data))).ToArray<int>());
    }

    [Fact]
    public void Read_ThreeAxesInFortranOrder_FlattenRowMajor()
    {
        // Value of (i, j, k) is 100 i + 10 j + k; in the file, i runs fastest.
        List<byte> data = [];
        List<int> expected = [];
        for (int k = 0; k < 4; k++)
            for (int j = 0; j < 3; j++)
                for (int i = 0; i < 2; i++)
                    data.AddRange(Encode("<i4", (100 * i) + (10 * j) + k));
        for (int i = 0; i < 2; i++)
            for (int j = 0; j < 3; j++)
                for (int k = 0; k < 4; k++)
                    expected.Add((100 * i) + (10 * j) + k);

        NumericArray array = NpyFile.Read(new MemoryStream(NpyBytes.Build("<i4", "True", "(2, 3, 4)", [.. data])));

        Assert.Equal(expected, array.ToArray<int>());
        Assert.Equal((2, 12), (array.Count, array.Dimension));
    }

    [Fact]
    public void Read_ColumnMajorBeyondOneChunk_KeepsItsPlace()
    {
        const int Rows = 3001, Columns = 17;
        byte[] data = new byte[Rows * Columns * 4];
        for (int row = 0; row < Rows; row++)
        {
            for (int column = 0; column < Columns; column++)
                BinaryPrimitives.WriteSingleBigEndian(data.AsSpan(4 * ((column * Rows) + row)), (row * 100) + column);
        }

        Samples<float> samples = NpyFile.Read(new MemoryStream(NpyBytes.Build(">f4", "True", $"({Rows}, {Columns})", data))).AsSamples<float>();

        for (int row = 0; row < Rows; row++)
        {
            for (int column = 0; column < Columns; column++)
                Assert.Equal((row * 100) + column, samples[row][column]);
        }
    }

    private static byte[] Encode(string description, int value)
    {
        byte[] bytes = description[1..] switch
        {
            "f2" => BitConverter.GetBytes((Half)value),
            "f4" => BitConverter.GetBytes((float)value),
            "f8" => BitConverter.GetBytes((double)value),
            _ => BitConverter.GetBytes((long)value)[..(description[2] - '0')],
        };
        return description[0] == '>' ? [.. bytes.Reverse()] : bytes;
    }
}
