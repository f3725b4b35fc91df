using System.Text;

namespace MutualInfo.Files.Tests;

/// <summary>What a header may and may not say.</summary>
public class NpyHeaderTests
{
    [Theory]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (1, 1)}")]
    [InlineData("  {\"shape\" : ( 1 , 1 , ) ,'fortran_order':True,\n'descr':'<f8'}  \n")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (1L, 1L), }\n")]
    public void Read_OtherSpellingsOfTheSame_AreRead(string header) =>
        Assert.Equal([0.0], NpyFile.Read(new MemoryStream(NpyBytes.Raw(header, 8))).ToArray<double>());

    [Theory]
    [InlineData("", "header")]
    [InlineData("{}", "descr")]
    [InlineData("[]", "header")]
    [InlineData("{'descr': '<f8', 'fortran_order': False}", "shape")]
    [InlineData("{'descr': '<f8', 'shape': (1,)}", "fortran_order")]
    [InlineData("{'fortran_order': False, 'shape': (1,)}", "descr")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (1,), 'x': 1}", "'x'")]
    [InlineData("{'descr': '<f8', 'descr': '<f8', 'fortran_order': False, 'shape': (1,)}", "twice")]
    [InlineData("{'descr': '<f8', 'fortran_order': 0, 'shape': (1,)}", "fortran_order")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (-1,)}", "shape")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (1)}", "shape")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': 1}", "shape")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (True,)}", "shape")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (1 1)}", "shape")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (01,)}", "shape")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (0x1,)}", "shape")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (1,)", "header")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (1,)} x", "header")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (1,)}\0", "header")]
    [InlineData("{'descr': '<f3', 'fortran_order': False, 'shape': (1,)}", "<f3")]
    [InlineData("{'descr': 'f8', 'fortran_order': False, 'shape': (1,)}", "byte order")]
    [InlineData("{'descr': '', 'fortran_order': False, 'shape': (1,)}", "descr")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': ()}", "0-d")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (2,)}", "truncated")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (0,)}", "trailing")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (9223372036854775807, 9223372036854775807, 9, 9)}", "truncated")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (99999999999999999999999999999999999999999,)}", "shape")]
    public void Read_MalformedHeader_SaysWhatIsWrong(string header, string word)
    {
        byte[] file = NpyBytes.Raw(header, 8);
        InvalidDataException refusal = Assert.Throws<InvalidDataException>(() => NpyFile.Read(new MemoryStream(file), "data.npy"));
        Assert.StartsWith("data.npy: ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(word, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'|O'", "pickle")]
    [InlineData("'O'", "pickle")]
    [InlineData("'<c8'", "<c8")]
    [InlineData("'<U5'", "<U5")]
    [InlineData("'|S3'", "|S3")]
    [InlineData("'<M8[ns]'", "<M8[ns]")]
    [InlineData("'<f16'", "<f16")]
    [InlineData("[('a', '<f8')]", "structured")]
    public void Read_OtherTypes_AreRefusedUnread(string description, string word)
    {
        // The stream breaks where the numbers begin: reading one of them would be another exception.
        byte[] file = NpyBytes.Raw($"{{'descr': {description}, 'fortran_order': False, 'shape': (1,)}}\n", 8);
        NotSupportedException refusal = Assert.Throws<NotSupportedException>(() => NpyFile.Read(new BreakingStream(file, file.Length - 8)));
        Assert.Contains(word, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(4, 0)]
    public void Read_OtherVersion_IsNotSupported(byte major, byte minor)
    {
        byte[] file = NpyBytes.Build("<f8", "False", "(1,)", new byte[8]);
        (file[6], file[7]) = (major, minor);
        NotSupportedException refusal = Assert.Throws<NotSupportedException>(() => NpyFile.Read(new MemoryStream(file)));
        Assert.Contains($"{major}.{minor}", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_HeaderOfFourGibibytes_IsTruncated()
    {
        byte[] file = [.. Encoding.Latin1.GetBytes("\u0093NUMPY\u0002\u0000"), 0xff, 0xff, 0xff, 0xff, (byte)'{'];
        Assert.Contains("truncated", Assert.Throws<InvalidDataException>(() => NpyFile.Read(new MemoryStream(file))).Message, StringComparison.Ordinal);
        Assert.Contains("4294967295", Assert.Throws<InvalidDataException>(() => NpyFile.Read(new TrickleStream(file))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_BooleanOfSeven_IsMalformed() => Assert.Throws<InvalidDataException>(
        () => NpyFile.Read(new MemoryStream(NpyBytes.Build("|b1", "False", "(2,)", [1, 7]))));

    [Fact]
    public void Read_EmptyShapes_AreReadAndRefusedAsSamples()
    {
        NumericArray noRows = NpyFile.Read(new MemoryStream(NpyBytes.Build("<f8", "False", "(0, 3)", [])));
        NumericArray noColumns = NpyFile.Read(new MemoryStream(NpyBytes.Build("<f8", "False", "(3, 0)", [])));
        Assert.Contains("no samples", Assert.Throws<ArgumentException>(() => { noRows.AsSamples<double>(); }).Message, StringComparison.Ordinal);
        Assert.Contains("no dimensions", Assert.Throws<ArgumentException>(() => { noColumns.AsSamples<double>(); }).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_EmptyShapeOfEndlessAxes_IsNotSupported() => Assert.Throws<NotSupportedException>(
        () => NpyFile.Read(new MemoryStream(NpyBytes.Build("<f8", "False", "(0, 65536, 65536)", []))));

    [Fact]
    public void Read_FileThatIsMissingOrAFolder_ThrowsTheSystemsOwn()
    {
        Assert.Contains("nothing.npy", Assert.Throws<FileNotFoundException>(() => DataFile.Read("nothing.npy")).Message, StringComparison.Ordinal);
        string folder = Directory.CreateTempSubdirectory().FullName + "/x.npy";
        Directory.CreateDirectory(folder);
        Assert.Throws<UnauthorizedAccessException>(() => DataFile.Read(folder));
    }
}
