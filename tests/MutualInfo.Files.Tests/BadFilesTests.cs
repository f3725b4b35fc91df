using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace MutualInfo.Files.Tests;

/// <summary>Every bad file gives what its manifest says, in time and memory, whatever the culture and the kind of stream.</summary>
public class BadFilesTests
{
    private const long Allowance = 1 << 20;

    public static TheoryData<string> Files()
    {
        TheoryData<string> files = [];
        if (SharedFolder.AbsenceReason is not null)
            files.Add("");
        else
            Manifest().ForEach(entry => files.Add(Text(entry, "file")));
        return files;
    }

    [SharedTheory]
    [MemberData(nameof(Files))]
    public void Read_BadFile_DoesWhatTheManifestSays(string file)
    {
        JsonElement entry = Manifest().Single(e => Text(e, "file") == file);
        string path = SharedFolder.FileAt("badfiles", file);
        string member = Text(entry, "expect") == "error_on_key_x" ? ":x" : "";

        (Exception? thrown, TimeSpan time, long allocated) = Measure(() => UseSamples(DataFile.Read(path + member)));

        if (Text(entry, "expect") == "accept")
        {
            Assert.Null(thrown);
            return;
        }

        Assert.NotNull(thrown);
        Assert.Contains(thrown.GetType().Name, Text(entry, "exception").Split(" or "));
        foreach (JsonElement word in entry.GetProperty("message_must_name").EnumerateArray())
        {
            string expected = word.GetString() == "<file name>" ? file : word.GetString()!;
            Assert.Contains(expected, thrown.Message, StringComparison.OrdinalIgnoreCase);
        }

        Assert.InRange(time.TotalSeconds, 0, 1);
        Assert.InRange(allocated, 0, (2 * new FileInfo(path).Length) + Allowance);
    }

    [SharedTheory]
    [MemberData(nameof(Files))]
    public void Read_BadFileFromATrickleThatCannotSeek_ThrowsTheSame(string file)
    {
        string path = SharedFolder.FileAt("badfiles", file);
        byte[] bytes = File.ReadAllBytes(path);

        (Exception? fromFile, _, _) = Measure(() => UseSamples(Formats.Read(file, new MemoryStream(bytes))));
        (Exception? fromTrickle, TimeSpan time, long allocated) = Measure(() => UseSamples(Formats.Read(file, new TrickleStream(bytes))));

        Assert.Equal(fromFile?.GetType(), fromTrickle?.GetType());
        Assert.InRange(time.TotalSeconds, 0, 1);
        Assert.InRange(allocated, 0, (2L * bytes.Length) + Allowance);
    }

    [SharedTheory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void Read_ByteOrderMarkAndDecimalPoints_AreTheSameInEveryCulture(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            NumericArray table = DataFile.Read(SharedFolder.FileAt("badfiles", "csv19_bom_ok.csv"));
            Assert.Equal([1.5, 2, 3.25, 4], table.AsSamples<double>().Values.ToArray());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static void UseSamples(NumericArray array)
    {
        if (array.IsLabels)
            _ = array.AsLabels();
        else
            _ = array.AsSamples<double>();
    }

    private static (Exception? Thrown, TimeSpan Time, long Allocated) Measure(Action action)
    {
        // Twice, of which the last counts: the code's own memory is not the file's, nor is the time to compile it.
        _ = Record.Exception(action);
        Stopwatch watch = Stopwatch.StartNew();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Exception? thrown = Record.Exception(action);
        return (thrown, watch.Elapsed, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static List<JsonElement> Manifest()
    {
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(SharedFolder.FileAt("badfiles", "manifest.json")));
        return [.. manifest.RootElement.GetProperty("files").EnumerateArray().Select(static entry => entry.Clone())];
    }

    private static string Text(JsonElement entry, string key) => entry.GetProperty(key).GetString()!;
}
