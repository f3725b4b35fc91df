namespace MutualInfo.Accuracy.Pages;

/// <summary>One part of the page, made of one file of results: its heading, and its lines; none where nothing is kept.</summary>
internal sealed record PageSection(string Heading, Func<string, IEnumerable<string>> Lines);

/// <summary><c>docs/accuracy.md</c>, the whole of it: text and tables from what <c>benchmarks/results/accuracy</c> keeps.</summary>
internal static class AccuracyPage
{
    /// <summary>Gets the parts in order. What is measured besides gets its part here.</summary>
    public static IReadOnlyList<PageSection> Sections { get; } =
    [
        new("How it is measured", MethodText.Lines),
        new("Right on how many tasks", RightTable.Lines),
        new("Every task", root => TaskTable.Lines(root, TaskTable.Last)),
        new("Every task from a thousand samples", root => TaskTable.Lines(root, TaskTable.First)),
        new("What more samples change", GrowthTable.Lines),
        new("Where not to use them", LimitsText.Lines),
        new("What the estimates say against themselves", ReasonTable.Lines),
        new("How often intervals cover", CoverageTable.Lines),
        new("How often tests reject what is true", SizeTable.Lines),
        new("Seconds", TimeTable.Lines),
    ];

    public static string PathIn(string root) => Path.Combine(root, "docs", "accuracy.md");

    public static string Text(string root) => string.Join('\n', Lines(root)) + "\n";

    private static IEnumerable<string> Lines(string root)
    {
        yield return "# Accuracy";
        yield return "";
        yield return "How near the estimators come to information that is known, on 40 tasks of a published benchmark. All amounts are in nats. This page is written by";
        yield return "`dotnet run -c Release --project benchmarks/MutualInfo.Accuracy -- pages` from `benchmarks/results/accuracy`; a test fails where the two differ, and another";
        yield return "measures some of the cells again.";
        foreach (PageSection section in Sections)
        {
            string[] lines = [.. section.Lines(root)];
            if (lines.Length == 0)
                continue;
            yield return "";
            yield return $"## {section.Heading}";
            yield return "";
            foreach (string line in lines)
                yield return line;
        }
    }
}
