namespace MutualInfo.Files.Tests;

public class NpzFileTests
{
    private static readonly byte[] _one = NpyBytes.Build("|u1", "False", "(3, 1)", [1, 2, 3]);

    [Theory]
    [InlineData(0, false)]
    [InlineData(8, false)]
    [InlineData(0, true)]
    [InlineData(8, true)]
    public void Read_StoredAndDeflatedMembers_GiveTheArray(int method, bool isZip64)
    {
        byte[] other = NpyBytes.Build("<f4", "False", "(1,)", BitConverter.GetBytes(0.5f));
        byte[] file = new ZipBytes { Method = (ushort)method, IsZip64 = isZip64 }
            .Add("x.npy", _one).Add("layer/weights:0.npy", other).Build("a comment");

        foreach (Stream stream in new Stream[] { new MemoryStream(file), new TrickleStream(file) })
            Assert.Equal([1, 2, 3], NpzFile.Read(stream, "x").ToArray<int>());
        Assert.Equal([0.5], NpzFile.Read(new MemoryStream(file), "layer/weights:0").ToArray<double>());
        Assert.Equal([0.5], NpzFile.Read(new MemoryStream(file), "layer/weights:0.npy").ToArray<double>());
        Assert.Throws<KeyNotFoundException>(() => NpzFile.Read(new MemoryStream(file), "y"));
    }

    [Fact]
    public void Read_ByPath_NeedsANameWhereThereAreSeveral()
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "arrays.npz");
        File.WriteAllBytes(path, new ZipBytes().Add("x.npy", _one).Add("y.npy", _one).Build());
        Assert.Equal(["x", "y"], NpzFile.Names(path));
        Assert.Equal(path + ":y", DataFile.Read(path + ":y").Name);
        Assert.Contains("'x', 'y'", Assert.Throws<ArgumentException>(() => DataFile.Read(path)).Message, StringComparison.Ordinal);
        File.WriteAllBytes(path, new ZipBytes().Add("x.npy", _one).Build());
        Assert.Equal(3, DataFile.Read(path).Count);
    }

    [Theory]
    [InlineData("../x.npy")]
    [InlineData("a/../x.npy")]
    [InlineData("/x.npy")]
    [InlineData("a\\x.npy")]
    [InlineData("C:/x.npy")]
    [InlineData("a//x.npy")]
    [InlineData("x\0.npy")]
    public void Read_NameThatIsAPathElsewhere_IsMalformed(string name) =>
        AssertMalformed(new ZipBytes().Add("x.npy", _one).Add(name, _one).Build(), "path elsewhere");

    [Fact]
    public void Read_WrongChecksum_IsMalformed() => AssertMalformed(new ZipBytes { ChecksumError = 1 }.Add("x.npy", _one).Build(), "CRC");

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(4096)]
    public void Read_LyingSize_IsMalformed(long error) => AssertMalformed(new ZipBytes { SizeError = error }.Add("x.npy", _one).Build(), "bytes");

    [Fact]
    public void Read_SizeThatDeflateCannotReach_IsMalformed() =>
        AssertMalformed(new ZipBytes { SizeError = uint.MaxValue - 200 }.Add("x.npy", _one).Build(), "cannot hold");

    [Fact]
    public void Read_DuplicateNames_AreMalformed() => AssertMalformed(new ZipBytes().Add("x.npy", _one).Add("x.npy", _one).Build(), "twice");

    [Fact]
    public void Read_OverlappingMembers_AreMalformed() =>
        AssertMalformed(new ZipBytes { Method = 0 }.Add("x.npy", _one).Add("y.npy", _one, headerOffset: 0).Build(), "overlaps");

    [Fact]
    public void Read_MemberThatHoldsAnother_IsMalformed()
    {
        // The second member's header lies inside the first one's data.
        byte[] inner = new ZipBytes { Method = 0 }.Add("y.npy", _one).Build();
        ZipBytes outer = new ZipBytes { Method = 0 }.Add("x.npy", inner);
        AssertMalformed(outer.Add("y.npy", _one, headerOffset: 35).Build(), "overlaps");
    }

    [Theory]
    [InlineData(0, 12, "compression method 12")]
    [InlineData(1, 8, "encrypted")]
    [InlineData(64, 8, "encrypted")]
    public void Read_OtherMethodsAndEncryption_AreNotSupported(int flags, int method, string word)
    {
        byte[] file = new ZipBytes { Flags = (ushort)flags, Method = (ushort)method }.Add("x.npy", _one).Build();
        NotSupportedException refusal = Assert.Throws<NotSupportedException>(() => NpzFile.Read(new MemoryStream(file), "x"));
        Assert.Contains(word, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_BytesBehindTheArchive_AreMalformed() => AssertMalformed([.. new ZipBytes().Add("x.npy", _one).Build(), 0], "zip");

    [Fact]
    public void Read_BytesBeforeTheArchive_AreMalformed() => AssertMalformed([0, .. new ZipBytes().Add("x.npy", _one).Build()], "zip");

    [Fact]
    public void Read_DamagedDeflateData_IsMalformed()
    {
        byte[] file = new ZipBytes().Add("x.npy", _one).Build();
        file[35] ^= 0xff;
        AssertMalformed(file, "x");
    }

    [Fact]
    public void Read_BombWithAnHonestSize_IsRefusedFromItsHeader()
    {
        // 64 MiB of zeros behind an array that declares three bytes.
        byte[] bomb = [.. _one, .. new byte[64 << 20]];
        byte[] file = new ZipBytes().Add("x.npy", bomb).Build();
        _ = Record.Exception(() => NpzFile.Read(new MemoryStream(file), "x"));
        long before = GC.GetAllocatedBytesForCurrentThread();
        AssertMalformed(file, "trailing");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, (2L * file.Length) + (1 << 20));
    }

    [Fact]
    public void Read_LargeArrayWithAWrongChecksum_TakesNoMemoryForIt()
    {
        byte[] large = NpyBytes.Build("|u1", "False", "(16777216,)", new byte[16 << 20]);
        byte[] file = new ZipBytes { ChecksumError = 1 }.Add("x.npy", large).Build();
        _ = Record.Exception(() => NpzFile.Read(new MemoryStream(file), "x"));
        long before = GC.GetAllocatedBytesForCurrentThread();
        AssertMalformed(file, "CRC");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, (2L * file.Length) + (1 << 20));
    }

    [Fact]
    public void Read_DirectoryOfTooManyMembers_TakesNoMemoryForThem()
    {
        // A directory of 40,000 entries that all point at the same header.
        ZipBytes zip = new ZipBytes { Method = 0 }.Add("x.npy", _one);
        for (int i = 0; i < 40_000; i++)
            zip.AddEntryOnly(i.ToString("x4", System.Globalization.CultureInfo.InvariantCulture), _one, headerOffset: 0);
        byte[] file = zip.Build();
        _ = Record.Exception(() => NpzFile.Read(new MemoryStream(file), "x"));
        long before = GC.GetAllocatedBytesForCurrentThread();
        AssertMalformed(file, "too short");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, (2L * file.Length) + (1 << 20));
    }

    private static void AssertMalformed(byte[] file, string word)
    {
        InvalidDataException refusal = Assert.Throws<InvalidDataException>(() => NpzFile.Read(new MemoryStream(file), "x", "a.npz"));
        Assert.StartsWith("a.npz", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(word, refusal.Message, StringComparison.Ordinal);
    }
}
