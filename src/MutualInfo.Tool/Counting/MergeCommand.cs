using System.CommandLine;
using MutualInfo.Discrete;
using MutualInfo.Tool.Estimation;

namespace MutualInfo.Tool.Counting;

/// <summary><c>mutualinfo merge</c>: adds up files of counts, and estimates from them.</summary>
internal static class MergeCommand
{
    public static Command Create()
    {
        Argument<string[]> files = new("FILE")
        {
            Description = "Files that mutualinfo count or merge has written; one is enough for an estimate.",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<string> path = new("--out") { Description = "A file of counts to write. [default: none]", HelpName = "FILE" };
        Option<IEntropyEstimator> entropy = CommonOptions.Entropy();
        Option<string> format = CommonOptions.Word(
            "--format", "How the estimate is written to standard output.", "table", "json", "csv");

        Command command = new("merge", "Add up files of counts, and estimate I(X;Y) from all of them.") { files, path, entropy, format };
        CommandRun.SetAction(command, (parse, cancellation) =>
        {
            JointCounts counts = new();
            foreach (string file in parse.GetValue(files)!)
            {
                cancellation.ThrowIfCancellationRequested();
                Merge(counts, file);
            }

            EstimateReport report = EstimateReport.Of(
                counts.Estimate(parse.GetValue(entropy)), counts.DimensionX, counts.DimensionY);
            if (parse.GetValue(path) is { } merged)
                CountsFile.Write(merged, counts);
            string shape = parse.GetValue(format)!;
            foreach (string warning in shape == "table" ? report.OtherWarnings : report.Warnings)
                parse.InvocationConfiguration.Error.WriteLine($"warning: {warning}");
            EstimateCommand.Write([report], shape, parse.InvocationConfiguration.Output);
            return ExitCode.Success;
        });
        return command;
    }

    private static void Merge(JointCounts counts, string file)
    {
        using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.Read);
        JointCounts shard = JointCounts.Read(stream, file);
        try
        {
            counts.Merge(shard);
        }
        catch (ArgumentException refusal)
        {
            throw new InvalidDataException($"{file}: {Message.Of(refusal)}", refusal);
        }
    }
}
