namespace MutualInfo.Files.Tests;

public class NumericArrayTests
{
    [Fact]
    public void AsLabels_SixtyFourBitIntegers_KeepTheirIdentity()
    {
        byte[] signed = [.. BitConverter.GetBytes(1L << 53), .. BitConverter.GetBytes((1L << 53) + 1), .. BitConverter.GetBytes(long.MinValue)];
        byte[] unsigned = [.. BitConverter.GetBytes(ulong.MaxValue), .. BitConverter.GetBytes(ulong.MaxValue - 1), .. BitConverter.GetBytes(0UL)];
        Assert.Equal([0, 1, 2], Npy("<i8", "(3,)", signed).AsLabels().Codes.ToArray());
        Assert.Equal([0, 1, 2], Npy("<u8", "(3, 1)", unsigned).AsLabels().Codes.ToArray());
    }

    [Fact]
    public void ToArray_NumbersThatWouldBeRounded_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => Npy("<u8", "(1,)", BitConverter.GetBytes(ulong.MaxValue)).ToArray<double>());
        Assert.Throws<ArgumentException>(() => Npy("<i8", "(1,)", BitConverter.GetBytes((1L << 53) + 1)).ToArray<double>());
        Assert.Throws<ArgumentException>(() => Npy("<i4", "(1,)", BitConverter.GetBytes((1 << 24) + 1)).ToArray<float>());
        Assert.Throws<ArgumentException>(() => Npy("<f8", "(1,)", BitConverter.GetBytes(0.1)).ToArray<float>());
        Assert.Throws<ArgumentException>(() => Npy("<f8", "(1,)", BitConverter.GetBytes(1e300)).ToArray<float>());
        Assert.Throws<ArgumentException>(() => Npy("<f8", "(1,)", BitConverter.GetBytes(double.NaN)).ToArray<long>());
        Assert.Throws<ArgumentException>(() => Npy("<f8", "(1,)", BitConverter.GetBytes(1e300)).ToArray<long>());
        Assert.Throws<ArgumentException>(() => Npy("<u8", "(1,)", BitConverter.GetBytes(ulong.MaxValue)).ToArray<long>());
        Assert.Throws<ArgumentException>(() => Npy("<f4", "(1,)", BitConverter.GetBytes(2147483648f)).ToArray<int>());
        Assert.Equal([0.5f], Npy("<f8", "(1,)", BitConverter.GetBytes(0.5)).ToArray<float>());
        Assert.Equal([(1L << 53) + 1], Npy("<i8", "(1,)", BitConverter.GetBytes((1L << 53) + 1)).ToArray<long>());
        Assert.True(double.IsNaN(Npy("<f4", "(1,)", BitConverter.GetBytes(float.NaN)).ToArray<double>()[0]));
    }

    [Fact]
    public void AsLabels_FloatsThatAreNotLabels_AreRefused()
    {
        foreach (double value in new[] { 0.5, double.NaN, double.PositiveInfinity, 1e300 })
            Assert.Contains("row 0", Assert.Throws<ArgumentException>(() => Npy("<f8", "(1,)", BitConverter.GetBytes(value)).AsLabels()).Message, StringComparison.Ordinal);
        Assert.Equal(1, Npy("<f8", "(1,)", BitConverter.GetBytes(-3.0)).AsLabels().Count);
        Assert.Throws<ArgumentException>(() => Npy("<i4", "(1, 2)", new byte[8]).AsLabels());
    }

    [Fact]
    public void AsSamples_Labels_AreRefused() => Assert.Contains(
        "labels", Assert.Throws<ArgumentException>(() => { Npy("<i4", "(2,)", new byte[8]).AsSamples<double>(); }).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void AsSamples_NonFinite_NamesRowAndColumn(double value, string word)
    {
        byte[] data = [.. new byte[24], .. BitConverter.GetBytes(value)];
        string message = Assert.Throws<ArgumentException>(() => { Npy("<f8", "(2, 2)", data).AsSamples<double>(); }).Message;
        Assert.Contains("row 1, column 1 is " + word, message, StringComparison.Ordinal);
    }

    [Fact]
    public void AsSamples_OfTheFilesOwnType_CopiesNothing()
    {
        NumericArray array = Npy("<f4", "(2, 2)", new byte[16]);
        Assert.True(array.AsSamples<float>().Values.Overlaps(array.AsSamples<float>().Values));
    }

    [Fact]
    public void ToString_SaysTypeAndShape() => Assert.Equal("x.npy: float32, shape (2, 2)", Npy("<f4", "(2, 2)", new byte[16]).ToString());

    private static NumericArray Npy(string description, string shape, byte[] data) =>
        NpyFile.Read(new MemoryStream(NpyBytes.Build(description, "False", shape, data)), "x.npy");
}
