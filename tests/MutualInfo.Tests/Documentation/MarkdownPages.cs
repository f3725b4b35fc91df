using System.Text.RegularExpressions;

namespace MutualInfo.Tests.Documentation;

/// <summary>The README and the pages under <c>docs</c>, found from the test's own folder upwards.</summary>
internal static partial class MarkdownPages
{
    public static string Root { get; } = FindRoot();

    /// <summary>Every page that users read, by its path below the root.</summary>
    public static IReadOnlyList<string> Paths { get; } =
    [
        "README.md", "CHANGELOG.md", "CONTRIBUTING.md",
        .. Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    public static string[] Lines(string page) => File.ReadAllLines(Path.Combine(Root, page));

    /// <summary>The fenced C# blocks of a page, each with the name that the comment above it gives.</summary>
    public static IEnumerable<(string Name, int Line, string[] Code)> CodeBlocks(string page)
    {
        string[] lines = Lines(page);
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].Trim() is not ("```csharp" or "```cs" or "```c#"))
                continue;
            string name = i > 0 ? SnippetComment().Match(lines[i - 1]).Groups["name"].Value : "";
            int end = Array.FindIndex(lines, i + 1, line => line.Trim() == "```");
            yield return (name, i + 1, lines[(i + 1)..end]);
            i = end;
        }
    }

    /// <summary>The lines of a page outside fenced blocks, with their numbers from 1.</summary>
    public static IEnumerable<(int Line, string Text)> Prose(string page)
    {
        bool isFenced = false;
        foreach ((int index, string line) in Lines(page).Index())
        {
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal))
                isFenced = !isFenced;
            else if (!isFenced)
                yield return (index + 1, line);
        }
    }

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "MutualInfo.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("MutualInfo.sln was not found above the tests.");
    }

    [GeneratedRegex("^<!-- snippet: (?<name>[a-z0-9-]+) -->$")]
    private static partial Regex SnippetComment();
}
