using MutualInfo.InformationPlanes;
using MutualInfo.InformationPlanes.Reproductions;
using Spectre.Console;

namespace MutualInfo.SampleTests.Reproductions;

/// <summary>What is common to all reproductions: options to files, table and exit code.</summary>
public sealed class ReproductionAppTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private readonly StringWriter _output = new();

    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
        _output.Dispose();
    }

    [Fact]
    public void Run_TwoSeeds_PrintsProgressAndTableAndWritesBothFiles()
    {
        Assert.Equal(App.Succeeded, Run(new Fake(ClaimKind.Exact, true), "--seeds", "2", "--seed", "7"));
        string text = _output.ToString();
        Assert.Contains("fake runs: 2 of 2 runs done, 100 %", text, StringComparison.Ordinal);
        Assert.Contains("7.50 ± 0.71 bits", text, StringComparison.Ordinal);
        Assert.Contains("quick, seeds 7 to 8", text, StringComparison.Ordinal);
        Assert.Equal("7 8", File.ReadAllText(Path.Combine(_folder, "seeds.txt")));

        // The mean of 7 and 8, and their deviation √½; quotes are doubled.
        Assert.Equal(
            [ClaimTable.CsvHeader, $"exact,\"The \"\"seed\"\" is, as given.\",\"[7, 8]\",\"7.50 ± 0.71 bits\",yes,2,7.5,{Math.Sqrt(0.5):R},7 8"],
            File.ReadAllLines(Path.Combine(_folder, "claims.csv")));
    }

    [Theory]
    [InlineData(ClaimKind.Exact, "--quick", App.ClaimFailed)]
    [InlineData(ClaimKind.Exact, "--ci", App.ClaimFailed)]
    [InlineData(ClaimKind.Qualitative, "--quick", App.Succeeded)]
    [InlineData(ClaimKind.Qualitative, "--ci", App.ClaimFailed)]
    [InlineData(ClaimKind.Figure, "--ci", App.Succeeded)]
    public void Run_ClaimThatDoesNotHold_FailsWhereItMustHold(ClaimKind kind, string size, int exitCode)
    {
        Assert.Equal(exitCode, Run(new Fake(kind, false), size));
        Assert.Equal(exitCode == App.ClaimFailed, _output.ToString().Contains("Must hold and does not", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_Help_DescribesAndMakesNoFolder()
    {
        Assert.Equal(App.Succeeded, Run(new Fake(ClaimKind.Exact, true), "--help"));
        Assert.Contains("trains nothing", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("--seeds K", _output.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder));
    }

    [Fact]
    public void Run_MnistWhereNoImagesAreRead_IsRefused() => Assert.Contains(
        "reads no images",
        Assert.Throws<FormatException>(() => Run(new Fake(ClaimKind.Exact, true), "--mnist", "folder")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Run_Cancelled_StopsWithoutFiles()
    {
        Assert.ThrowsAny<OperationCanceledException>(() => ReproductionApp.Run(
            new Fake(ClaimKind.Exact, true), ["--out", _folder], PlainConsole(), TimeSpan.Zero, new CancellationToken(canceled: true)));
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void All_Registered_HaveDifferentNames()
    {
        string[] names = [.. ReproductionRegistry.All.Select(reproduction => reproduction.Name)];
        Assert.Equal(names.Distinct(), names);
        Assert.All(ReproductionRegistry.All, reproduction => Assert.Same(reproduction, ReproductionRegistry.Find(reproduction.Name)));
        Assert.Contains("shallow", Assert.Throws<FormatException>(() => ReproductionRegistry.Find("deep")).Message, StringComparison.Ordinal);
    }

    private int Run(IReproduction reproduction, params string[] arguments) =>
        ReproductionApp.Run(reproduction, [.. arguments, "--out", _folder], PlainConsole(), TimeSpan.Zero, CancellationToken.None);

    private IAnsiConsole PlainConsole()
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(_output),
        });
        console.Profile.Width = 1000;
        return console;
    }

    private sealed class Fake(ClaimKind kind, bool holds) : IReproduction
    {
        public string Name => "fake";

        public string Summary => "a test's own";

        public string Description => "It trains nothing.";

        public bool UsesImages => false;

        public int SeedsAt(RunSize size) => 1;

        public IReadOnlyList<Claim> Run(ReproductionContext context)
        {
            IReadOnlyList<int> seeds = context.RunSeeds("fake runs", (seed, progress) =>
            {
                progress.Report(0.5);
                return seed;
            });
            context.WriteFile("seeds.txt", path => File.WriteAllText(path, string.Join(' ', seeds)));
            return [Claim.OfValues(kind, "The \"seed\" is, as given.", "[7, 8]", seeds.Select(seed => (double)seed), "bits", _ => holds)];
        }
    }
}
