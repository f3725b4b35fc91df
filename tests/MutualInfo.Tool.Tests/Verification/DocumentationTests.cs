namespace MutualInfo.Tool.Tests.Verification;

public class DocumentationTests
{
    private const string Begin = "<!-- tables: written by VerificationTables -->\n";
    private const string End = "<!-- end of tables -->";

    [Fact]
    public void Tables_InTheDocumentation_AreThoseOfTheSuite()
    {
        // Left beside the tests, to be copied into the page when the suite has changed.
        string tables = VerificationTables.Write();
        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "verification.tables.md"), tables);

        string page = File.ReadAllText(Path.Combine(SharedFolder.RepositoryRoot(), "docs", "verification.md")).ReplaceLineEndings("\n");
        int begin = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        Assert.Equal(tables, page[begin..page.IndexOf(End, StringComparison.Ordinal)]);
    }
}
