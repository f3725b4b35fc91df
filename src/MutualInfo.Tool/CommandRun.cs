using System.CommandLine;

namespace MutualInfo.Tool;

/// <summary>Runs what a command does, and turns refusals into one line on standard error and an exit code.</summary>
internal static class CommandRun
{
    /// <summary>Gives a command its work.</summary>
    /// <param name="command">The command.</param>
    /// <param name="work">The work; returns the exit code. Cancelled by Ctrl+C.</param>
    public static void SetAction(Command command, Func<ParseResult, CancellationToken, int> work) =>
        command.SetAction((parse, cancellation) => Task.Run(() => Guarded(parse, work, cancellation), CancellationToken.None));

    private static int Guarded(ParseResult parse, Func<ParseResult, CancellationToken, int> work, CancellationToken cancellation)
    {
        TextWriter error = parse.InvocationConfiguration.Error;
        try
        {
            return work(parse, cancellation);
        }
        catch (UsageException wrong)
        {
            error.WriteLine($"error: {wrong.Message}");
            return ExitCode.Usage;
        }
        catch (OperationCanceledException)
        {
            error.WriteLine("error: cancelled; nothing was written.");
            return ExitCode.Refused;
        }
        catch (Exception refusal) when (IsRefusal(refusal))
        {
            error.WriteLine($"error: {Message.Of(refusal)}");
            return ExitCode.Refused;
        }
    }

    /// <summary>
    /// Whether an exception is what readers, estimators, the file system and devices say about the input or the machine. Anything else is
    /// a fault of this program and shows its trace.
    /// </summary>
    internal static bool IsRefusal(Exception exception) => exception is
        ArgumentException or KeyNotFoundException or InvalidDataException or IOException or UnauthorizedAccessException or NotSupportedException
        or InsufficientMemoryException
        // A device that was lost.
        or InvalidOperationException { Source: "MutualInfo.Gpu" };
}
