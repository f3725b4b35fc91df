using System.Text.RegularExpressions;

namespace MutualInfo.Peers.Pages;

/// <summary>
/// The generated parts of pages. A part stands between <c>&lt;!-- generated: KIND MACHINE --&gt;</c> and <c>&lt;!-- end generated --&gt;</c>,
/// where MACHINE is a folder of <c>benchmarks/results</c>; whoever wants the numbers of another machine writes its name there.
/// </summary>
internal static partial class GeneratedPages
{
    private static readonly string[] _pages = ["README.md", Path.Combine("docs", "performance.md")];

    /// <summary>Every file that is generated, wholly or in part: its path below the root, and what it should hold.</summary>
    public static IEnumerable<(string Path, string Text)> Expected(string root)
    {
        foreach (string machine in ResultFiles.Machines(root))
        {
            string folder = Path.Combine("benchmarks", "results", machine);
            if (ResultFiles.Peers(root, machine) is { } peers)
                yield return (Path.Combine(folder, "peers.md"), PeersPage.Text(peers));
            if (ResultFiles.Scaling(root, machine) is { } scaling)
                yield return (Path.Combine(folder, "scaling.svg"), ScalingPicture.Text(scaling));
        }

        foreach (string page in _pages)
            yield return (page, WithParts(File.ReadAllText(Path.Combine(root, page)), (kind, machine) => Part(root, kind, machine)));
    }

    /// <summary>Writes them all.</summary>
    public static void WriteAll(string root)
    {
        foreach ((string path, string text) in Expected(root).ToArray())
            File.WriteAllText(Path.Combine(root, path), text);
    }

    /// <summary>Writes <c>peers.md</c> beside <c>peers.json</c>.</summary>
    public static void WriteTable(string folder) =>
        File.WriteAllText(Path.Combine(folder, "peers.md"), PeersPage.Text(PeersResult.Read(Path.Combine(folder, "peers.json"))));

    /// <summary>The machines that the parts of a text name.</summary>
    public static IEnumerable<string> MachinesOf(string text) => PartOf().Matches(text).Select(match => match.Groups["machine"].Value);

    /// <summary>The text with every part written anew.</summary>
    internal static string WithParts(string text, Func<string, string, IEnumerable<string>> part) => PartOf().Replace(text, match =>
    {
        IEnumerable<string> lines = part(match.Groups["kind"].Value, match.Groups["machine"].Value);
        return $"{match.Groups["start"].Value}\n{string.Join('\n', lines)}\n<!-- end generated -->";
    });

    private static IEnumerable<string> Part(string root, string kind, string machine) => kind switch
    {
        "speed" => ResultFiles.Peers(root, machine) is { } peers ? SpeedTable.Lines(peers) : Absent(machine),
        "machine" => ResultFiles.Peers(root, machine) is { } peers ? MachineText.Lines(peers) : Absent(machine),
        "goals" => ResultFiles.Peers(root, machine) is { } peers ? GoalTable.Lines(peers) : Absent(machine),
        "ceilings" => ResultFiles.Scaling(root, machine) is { } scaling ? CeilingTable.Lines(scaling) : Absent(machine),
        "picture" => ResultFiles.Scaling(root, machine) is null ? Absent(machine) : [ScalingPicture.Link(machine)],
        _ => throw new InvalidDataException($"A generated part is of kind '{kind}'; expected speed, machine, goals, ceilings or picture."),
    };

    private static string[] Absent(string machine) => [$"No results of '{machine}' are kept in `benchmarks/results`; `benchmarks/peers/compare` makes them."];

    [GeneratedRegex(@"(?<start><!-- generated: (?<kind>[a-z]+) (?<machine>[a-z0-9-]+) -->)\n.*?<!-- end generated -->", RegexOptions.Singleline)]
    private static partial Regex PartOf();
}
