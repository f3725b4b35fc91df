using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using MutualInfo.Tool.Counting;
using MutualInfo.Tool.Estimation;
using MutualInfo.Tool.Inspection;
using MutualInfo.Tool.Planes;
using MutualInfo.Tool.Verification;

namespace MutualInfo.Tool;

/// <summary>The command with its subcommands.</summary>
internal static class MutualInfoCommand
{
    /// <summary>Runs a command line.</summary>
    /// <param name="arguments">The arguments, without the name of the program.</param>
    /// <param name="output">Receives the result, and nothing else.</param>
    /// <param name="error">Receives progress, warnings and errors.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter error)
    {
        // No response files: an argument that begins with @ is a name like any other.
        ParseResult parse = Create().Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parse.Errors.Count > 0 && parse.Action is not HelpAction and not CommandHelp)
            return Refuse(parse, error);
        return await parse.InvokeAsync(new InvocationConfiguration { Output = output, Error = error }).ConfigureAwait(false);
    }

    private static Command Create()
    {
        // Not a RootCommand, which goes by the name of the file it runs from: the tool is installed under another.
        Command root = new("mutualinfo", "Mutual information from files: estimates, information planes, and checks against known answers.")
        {
            new HelpOption(),
            new VersionOption(),
        };
        CommandHelp help = CommandHelp.Of(root);
        Add(
            root, help, EstimateCommand.Create(),
            "mutualinfo estimate --x activations.npy --y labels.npy --estimator binning:bins=30,range=-1..1 --estimator kde:variance=0.001",
            "mutualinfo estimate --x distinct --y run.npz:hidden1 --estimator adaptive:bins=30 --format json",
            "mutualinfo estimate --x layer.npy --y labels.npy --given groups.npy --estimator binning:bins=4,range=-1..1");
        Add(
            root, help, PlaneCommand.Create(),
            "mutualinfo plane --activations run --labels labels.npy --estimator binning:bins=30,range=-1..1 --estimator renyi:order=1.01 --out plane");
        Add(
            root, help, CountCommand.Create(),
            "mutualinfo count --x layer-1.npy --y labels-1.npy --x layer-2.npy --y labels-2.npy --bins binning:bins=30,range=-1..1 --out a.counts",
            "mutualinfo count --x layer-3.npy --y labels-3.npy --bins adaptive:bins=30 --fit layer-1.npy --out b.counts");
        Add(
            root, help, MergeCommand.Create(),
            "mutualinfo merge a.counts b.counts --format json",
            "mutualinfo merge a.counts b.counts --entropy miller-madow --out all.counts");
        Add(root, help, VerifyCommand.Create(), "mutualinfo verify --quick");
        Add(root, help, InfoCommand.Create(), "mutualinfo info activations.npy", "mutualinfo info run.npz");
        help.Add(root, "mutualinfo estimate --x activations.npy --y labels.npy --estimator adaptive:bins=30 --format json");
        return root;
    }

    private static void Add(Command root, CommandHelp help, Command command, params string[] examples)
    {
        root.Add(command);
        help.Add(command, examples);
    }

    private static int Refuse(ParseResult parse, TextWriter error)
    {
        foreach (string message in parse.Errors.Select(one => one.Message).Distinct())
            error.WriteLine($"error: {message}");
        string path = string.Join(' ', PathTo(parse.CommandResult));
        error.WriteLine($"'{path} --help' explains its use.");
        return ExitCode.Usage;
    }

    private static IEnumerable<string> PathTo(CommandResult result) => result.Parent is CommandResult parent
        ? [.. PathTo(parent), result.Command.Name]
        : [result.Command.Name];
}
