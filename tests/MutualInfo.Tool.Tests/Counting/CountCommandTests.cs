using System.Text.Json;
using MutualInfo.Discrete;
using MutualInfo.Files;
using MutualInfo.Tool.Tests.Support;

namespace MutualInfo.Tool.Tests.Counting;

public sealed class CountCommandTests : IDisposable
{
    private const int Count = 90;

    private readonly TemporaryFolder _folder = new();
    private readonly float[] _activations = SampleData.Tanh(Count * 2, seed: 1);
    private readonly int[] _labels = SampleData.Labels(Count, 3, seed: 2);

    public void Dispose() => _folder.Dispose();

    // The whole, in parts of one command, and in commands of their own that are merged: one estimate, and one file.
    [Theory]
    [InlineData("binning:bins=4,range=-1..1")]
    [InlineData("exact")]
    [InlineData("fixed-width:width=0.3")]
    [InlineData("szt")]
    public async Task Count_InParts_MergesToTheEstimateOfTheWhole(string bins)
    {
        string[] whole = Part("whole", 0, Count);
        string[] first = Part("first", 0, 31);
        string[] second = Part("second", 31, Count);
        await Counted(["--bins", bins, "--out", _folder.At("whole.counts"), .. whole]);
        await Counted(["--bins", bins, "--out", _folder.At("parts.counts"), .. first, .. second]);
        await Counted(["--bins", bins, "--out", _folder.At("a.counts"), .. first]);
        await Counted(["--bins", bins, "--out", _folder.At("b.counts"), .. second]);

        JsonElement merged = await Merged("b.counts", "a.counts", "--out", "merged.counts");

        JsonElement expected = (await Invocation.EstimateAsync([bins], whole)).Single();
        foreach (string name in (string[])["bits", "nats", "entropyXBits", "entropyYBits", "jointEntropyBits", "n", "dimensionX", "dimensionY", "saturationX"])
            Assert.Equal(expected.GetProperty(name).GetRawText(), merged.GetProperty(name).GetRawText());
        byte[] file = File.ReadAllBytes(_folder.At("whole.counts"));
        Assert.Equal(file, File.ReadAllBytes(_folder.At("parts.counts")));
        Assert.Equal(file, File.ReadAllBytes(_folder.At("merged.counts")));
    }

    [Theory]
    [InlineData("adaptive:bins=5"), InlineData("equal-frequency:bins=5"), InlineData("binning:bins=5"), InlineData("quantized:bits=3")]
    public async Task Count_BinsFittedToAFile_AreThoseOfTheLibrary(string bins)
    {
        string[] whole = Part("whole", 0, Count);
        await Counted(["--bins", bins, "--fit", whole[1], "--out", _folder.At("fitted.counts"), .. whole]);

        JsonElement merged = await Merged("fitted.counts");

        JsonElement expected = (await Invocation.EstimateAsync([bins], whole)).Single();
        Assert.Equal(expected.GetProperty("bits").GetDouble(), merged.GetProperty("bits").GetDouble());
    }

    [Fact]
    public async Task Merge_Entropy_IsThatOfTheLibrary()
    {
        string[] whole = Part("whole", 0, Count);
        await Counted(["--bins", "szt", "--out", _folder.At("a.counts"), .. whole]);

        JsonElement merged = await Merged("a.counts", "a.counts", "--entropy", "miller-madow");

        using FileStream stream = File.OpenRead(_folder.At("a.counts"));
        JointCounts counts = JointCounts.Read(stream);
        counts.Merge(counts);
        Assert.Equal(counts.Estimate(new MillerMadow()).Value.Bits, merged.GetProperty("bits").GetDouble());
        Assert.Equal("30 Shwartz-Ziv-Tishby edges [-1, 1], Miller-Madow", merged.GetProperty("estimator").GetString());
    }

    // Labels that a file holds as text of whole numbers, as several columns, or in 64 bits: what they are is kept, not in which order they came.
    [Fact]
    public async Task Count_LabelsInOtherOrders_AreTheSameSymbols()
    {
        string x = _folder.WriteVector("x.npy", 1L << 40, -5L, 7L, -5L);
        string y = _folder.WriteText("y.csv", "1,0\n0,1\n1,0\n0,1\n");
        string reversedX = _folder.WriteVector("rx.npy", -5L, 7L, -5L, 1L << 40);
        string reversedY = _folder.WriteText("ry.csv", "0,1\n1,0\n0,1\n1,0\n");
        await Counted(["--x", x, "--y", y, "--y-as", "labels", "--out", _folder.At("a.counts")]);
        await Counted(["--x", reversedX, "--y", reversedY, "--y-as", "labels", "--out", _folder.At("b.counts")]);
        Assert.Equal(File.ReadAllBytes(_folder.At("a.counts")), File.ReadAllBytes(_folder.At("b.counts")));
    }

