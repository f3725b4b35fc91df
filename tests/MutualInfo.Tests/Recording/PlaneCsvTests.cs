using System.Globalization;
using System.Text;
using MutualInfo.Recording;

namespace MutualInfo.Tests.Recording;

public class PlaneCsvTests
{
    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    public void WriteCsv_AnyCulture_ReadsBackBitForBit(string culture)
    {
        InformationPlaneRecorder<float> recorder = PlaneFixture.Recorder(PlaneFixture.AllFamilies);
        recorder.Record(0, "hidden-1", PlaneFixture.Layer(0, "hidden-1"));
        recorder.Record(1234567, "output", PlaneFixture.Layer(1, "output"));
        InformationPlane plane = recorder.Plane;
        string text = "";
        PlaneFixture.InCulture(culture, () => text = Csv(plane));

        Assert.Equal(Csv(plane), text);
        List<string[]> rows = Parse(text);
        Assert.Equal(plane.Points.Count, rows.Count - 1);
        foreach ((InformationPlanePoint point, string[] row) in plane.Points.Zip(rows.Skip(1)))
        {
            Assert.Equal([$"{point.Epoch}", point.Layer, $"{point.Estimator}", "bits", $"{point.SampleCount}"], [row[0], row[1], row[2], row[6], row[7]]);
            Assert.Equal(
                [point.Input.Value.Bits, point.Target.Value.Bits, point.LayerEntropy.Bits, point.Saturation, point.Elapsed.TotalSeconds],
                new[] { row[3], row[4], row[5], row[8], row[9] }.Select(field => double.Parse(field, NumberStyles.Float, CultureInfo.InvariantCulture)));
        }
    }

    [Fact]
    public void WriteCsv_NamesThatNeedQuotes_AreQuoted()
    {
        string[] names = ["a,b", "say \"hi\"", "two\nlines", "cr\r", " blank ", "plain", "=1+1"];
        InformationPlane plane = new(names.Select((name, i) => PlaneFixture.Point(Estimators.ExactDiscrete(), i, name, 1, 0.5)));
        string text = Csv(plane);

        Assert.StartsWith("epoch,layer,estimator,I(X;T),I(T;Y),H(T),unit,n,saturation,seconds\n0,\"a,b\",exact rows,1,0.5,1,bits,4096,", text, StringComparison.Ordinal);
        Assert.Contains("\n1,\"say \"\"hi\"\"\",", text, StringComparison.Ordinal);
        Assert.Contains("\n5,plain,", text, StringComparison.Ordinal);
        Assert.EndsWith(",0.0015\n", text, StringComparison.Ordinal);
        Assert.Equal(names, Parse(text).Skip(1).Select(row => row[1]));
    }

    [Fact]
    public void WriteCsv_EmptyPlane_IsTheHeader() =>
        Assert.Equal("epoch,layer,estimator,I(X;T),I(T;Y),H(T),unit,n,saturation,seconds\n", Csv(new InformationPlane([])));

    [Fact]
    public void WriteCsv_Path_ReplacesTheFileInUtf8WithoutMark()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("plane.csv");
        File.WriteAllText(path, new string('x', 10_000));
        InformationPlane plane = new([PlaneFixture.Point(Estimators.MatrixRenyi(), 0, "Schicht-ä", 1, 0.5)]);
        plane.WriteCsv(path);

        Assert.Equal(Encoding.UTF8.GetBytes(Csv(plane)), File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Write_FailsMidway_LeavesTheOldFileAlone()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("plane.csv");
        File.WriteAllText(path, "old");

        Assert.Throws<InvalidOperationException>(() => WholeFile.Write(path, writer =>
        {
            writer.Write("half");
            writer.Flush();
            throw new InvalidOperationException("the disk is full");
        }));
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void WriteCsv_FolderMissing_SaysSo()
    {
        using TemporaryFolder folder = new();
        Assert.Throws<DirectoryNotFoundException>(() => new InformationPlane([]).WriteCsv(folder.File("nowhere/plane.csv")));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    private static string Csv(InformationPlane plane)
    {
        using StringWriter writer = new() { NewLine = "\r\n" };
        plane.WriteCsv(writer);
        return writer.ToString();
    }

    // RFC 4180, by hand: a reader that is not the writer.
    private static List<string[]> Parse(string text)
    {
        List<string[]> rows = [];
        List<string> row = [];
        StringBuilder field = new();
        bool isQuoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            char letter = text[i];
            if (letter == '"' && isQuoted && i + 1 < text.Length && text[i + 1] == '"')
                field.Append(text[i++]);
            else if (letter == '"')
                isQuoted = !isQuoted;
            else if (isQuoted || letter is not (',' or '\n'))
                field.Append(letter);
            else
            {
                row.Add(field.ToString());
                field.Clear();
                if (letter == '\n')
                {
                    rows.Add([.. row]);
                    row.Clear();
                }
            }
        }

        Assert.Empty(row);
        return rows;
    }
}

internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("mutualinfo-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
