using System.Text.RegularExpressions;

namespace MutualInfo.Tests.Documentation;

/// <summary>One documented example as the tests compile and run it.</summary>
/// <param name="Name">The name of its region, which is the name in the page.</param>
/// <param name="Code">The lines, with the indentation of the region taken off.</param>
/// <param name="Usings">The namespaces that its file opens, besides <c>MutualInfo</c> itself.</param>
/// <param name="IsAsserted">Whether an assertion follows before the next example.</param>
internal sealed record Snippet(string Name, string[] Code, string[] Usings, bool IsAsserted);

/// <summary>Reads the regions of the files in <c>Snippets</c>.</summary>
internal static partial class SnippetSources
{
    public static IEnumerable<Snippet> All() =>
        Directory.EnumerateFiles(Path.Combine(MarkdownPages.Root, "tests", "MutualInfo.Tests", "Documentation", "Snippets"), "*.cs")
            .Order(StringComparer.Ordinal)
            .SelectMany(path => Read(File.ReadAllLines(path)));

    private static IEnumerable<Snippet> Read(string[] lines)
    {
        string[] usings = [.. lines.Where(line => Using().IsMatch(line))];
        for (int i = 0; i < lines.Length; i++)
        {
            Match start = RegionStart().Match(lines[i]);
            if (!start.Success)
                continue;
            int end = Array.FindIndex(lines, i, line => line.Trim() == "#endregion");
            int next = Array.FindIndex(lines, end, line => RegionStart().IsMatch(line));
            string[] after = lines[end..(next < 0 ? lines.Length : next)];
            yield return new Snippet(
                start.Groups["name"].Value,
                Outdented(lines[(i + 1)..end]),
                usings,
                after.Any(line => line.Contains("Assert.", StringComparison.Ordinal)));
            i = end;
        }
    }

    private static string[] Outdented(string[] lines)
    {
        int indent = lines.Where(line => line.Trim().Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return [.. lines.Select(line => line.Length >= indent ? line[indent..].TrimEnd() : "")];
    }

    [GeneratedRegex(@"^\s*#region (?<name>[a-z0-9-]+)$")]
    private static partial Regex RegionStart();

    [GeneratedRegex(@"^using [\w.]+;$")]
    private static partial Regex Using();
}
