using System.Text;

namespace MutualInfo.Files.Tests;

public class NpyWriteTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    [Fact]
    public void Write_Vector_IsByteForByteWhatNumPySaves()
    {
        using MemoryStream stream = new();
        NpyFile.Write<int>(stream, [1, -2]);
        string header = "\u0093NUMPY\u0001\u0000v\u0000{'descr': '<i4', 'fortran_order': False, 'shape': (2,), }".PadRight(127) + "\n";
        Assert.Equal([.. Encoding.Latin1.GetBytes(header), 1, 0, 0, 0, 0xfe, 0xff, 0xff, 0xff], stream.ToArray());
    }

    [Fact]
    public void Write_EveryType_ReadsBack()
    {
        RoundTrip<float>([1.5f, -0f, float.MaxValue, float.Epsilon, 5, 6]);
        RoundTrip<double>([1.5, -0.0, double.MaxValue, double.Epsilon, 5, 6]);
        RoundTrip<int>([int.MinValue, int.MaxValue, 0, 1, 2, 3]);
        RoundTrip<long>([long.MinValue, long.MaxValue, 0, 1, 2, (1L << 53) + 1]);
    }

    [Fact]
    public void Write_Samples_KeepTheirShape()
    {
        string path = Path.Combine(_folder, "samples.npy");
        NpyFile.Write(path, Samples.FromRows([1f, 2, 3, 4, 5, 6], dimension: 2));
        Assert.Equal([3, 2], DataFile.Read(path).Shape.ToArray());
    }

    [Fact]
    public void Write_Refused_LeavesTheOldFileAndNothingElse()
    {
        string path = Path.Combine(_folder, "a.npy");
        NpyFile.Write<int>(path, [1]);
        Assert.Throws<NotSupportedException>(() => NpyFile.Write<byte>(path, [1]));
        Assert.Equal("dimension", Assert.Throws<ArgumentOutOfRangeException>(() => NpyFile.Write<int>(path, [1, 2], 0)).ParamName);
        Assert.Equal("values", Assert.Throws<ArgumentException>(() => NpyFile.Write<int>(path, [1, 2, 3], 2)).ParamName);
        Assert.Equal([1], DataFile.Read(path).ToArray<int>());

        Directory.CreateDirectory(Path.Combine(_folder, "b.npy"));
        Assert.ThrowsAny<Exception>(() => NpyFile.Write<int>(Path.Combine(_folder, "b.npy"), [1]));
        Assert.Equal(["a.npy", "b.npy"], Directory.GetFileSystemEntries(_folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Read_StreamThatBreaks_PassesItsExceptionOn()
    {
        byte[] file = NpyBytes.Build("<f8", "False", "(1000,)", new byte[8000]);
        for (int breakAt = 0; breakAt < file.Length; breakAt += 97)
            Assert.Equal("The cable is cut.", Assert.Throws<IOException>(() => NpyFile.Read(new BreakingStream(file, breakAt))).Message);
    }

    private void RoundTrip<T>(T[] values) where T : unmanaged, System.Numerics.INumber<T>
    {
        string path = Path.Combine(_folder, "values.npy");
        NpyFile.Write<T>(path, values);
        Assert.Equal(values, DataFile.Read(path).ToArray<T>());
        NpyFile.Write<T>(path, values, 3);
        NumericArray array = DataFile.Read(path);
        Assert.Equal(values, array.ToArray<T>());
        Assert.Equal((2, 3), (array.Count, array.Dimension));
    }
}
