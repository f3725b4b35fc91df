using System.Text.RegularExpressions;
using MutualInfo.Tool.Tests.Support;

namespace MutualInfo.Tool.Tests;

/// <summary>The outputs on docs/command-line.md are those of the command. Its <c>cat</c> blocks are the files it reads.</summary>
public sealed partial class DocumentationTests : IDisposable
{
    private static readonly string[] _files = [".csv", ".npy", ".counts"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task CommandLinePage_EveryOutput_IsTrue()
    {
        int commands = 0;
        foreach ((string command, string shown) in Blocks())
        {
            string[] words = command.Split(' ');
            if (words[0] == "cat")
            {
                _folder.WriteText(words[1], shown + "\n");
                continue;
            }

            commands++;
            Invocation run = await Invocation.RunAsync([.. words.Skip(1).Select(InFolder)]);
            string actual = (run.Error + run.Output).ReplaceLineEndings("\n").Replace(_folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).TrimEnd();
            Assert.True(WithoutSeconds(shown) == WithoutSeconds(actual), $"docs/command-line.md shows for\n{command}\nwhat is not so; the command gives\n{actual}");
        }

        Assert.True(commands >= 6, $"only {commands} commands were found on the page");
    }

    private static IEnumerable<(string Command, string Shown)> Blocks()
    {
        string page = File.ReadAllText(Path.Combine(SharedFolder.RepositoryRoot(), "docs", "command-line.md")).ReplaceLineEndings("\n");
        foreach (Match block in Console().Matches(page))
        {
            foreach (Match one in Command().Matches(block.Groups["text"].Value))
                yield return (one.Groups["command"].Value, one.Groups["shown"].Value.TrimEnd());
        }
    }

    private string InFolder(string word) =>
        _files.Any(ending => word.EndsWith(ending, StringComparison.Ordinal)) ? _folder.At(word) : word;

    // What takes how long is no part of the promise.
    private static string WithoutSeconds(string text) => Seconds().Replace(text, "?");

    [GeneratedRegex("^```console\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Console();

    [GeneratedRegex(@"^\$ (?<command>[^\n]*)\n?(?<shown>.*?)(?=^\$ |\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Command();

    [GeneratedRegex("""[0-9.]+(?= │$)|(?<="seconds": )[0-9.Ee+-]+""", RegexOptions.Multiline)]
    private static partial Regex Seconds();
}
