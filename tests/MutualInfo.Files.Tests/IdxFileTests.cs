using System.IO.Compression;

namespace MutualInfo.Files.Tests;

public class IdxFileTests
{
    [Theory]
    [InlineData(0x08, ElementType.UInt8, new byte[] { 2, 255 }, new double[] { 2, 255 })]
    [InlineData(0x09, ElementType.Int8, new byte[] { 2, 255 }, new double[] { 2, -1 })]
    [InlineData(0x0b, ElementType.Int16, new byte[] { 1, 2, 255, 255 }, new double[] { 258, -1 })]
    [InlineData(0x0c, ElementType.Int32, new byte[] { 0, 0, 1, 2, 255, 255, 255, 254 }, new double[] { 258, -2 })]
    [InlineData(0x0d, ElementType.Float32, new byte[] { 0x3f, 0xc0, 0, 0, 0xbf, 0x80, 0, 0 }, new[] { 1.5, -1 })]
    [InlineData(0x0e, ElementType.Float64, new byte[] { 0x3f, 0xf8, 0, 0, 0, 0, 0, 0, 0x40, 0, 0, 0, 0, 0, 0, 0 }, new[] { 1.5, 2 })]
    public void Read_EveryType_PlainAndGzip(int code, ElementType type, byte[] data, double[] expected)
    {
        byte[] file = [0, 0, (byte)code, 2, 0, 0, 0, 1, 0, 0, 0, 2, .. data];
        foreach (byte[] content in new[] { file, Gzip(file) })
        {
            foreach (Stream stream in new Stream[] { new MemoryStream(content), new TrickleStream(content) })
            {
                NumericArray array = IdxFile.Read(stream);
                Assert.Equal((type, 1, 2), (array.ElementType, array.Count, array.Dimension));
                Assert.Equal(expected, array.ToArray<double>());
            }
        }
    }

    [Fact]
    public void Read_EveryCutOfAGzipFile_IsMalformed()
    {
        byte[] file = Gzip([0, 0, 8, 1, 0, 0, 4, 0, .. Enumerable.Range(0, 1024).Select(static i => (byte)(i * i))]);
        for (int length = 0; length < file.Length; length++)
            Assert.Throws<InvalidDataException>(() => IdxFile.Read(new MemoryStream(file, 0, length)));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(4)]
    [InlineData(1)]
    public void Read_TrailerThatLies_IsMalformed(int fromEnd)
    {
        byte[] file = Gzip([0, 0, 8, 1, 0, 0, 0, 1, 7]);
        file[^fromEnd] ^= 1;
        Assert.Contains("trailer", Assert.Throws<InvalidDataException>(() => IdxFile.Read(new MemoryStream(file))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_BytesBehindTheGzipData_AreMalformed() => Assert.Throws<InvalidDataException>(
        () => IdxFile.Read(new MemoryStream([.. Gzip([0, 0, 8, 1, 0, 0, 0, 1, 7]), 0])));

    [Fact]
    public void Read_GzipHeaderWithNameCommentAndExtra_IsSkipped()
    {
        byte[] plain = Gzip([0, 0, 8, 1, 0, 0, 0, 1, 7]);
        byte[] file = [0x1f, 0x8b, 8, 2 + 4 + 8 + 16, 0, 0, 0, 0, 0, 255, 3, 0, 9, 9, 9, (byte)'n', 0, (byte)'c', 0, 1, 2, .. plain[10..]];
        Assert.Equal([7], IdxFile.Read(new MemoryStream(file)).ToArray<int>());
    }

    [Fact]
    public void Read_FileNamedGzThatIsNot_SaysSo()
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "x.idx.gz");
        File.WriteAllBytes(path, [0, 0, 8, 1, 0, 0, 0, 1, 7, 0, 0]);
        Assert.Contains("gzip", Assert.Throws<InvalidDataException>(() => DataFile.Read(path)).Message, StringComparison.Ordinal);
    }

    [SharedFact]
    public void Read_Mnist_GivesItsImagesAndLabels()
    {
        NumericArray labels = DataFile.Read(SharedFolder.FileAt("data", "mnist", "t10k-labels-idx1-ubyte.gz"));
        NumericArray images = DataFile.Read(SharedFolder.FileAt("data", "mnist", "t10k-images-idx3-ubyte.gz"));

        Assert.True(labels.IsLabels);
        Assert.Equal([7, 2, 1, 0, 4], labels.ToArray<int>()[..5]);
        Assert.Equal([980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009], CountDigits(labels.ToArray<int>()));
        Assert.Equal(10, labels.AsLabels().AlphabetSize);
        Assert.Equal([10000, 28, 28], images.Shape.ToArray());
        Samples<float> samples = images.AsSamples<float>();
        Assert.Equal((10000, 784), (samples.Count, samples.Dimension));

        // The mean pixel of the test images is 33.79, as published with the data set's usual normalization (0.1325 · 255).
        Assert.Equal(33.79, System.Numerics.Tensors.TensorPrimitives.Sum(samples.Values) / samples.Values.Length, 0.1);
    }

    private static int[] CountDigits(int[] labels)
    {
        int[] counts = new int[10];
        foreach (int label in labels)
            counts[label]++;
        return counts;
    }

    private static byte[] Gzip(byte[] content)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Optimal))
            gzip.Write(content);
        return packed.ToArray();
    }
}
