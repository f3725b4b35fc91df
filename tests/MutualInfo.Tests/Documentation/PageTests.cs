using System.IO.Compression;
using System.Numerics;
using System.Numerics.Tensors;
using System.Reflection;
using System.Text.RegularExpressions;
using MutualInfo.Files;
using MutualInfo.Gpu;
using MutualInfo.Recording;

namespace MutualInfo.Tests.Documentation;

/// <summary>What a page says can be followed: its links lead somewhere, and the names in its code spans exist.</summary>
public partial class PageTests
{
    // A folder of the samples.
    private static readonly string[] _otherNames = ["Training"];

    private static readonly HashSet<string> _publicNames = NamesOf(
        [.. typeof(Symbols).Assembly.GetExportedTypes(), .. typeof(DataFile).Assembly.GetExportedTypes(), .. typeof(GpuBackend).Assembly.GetExportedTypes()]);

    // Pages for those who change the library may name its internals and its tests.
    private static readonly HashSet<string> _allNames = NamesOf(
        [.. typeof(Symbols).Assembly.GetTypes(), .. typeof(DataFile).Assembly.GetTypes(), .. typeof(PageTests).Assembly.GetTypes()]);

    public static TheoryData<string> Pages() => [.. MarkdownPages.Paths];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_EveryRelativeLink_LeadsToAFile(string page)
    {
        foreach ((int line, string text) in MarkdownPages.Prose(page))
        {
            foreach (Match link in Link().Matches(text))
            {
                string target = link.Groups["target"].Value.Split('#')[0];
                if (target.Length == 0 || target.Contains("://", StringComparison.Ordinal))
                    continue;
                string path = Path.Combine(MarkdownPages.Root, Path.GetDirectoryName(page)!, target);
                Assert.True(File.Exists(path) || Directory.Exists(path), $"{page}:{line}: '{target}' does not exist.");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_EveryAnchor_IsAHeading(string page)
    {
        foreach ((int line, string text) in MarkdownPages.Prose(page))
        {
            foreach (Match link in Link().Matches(text))
            {
                string[] parts = link.Groups["target"].Value.Split('#');
                if (parts.Length != 2 || parts[0].Contains("://", StringComparison.Ordinal))
                    continue;
                string target = parts[0].Length == 0
                    ? page
                    : Path.GetRelativePath(
                        MarkdownPages.Root, Path.GetFullPath(Path.Combine(MarkdownPages.Root, Path.GetDirectoryName(page)!, parts[0])));
                Assert.True(
                    MarkdownPages.Prose(target).Any(other => AnchorOf(other.Text) == parts[1]),
                    $"{page}:{line}: {target} has no heading '#{parts[1]}'.");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_EveryTypeOrMemberInACodeSpan_Exists(string page)
    {
        bool isForDevelopers = page is "CONTRIBUTING.md" or "docs/architecture.md" or "docs/numerics.md" or "docs/reference-cases.md" || page.StartsWith("docs/decisions/", StringComparison.Ordinal);
        HashSet<string> known = isForDevelopers ? _allNames : _publicNames;
        foreach ((int line, string text) in MarkdownPages.Prose(page))
        {
            foreach (Match span in CodeSpan().Matches(text))
            {
                // Only what reads as C#: Name, Name.Name, Name<T>, Name(…). Formulas and paths are none of it.
                Match name = DottedName().Match(span.Groups["code"].Value);
                if (!name.Success)
                    continue;
                foreach (string part in name.Groups["name"].Value.Split('.'))
                    Assert.True(known.Contains(part), $"{page}:{line}: `{span.Groups["code"].Value}`: no type or member is called '{part}'.");
            }
        }
    }

    [Fact]
    public void Readme_Length_StaysUnder200Lines()
    {
        Assert.InRange(MarkdownPages.Lines("README.md").Length, 1, 199);
    }

    [Fact]
    public void EstimatorPages_Headings_FollowOneSkeleton()
    {
        string[] skeleton =
        [
            "Definition", "Input", "Output and unit", "Parameters and defaults", "Laws", "Cost", "Example", "When not to use it", "References",
        ];
        foreach (string page in MarkdownPages.Paths.Where(path => path.StartsWith("docs/estimators/", StringComparison.Ordinal)))
        {
            IEnumerable<string> headings = MarkdownPages.Prose(page)
                .Where(line => line.Text.StartsWith("## ", StringComparison.Ordinal)).Select(line => line.Text[3..]);
            Assert.Equal(skeleton, headings);
        }
    }

    [Fact]
    public void InformationPlanePage_CsvColumns_AreThoseOfTheWriter()
    {
        string[] lines = MarkdownPages.Lines("docs/information-plane.md");
        IEnumerable<string> columns = lines.Skip(Array.IndexOf(lines, "<!-- columns: plane.csv -->") + 3)
            .TakeWhile(line => line.StartsWith('|')).Select(line => line.Split('|')[1].Trim(' ', '`'));
        StringWriter written = new();
        new InformationPlane([]).WriteCsv(written);
        Assert.Equal(written.ToString().TrimEnd(), string.Join(',', columns));
    }

    [Fact]
    public void DocsIndex_EveryPage_IsListed()
    {
        string index = File.ReadAllText(Path.Combine(MarkdownPages.Root, "docs", "README.md"));
        foreach (string page in MarkdownPages.Paths.Where(path => path.StartsWith("docs/", StringComparison.Ordinal) && path != "docs/README.md"))
            Assert.Contains($"({page["docs/".Length..]})", index);
    }

    private static HashSet<string> NamesOf(Type[] ours)
    {
        HashSet<string> names = [.. _otherNames];
        Type[] framework = [typeof(object), typeof(INumber<>), typeof(TensorPrimitives), typeof(Parallel), typeof(ZipArchive)];
        foreach (Type type in framework.SelectMany(type => type.Assembly.GetExportedTypes()))
        {
            names.Add(BareName(type));
            if (type == typeof(double) || type == typeof(ArgumentException))
                names.UnionWith(type.GetMembers().Select(member => member.Name));
        }

        foreach (Type type in ours)
        {
            names.Add(BareName(type));
            names.UnionWith((type.Namespace ?? "").Split('.'));
            names.UnionWith(type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static).Select(member => member.Name));
        }

        return names;
    }

    private static string BareName(Type type) => type.Name.Split('`')[0];

    private static string AnchorOf(string heading) =>
        heading.StartsWith('#')
            ? string.Concat(heading.TrimStart('#').Trim().ToLowerInvariant()
                .Where(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '_')
                .Select(letter => letter == ' ' ? '-' : letter))
            : "";

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("`(?<code>[^`]+)`")]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"^(?<name>[A-Z][a-z][A-Za-z]+(\.[A-Z][A-Za-z]+)*)(<T>)?(\(.*\)|\s*\{.*\})?$")]
    private static partial Regex DottedName();
}
