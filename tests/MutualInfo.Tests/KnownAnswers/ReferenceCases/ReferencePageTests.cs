
namespace MutualInfo.Tests.KnownAnswers.ReferenceCases;

/// <summary>docs/reference-cases.md says what the code does, row by row.</summary>
public class ReferencePageTests
{
    [Fact]
    public void Met_Table_ListsExactlyTheRules() => Assert.Equal(
        ReferenceRules.Met.Select(rule => $"| `{rule.Pattern.Text}` | {rule.LibraryCall} | {rule.Tolerance.Text} |"),
        Rows("## Met"));

    [Fact]
    public void NotCovered_Table_ListsExactlyThePatternsAndReasons() => Assert.Equal(
        ReferenceRules.NotCovered.Select(item => $"| `{item.Pattern.Text}` | {item.Reason} |"),
        Rows("## Not covered"));

    [Fact]
    public void NotMet_Table_ListsExactlyTheRulesThatExcuseValues() => Assert.Equal(
        ReferenceRules.Met.Where(rule => rule.Excuse is not null).Select(rule => $"| `{rule.Pattern.Text}` | {rule.Excuse} |"),
        Rows("## Not met, entry by entry"));

    private static IEnumerable<string> Rows(string heading) =>
        File.ReadLines(Path.Combine(SharedFolder.RepositoryRoot(), "docs", "reference-cases.md"))
            .SkipWhile(line => line != heading)
            .Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal));
}
