using System.Globalization;
using System.Text;

namespace MutualInfo.Files.Tests;

public class CsvFileTests
{
    [Theory]
    [InlineData("1,2\n3,4\n", ElementType.Int64)]
    [InlineData("1,2\r\n3,4", ElementType.Int64)]
    [InlineData("x,y\n1,2\n3,4\n\n\n", ElementType.Int64)]
    [InlineData(",y\n1,2\n3,4", ElementType.Int64)]
    [InlineData("\"x\",\"y \"\"z\"\"\"\n\"1\",2\n3,4\n", ElementType.Int64)]
    [InlineData("\uFEFF# µ,y\n+1,2.0\n3e0,.4e1\n", ElementType.Float64)]
    public void Read_WellFormedText_GivesItsNumbers(string text, ElementType type)
    {
        NumericArray table = Read(text);
        Assert.Equal(type, table.ElementType);
        Assert.Equal([2, 2], table.Shape.ToArray());
        Assert.Equal([1.0, 2, 3, 4], table.ToArray<double>());
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("\n\n", 3)]
    [InlineData("x,y\n", 2)]
    [InlineData("1,2\n3\n", 2)]
    [InlineData("1,2\n3,4,5\n", 2)]
    [InlineData("1,2\n\n3,4\n", 2)]
    [InlineData("1\n\n3\n", 2)]
    [InlineData("1,2\n3,\n", 2)]
    [InlineData("1,2\n3, 4\n", 2)]
    [InlineData("1,2\n3,4 \n", 2)]
    [InlineData("1,2\n3,4\0\n", 2)]
    [InlineData("1,2\n3,0x4\n", 2)]
    [InlineData("1,2\n3,1e\n", 2)]
    [InlineData("1,2\n3,nan\n", 2)]
    [InlineData("1,2\n3,Infinity\n", 2)]
    [InlineData("1,2\n3,∞\n", 2)]
    [InlineData("1,2\n3,-1e999\n", 2)]
    [InlineData("1,2\n3,٤\n", 2)]
    [InlineData("1,2\n3,(4)\n", 2)]
    [InlineData("1,2\n3,$4\n", 2)]
    [InlineData("1,2\n3,\"4\n", 2)]
    [InlineData("1,2\n3,\"4\"5\n", 2)]
    [InlineData("1,2\n3,4\"\n", 2)]
    [InlineData("1,2\n3,4\r5,6\n", 2)]
    [InlineData("1;2\n3;4\n", 1)]
    [InlineData("1e400\n1\n", 1)]
    [InlineData("nan\n1\n", 1)]
    [InlineData("1,y\n1,2\n", 1)]
    [InlineData("x,1\n1,2\n", 1)]
    [InlineData(",1\n1,2\n", 1)]
    [InlineData(",\n1,2\n", 1)]
    [InlineData("x\n1\ny\n", 3)]
    public void Read_MalformedText_NamesTheLine(string text, int line)
    {
        InvalidDataException refusal = Assert.Throws<InvalidDataException>(() => Read(text));
        Assert.StartsWith(string.Create(CultureInfo.InvariantCulture, $"table.csv: line {line}"), refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_EndlessField_IsMalformed() => Assert.Throws<InvalidDataException>(() => Read("x\n" + new string('1', 5000) + "\n"));

    [Fact]
    public void Read_Utf16_IsMalformed() =>
        Assert.Throws<InvalidDataException>(() => CsvFile.Read(new MemoryStream([0xff, 0xfe, .. Encoding.Unicode.GetBytes("1,2\n")])));

    [Fact]
    public void Read_IntegersOfSixtyFourBits_KeepTheirIdentity()
    {
        Assert.Equal(3, Read("9007199254740992\n9007199254740993\n-9223372036854775808\n").AsLabels().AlphabetSize);
        NumericArray unsigned = Read("18446744073709551615\n18446744073709551614\n");
        Assert.Equal((ElementType.UInt64, 2), (unsigned.ElementType, unsigned.AsLabels().AlphabetSize));
        Assert.Throws<ArgumentException>(() => Read("184467440737095516150\n1\n").AsLabels());
    }

    [Fact]
    public void Read_TextLargerThanTheBuffer_IsRead()
    {
        StringBuilder text = new("a,b\n");
        for (int i = 0; i < 50_000; i++)
            text.Append(CultureInfo.InvariantCulture, $"{i / 8.0:R},{-i}\r\n");
        byte[] bytes = Encoding.UTF8.GetBytes(text.ToString());
        foreach (Stream stream in new Stream[] { new MemoryStream(bytes), new TrickleStream(bytes) })
        {
            double[] numbers = CsvFile.Read(stream).ToArray<double>();
            Assert.Equal(100_000, numbers.Length);
            for (int i = 0; i < 50_000; i++)
                Assert.Equal((i / 8.0, -i), (numbers[2 * i], numbers[(2 * i) + 1]));
        }
    }

    [Fact]
    public void Read_LargeTextWithABadEnd_TakesNoMemoryForItsNumbers()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("1,2\n", 500_000)) + "1,x\n");
        _ = Record.Exception(() => CsvFile.Read(new MemoryStream(bytes)));
        foreach (Stream stream in new Stream[] { new MemoryStream(bytes), new TrickleStream(bytes) })
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Assert.Throws<InvalidDataException>(() => CsvFile.Read(stream));
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, (2L * bytes.Length) + (1 << 20));
        }
    }

    [Theory]
    [InlineData('1')]
    [InlineData('.')]
    [InlineData('"')]
    [InlineData('\n')]
    [InlineData('é')]
    public void Read_DelimiterThatNumbersUse_IsOutOfRange(char delimiter) => Assert.Equal(
        "delimiter", Assert.Throws<ArgumentOutOfRangeException>(() => CsvFile.Read(new MemoryStream([0x31]), delimiter)).ParamName);

    private static NumericArray Read(string text) => CsvFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), name: "table.csv");
}
