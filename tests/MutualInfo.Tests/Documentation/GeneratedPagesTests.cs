using System.Text.Json;
using System.Xml.Linq;
using MutualInfo.Peers.Measuring;
using MutualInfo.Peers.Pages;

namespace MutualInfo.Tests.Documentation;

/// <summary>Tables and pictures of times are those of the results that are kept. Drift fails; nothing here rewrites a page.</summary>
public class GeneratedPagesTests
{
    private const string Remedy = "run dotnet run -c Release --project benchmarks/MutualInfo.Peers -- pages";

    [Fact]
    public void Pages_EveryGeneratedPart_IsThatOfTheResults()
    {
        foreach ((string path, string text) in GeneratedPages.Expected(MarkdownPages.Root))
        {
            string full = Path.Combine(MarkdownPages.Root, path);
            Assert.True(File.Exists(full), $"{path} is missing; {Remedy}.");
            Assert.True(File.ReadAllText(full).ReplaceLineEndings("\n") == text, $"{path} is not what the results say; {Remedy}.");
        }
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/performance.md")]
    public void Pages_WhereResultsAreKept_ShowOnesThatExist(string page)
    {
        string[] kept = ResultFiles.Machines(MarkdownPages.Root);
        string[] shown = [.. GeneratedPages.MachinesOf(File.ReadAllText(Path.Combine(MarkdownPages.Root, page)))];
        Assert.NotEmpty(shown);
        Assert.All(shown, machine => Assert.True(
            kept.Length == 0 || kept.Contains(machine), $"{page} shows the results of '{machine}'; there are only those of {string.Join(", ", kept)}."));
    }

    [Fact]
    public void WithParts_TextBetweenMarkers_IsReplacedAndTheRestKept()
    {
        const string text = "before\n<!-- generated: goals some-cpu -->\nold\nlines\n<!-- end generated -->\nafter\n";
        string actual = GeneratedPages.WithParts(text, (kind, machine) => [kind, machine]);
        Assert.Equal("before\n<!-- generated: goals some-cpu -->\ngoals\nsome-cpu\n<!-- end generated -->\nafter\n", actual);
    }

    [Fact]
    public void PeersPage_OfARun_SaysRatiosFloorsMissesAndWhoIsMissing()
    {
        string[] lines = PeersPage.Text(Run()).Split('\n');

        // 30 ms over 12 ms, and 24 over 10.
        Assert.Contains("| G1 | Gram | (8, 2) | 12.0 ms | sklearn | 30.0 ms | 2.50× (2.40×) | 2× | met | 10× |", lines);
        Assert.Contains("| G2 | Gram | (8, 2) | 12.0 ms | sklearn (best peer) | 30.0 ms | 2.50× (2.40×) | 4× | **missed** | 10× |", lines);
        Assert.Contains("| P2 | Gram: peak memory | (8, 2) | 0.50 GB | none can | | | ≤ 1.00 GB | met | ≤ 1.00 GB |", lines);
        Assert.Contains("| Gram | (8, 2) | sklearn | in place, 2 threads | 30.0 ms | 24.0 ms | 50 % | 60.0 ms | 2 of 3 |", lines);
        Assert.Contains("- **Missing: torch** (no module)", lines);
    }

    [Fact]
    public void ScalingPicture_OfARun_HasACurveAndItsCeilingForEverySeries()
    {
        ScalingSeries[] series =
        [
            new("Gram matrix", "n", [new(128, 1e-3, 9e-4, 2e-4), new(256, 4e-3, 4e-3, 8e-4)]),
            new("Gram matrix", "d", [new(1, 1e-3, 9e-4, 2e-4), new(2, 4e-3, 4e-3, 8e-4)]),
        ];
        ScalingResult result = new()
        {
            Machine = Run().Machine,
            Date = "2026-01-01",
            Commit = "abc",
            Threads = 2,
            FixedCount = 2048,
            FixedDimension = 10,
            Ceilings = new Ceilings(5e10, 1e11, 5e10, 1e10, 2e10),
            Series = series,
        };
        XElement svg = XElement.Parse(ScalingPicture.Text(result));
        XElement[] curves = [.. svg.Descendants().Where(element => element.Name.LocalName == "polyline")];
        Assert.Equal(4, curves.Length);
        Assert.Equal(2, curves.Count(curve => curve.Attribute("stroke-dasharray") is not null));
        Assert.Contains("| Gram matrix | n = 256, d = 10 | 4.00 ms | 800 µs | 20 % |", CeilingTable.Lines(result));
    }

    private static PeersResult Run() => JsonSerializer.Deserialize<PeersResult>(
        """
        {
          "machine": { "name": "Some <CPU>", "family": "6", "model": "1", "cores": 2, "os": "Debian", "kernel": "6", "coreType": "own choice" },
          "versions": { "NumPy": "1.0" },
          "missing": { "torch": "no module" },
          "method": { "leastSampleSeconds": 0.15, "pauseSeconds": 0.06, "largestForeignShare": 0.12, "rounds": 7, "slowCallSeconds": 2, "slowRounds": 5 },
          "rows": [{
            "ids": ["G1"], "name": "Gram", "size": "(8, 2)", "note": "", "date": "2026-01-01", "commit": "abc",
            "contenders": [
              { "name": "MutualInfo", "variant": "", "threads": 2, "median": 0.012, "minimum": 0.010, "maximum": 0.013, "cpu": 0.02, "samples": [] },
              { "name": "sklearn", "variant": "in place", "threads": 2, "median": 0.030, "minimum": 0.024, "maximum": 0.039, "cpu": 0.06,
                "samples": [{ "seconds": 0.03, "kept": true }, { "seconds": 0.024, "kept": true }, { "seconds": 0.9, "kept": false }] }
            ],
            "gate": { "tolerance": 1e-9, "reason": "rounding", "differences": { "sklearn": 1e-12 }, "holds": true },
            "goals": [
              { "id": "G1", "against": "sklearn", "peer": "sklearn", "floor": 2, "moonshot": 10, "ratio": 2.5, "ratioOfMinima": 2.4, "met": true },
              { "id": "G2", "against": "best peer", "peer": "sklearn", "floor": 4, "moonshot": 10, "ratio": 2.5, "ratioOfMinima": 2.4, "met": false }
            ],
            "figures": [{ "id": "P2", "name": "peak memory", "unit": "bytes", "floor": 1e9, "moonshot": 1e9, "value": 5e8, "met": true }]
          }]
        }
        """,
        ResultFiles.Json)!;
}
