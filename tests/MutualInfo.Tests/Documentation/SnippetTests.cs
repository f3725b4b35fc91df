namespace MutualInfo.Tests.Documentation;

/// <summary>Every C# block of the documentation is a region of a passing test. Drift fails; nothing here rewrites a page.</summary>
public class SnippetTests
{
    [Fact]
    public void Snippets_EveryCodeBlock_IsARegionOfAPassingTest()
    {
        Dictionary<string, Snippet> snippets = SnippetSources.All().ToDictionary(snippet => snippet.Name);
        List<string> complaints = [];
        HashSet<string> shown = [];
        foreach (string page in MarkdownPages.Paths)
        {
            foreach ((string name, int line, string[] code) in MarkdownPages.CodeBlocks(page))
            {
                if (!snippets.TryGetValue(name, out Snippet? snippet))
                {
                    complaints.Add($"{page}:{line}: no region is named '{name}'; put <!-- snippet: name --> right above the block.");
                    continue;
                }

                shown.Add(name);
                if (Difference(code, snippet) is { } difference)
                    complaints.Add($"{page}:{line}: snippet '{name}' has drifted from its test: {difference}");
            }
        }

        complaints.AddRange(snippets.Keys.Except(shown).Select(name => $"region '{name}' is shown on no page."));
        Assert.True(complaints.Count == 0, string.Join(Environment.NewLine, complaints));
    }

    [Fact]
    public void Snippets_EveryRegion_IsFollowedByAnAssertion()
    {
        Assert.DoesNotContain(SnippetSources.All(), snippet => !snippet.IsAsserted);
    }

    /// <summary>What differs, or null. A block may open namespaces that the file of its region opens too.</summary>
    private static string? Difference(string[] code, Snippet snippet)
    {
        string[] usings = [.. code.TakeWhile(line => line.StartsWith("using ", StringComparison.Ordinal) && line.EndsWith(';'))];
        foreach (string opened in usings)
        {
            if (opened != "using MutualInfo;" && !snippet.Usings.Contains(opened))
                return $"the test does not open '{opened}'.";
        }

        string[] page = [.. code.Skip(usings.Length).SkipWhile(line => line.Length == 0).Select(line => line.TrimEnd())];
        for (int i = 0; i < Math.Max(page.Length, snippet.Code.Length); i++)
        {
            string ours = i < page.Length ? page[i] : "(nothing)";
            string theirs = i < snippet.Code.Length ? snippet.Code[i] : "(nothing)";
            if (ours != theirs)
                return $"line {i + 1} is '{ours}' on the page and '{theirs}' in the test.";
        }

        return null;
    }
}
