using Spectre.Console;

namespace MutualInfo.Tool;

/// <summary>Tables and progress, on a terminal or into a file.</summary>
internal static class Terminal
{
    // Where nobody watches, nothing need fit a window; a table that is wrapped cannot be searched.
    private const int WidthOfFile = 240;

    /// <summary>A console that writes to a writer: in colour and at the window's width if that is a terminal, else plain and wide.</summary>
    public static IAnsiConsole On(TextWriter writer)
    {
        bool isTerminal = IsTerminal(writer);
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        if (!isTerminal)
            console.Profile.Width = WidthOfFile;
        return console;
    }

    /// <summary>Does work that reports how much is done; shown on a terminal, and nowhere else.</summary>
    /// <param name="error">Standard error: the result alone goes to standard output.</param>
    /// <param name="work">The work; it is given who hears what is being done and how much is done, from 0 to 1.</param>
    public static TResult Watch<TResult>(TextWriter error, Func<Action<string, double>, TResult> work)
    {
        if (!IsTerminal(error))
            return work(static (_, _) => { });

        return On(error).Progress().AutoClear(true).Start(context =>
        {
            ProgressTask task = context.AddTask("reading", maxValue: 1);
            return work((what, done) =>
            {
                task.Description = Markup.Escape(what);
                task.Value = done;
            });
        });
    }

    /// <summary>Whether somebody watches what is written to a writer.</summary>
    public static bool IsTerminal(TextWriter writer) =>
        (ReferenceEquals(writer, Console.Out) && !Console.IsOutputRedirected)
        || (ReferenceEquals(writer, Console.Error) && !Console.IsErrorRedirected);
}
