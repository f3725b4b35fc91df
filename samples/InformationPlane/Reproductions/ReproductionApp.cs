using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace MutualInfo.InformationPlanes.Reproductions;

/// <summary>One reproduction from its options to its files, its table of claims and the exit code.</summary>
public static class ReproductionApp
{
    public static int Run(
        IReproduction reproduction, IEnumerable<string> arguments, IAnsiConsole console, TimeSpan lineInterval, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(reproduction);
        ArgumentNullException.ThrowIfNull(console);
        ReproductionOptions options = ReproductionOptions.Parse(arguments);
        if (options.IsHelpWanted)
        {
            console.WriteLine($"{reproduction.Name}: {reproduction.Summary}\n\n{reproduction.Description}\n\n{ReproductionOptions.Help}");
            return App.Succeeded;
        }

        if (options.MnistFolder is not null && !reproduction.UsesImages)
            throw new FormatException($"{reproduction.Name} reads no images, so there is no option --mnist.");

        // First, so that a folder that cannot be made is known before the minutes and not after them.
        string folder = options.OutputFolder ?? Path.Combine("out", reproduction.Name);
        Directory.CreateDirectory(folder);
        long start = Stopwatch.GetTimestamp();
        (IReadOnlyList<Claim> claims, ReproductionContext context) = console.Profile.Capabilities is { Interactive: true, Ansi: true }
            ? BarProgress.Run(console, "starting", progress => Execute(progress))
            : Execute(new LineProgress(console.Profile.Out.Writer, lineInterval));

        context.WriteFile("claims.csv", path =>
        {
            using var writer = new StreamWriter(path);
            ClaimTable.WriteCsv(writer, claims);
        });
        ClaimTable.Write(console, claims);
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $@"{SizeName(options.Size)}, {Seeds(context)}, {Stopwatch.GetElapsedTime(start):h\:mm\:ss}, {Environment.ProcessorCount} cores. Written: {string.Join(", ", context.Files)}"));
        return Judge(claims, options.Size, console);

        (IReadOnlyList<Claim> Claims, ReproductionContext Context) Execute(IProgress<IRunStatus> progress)
        {
            var given = new ReproductionContext(
                options, options.SeedCount ?? reproduction.SeedsAt(options.Size), folder, progress, cancellation);
            return (reproduction.Run(given), given);
        }
    }

    // An exact claim that fails is a fault at any size. A qualitative one is asserted only where the seed is known.
    private static int Judge(IReadOnlyList<Claim> claims, RunSize size, IAnsiConsole console)
    {
        Claim[] failed =
        [
            .. claims.Where(claim => !claim.Holds && (claim.Kind == ClaimKind.Exact || (size == RunSize.Ci && claim.Kind == ClaimKind.Qualitative))),
        ];
        foreach (Claim claim in failed)
            console.WriteLine($"Must hold and does not: {claim.Text} Measured: {claim.Measured}.");
        return failed.Length == 0 ? App.Succeeded : App.ClaimFailed;
    }

    private static string SizeName(RunSize size) => size.ToString().ToLowerInvariant();

    private static string Seeds(ReproductionContext context) => context.Seeds.Count == 1
        ? FormattableString.Invariant($"seed {context.Seeds[0]}")
        : FormattableString.Invariant($"seeds {context.Seeds[0]} to {context.Seeds[^1]}");
}
