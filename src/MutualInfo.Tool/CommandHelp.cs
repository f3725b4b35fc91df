using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace MutualInfo.Tool;

/// <summary>Help that ends with an example to copy, for every command that has one.</summary>
internal sealed class CommandHelp(HelpAction standard) : SynchronousCommandLineAction
{
    private readonly Dictionary<Command, string[]> _examples = [];

    /// <summary>Puts this help in the place of the standard one.</summary>
    public static CommandHelp Of(Command root)
    {
        HelpOption option = root.Options.OfType<HelpOption>().Single();
        CommandHelp help = new((HelpAction)option.Action!);
        option.Action = help;
        return help;
    }

    /// <summary>Gives a command its examples, one line each.</summary>
    public void Add(Command command, params string[] examples) => _examples[command] = examples;

    public override int Invoke(ParseResult parseResult)
    {
        int result = standard.Invoke(parseResult);
        if (_examples.TryGetValue(parseResult.CommandResult.Command, out string[]? examples))
        {
            TextWriter output = parseResult.InvocationConfiguration.Output;
            output.WriteLine(examples.Length == 1 ? "Example:" : "Examples:");
            foreach (string example in examples)
                output.WriteLine($"  {example}");
            output.WriteLine();
        }

        return result;
    }
}