    [Theory]
    [InlineData("--x is given 2 times and --y 1 times", "count", "--x", "a.npy", "--x", "b.npy", "--y", "c.npy", "--out", "o")]
    [InlineData("Option '--out' is required.", "count", "--x", "a.npy", "--y", "c.npy")]
    [InlineData("'distinct' has no symbols that could be met again", "count", "--x", "distinct", "--y", "c.npy", "--out", "o")]
    [InlineData("--bins kde:variance=0.001: only what counts symbols", "count", "--x", "a.npy", "--y", "c.npy", "--bins", "kde", "--out", "o")]
    [InlineData("give --entropy to merge", "count", "--x", "a.npy", "--y", "c.npy", "--bins", "szt:entropy=miller-madow", "--out", "o")]
    [InlineData("Give --fit FILE, the same on every machine, or range=LOW..HIGH.", "count", "--x", "a.npy", "--y", "c.npy", "--bins", "binning", "--out", "o")]
    [InlineData("these bins are known already", "count", "--x", "a.npy", "--y", "c.npy", "--bins", "szt", "--fit", "a.npy", "--out", "o")]
    [InlineData("'exakt' is no estimator. Did you mean 'exact'?", "count", "--x", "a.npy", "--y", "c.npy", "--bins", "exakt", "--out", "o")]
    [InlineData("Required argument missing for command: 'merge'.", "merge")]
    [InlineData("'millermadow' is no entropy. Did you mean 'miller-madow'?", "merge", "a.counts", "--entropy", "millermadow")]
    public async Task Run_WrongUsage_ExitsWithTwoAndSaysWhy(string message, params string[] arguments)
    {
        Invocation run = await Invocation.RunAsync(arguments);
        Assert.True(run.ExitCode == ExitCode.Usage, run.Error);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task Run_BadInput_ExitsWithOneNamesTheFileAndWritesNothing()
    {
        string[] part = Part("part", 0, 20);
        string shorter = _folder.WriteVector("shorter.npy", _labels[..7]);
        await Refused("x has 20 samples and y has 7", "count", "--x", part[1], "--y", shorter, "--out", _folder.At("o.counts"));
        string noCounts = _folder.WriteText("no.counts", "MICOUNT");
        await Refused("no.counts: empty or truncated", "merge", noCounts, "--out", _folder.At("o.counts"));
        await Refused("missing.counts", "merge", _folder.At("missing.counts"), "--out", _folder.At("o.counts"));
        await Counted(["--bins", "szt", "--out", _folder.At("a.counts"), .. part]);
        await Counted(["--bins", "exact", "--out", _folder.At("b.counts"), .. part]);
        await Refused("b.counts: x is given as exact rows", "merge", _folder.At("a.counts"), _folder.At("b.counts"), "--out", _folder.At("o.counts"));
        Assert.False(File.Exists(_folder.At("o.counts")));
        Assert.Empty(Directory.GetFiles(_folder.Path, "*.tmp"));
    }

    private static async Task Refused(string message, params string[] arguments)
    {
        Invocation run = await Invocation.RunAsync(arguments);
        Assert.True(run.ExitCode == ExitCode.Refused, run.Error + run.Output);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    private string[] Part(string name, int start, int end)
    {
        string x = _folder.At(name + "-x.npy");
        string y = _folder.At(name + "-y.npy");
        NpyFile.Write<float>(x, _activations.AsSpan(2 * start, 2 * (end - start)), 2);
        NpyFile.Write<int>(y, _labels.AsSpan(start, end - start));
        return ["--x", x, "--y", y];
    }

    private static async Task Counted(string[] arguments)
    {
        Invocation run = await Invocation.RunAsync(["count", .. arguments]);
        Assert.True(run.ExitCode == ExitCode.Success, run.Error);
        Assert.StartsWith("n = ", run.Output, StringComparison.Ordinal);
    }

    private async Task<JsonElement> Merged(params string[] arguments)
    {
        Invocation run = await Invocation.RunAsync(
            ["merge", .. arguments.Select(word => word.EndsWith(".counts", StringComparison.Ordinal) ? _folder.At(word) : word), "--format", "json"]);
        Assert.True(run.ExitCode == ExitCode.Success, run.Error);
        using JsonDocument document = JsonDocument.Parse(run.Output);
        return document.RootElement.EnumerateArray().Single().Clone();
    }
}
