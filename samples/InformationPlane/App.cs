using MutualInfo.InformationPlanes.Reproductions;
using Spectre.Console;

namespace MutualInfo.InformationPlanes;

/// <summary>The program: options in, progress and summary out, files written.</summary>
public static class App
{
    public const int Succeeded = 0;
    public const int Failed = 1;
    public const int Misused = 2;

    /// <summary>A claim of a reproduction that must hold does not.</summary>
    public const int ClaimFailed = 3;

    /// <summary>What a shell reports of a program that Ctrl+C has ended.</summary>
    public const int Stopped = 130;

    private static readonly TimeSpan _lineInterval = TimeSpan.FromSeconds(5);

    public static int Run(IReadOnlyList<string> arguments, IAnsiConsole console, TextWriter errors, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(errors);
        try
        {
            // Without a command it is the shallow network.
            return arguments is [{ } command, ..] && !command.StartsWith('-')
                ? Run(command, arguments.Skip(1), console, cancellation)
                : RunShallow(RunOptions.Parse(arguments), console, cancellation);
        }
        catch (FormatException exception)
        {
            errors.WriteLine($"{exception.Message} --help lists the options.");
            return Misused;
        }
        catch (OperationCanceledException)
        {
            errors.WriteLine("Stopped; no file was written.");
            return Stopped;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"The files cannot be written: {exception.Message}");
            return Failed;
        }
    }

    private static int Run(string command, IEnumerable<string> arguments, IAnsiConsole console, CancellationToken cancellation) =>
        command == "shallow"
            ? RunShallow(RunOptions.Parse(arguments), console, cancellation)
            : ReproductionApp.Run(ReproductionRegistry.Find(command), arguments, console, _lineInterval, cancellation);

    private static int RunShallow(RunOptions options, IAnsiConsole console, CancellationToken cancellation)
    {
        if (options.IsHelpWanted)
        {
            console.WriteLine(RunOptions.Help);
            console.WriteLine("\nOther commands, each with its own --help:");
            foreach (IReproduction reproduction in ReproductionRegistry.All)
                console.WriteLine($"  {reproduction.Name,-20} {reproduction.Summary}");
            return Succeeded;
        }

        // First, so that a folder that cannot be made is known before the minute and not after it.
        Directory.CreateDirectory(options.OutputFolder);
        IReadOnlyList<EstimatorFamily> families =
            [.. EstimatorFamily.ForAllSamples(options.Activation), .. EstimatorFamily.ForSubset];
        string onSubset = string.Join(", ", EstimatorFamily.ForSubset.Select(family => family.Name));
        console.WriteLine(FormattableString.Invariant(
            $"12-10-7-5-4-3-2, {(options.Activation == ActivationFunction.Relu ? "ReLU" : "tanh")}, {options.Epochs} epochs, seed {options.Seed}; trained on a random 80 % of the 4096 words, measured on all of them, {onSubset} on a fixed random {TrainingRun.SubsetSize}."));

        RunResult result = console.Profile.Capabilities is { Interactive: true, Ansi: true }
            ? BarProgress.Run(console, "first estimates", progress => TrainingRun.Execute(options, progress, cancellation))
            : TrainingRun.Execute(options, new LineProgress(console.Profile.Out.Writer, _lineInterval), cancellation);

        string csv = Path.Combine(options.OutputFolder, "plane.csv"), svg = Path.Combine(options.OutputFolder, "plane.svg");
        result.Plane.WriteCsv(csv);
        result.Plane.WriteSvg(svg);
        Summary.Write(console, result, families);
        console.WriteLine($"Written: {Path.GetFullPath(csv)} and {Path.GetFullPath(svg)}");
        return Succeeded;
    }
}
