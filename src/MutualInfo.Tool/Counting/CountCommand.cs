using System.CommandLine;
using MutualInfo.Discrete;
using MutualInfo.Files;
using MutualInfo.Kernels;
using MutualInfo.Tool.Specifications;
using MutualInfo.Tool.Variables;

namespace MutualInfo.Tool.Counting;

/// <summary>
/// <c>mutualinfo count</c>: how often pairs of symbols occur in files, kept to be merged with what other machines count.
/// </summary>
internal static class CountCommand
{
    public static Command Create()
    {
        Option<VariableSource[]> x = CommonOptions.Sources("--x", $"A part of the variable X: {FileFormats.Endings}. Repeat --x and --y for several parts.");
        Option<VariableSource[]> y = CommonOptions.Sources("--y", "The part of the variable Y that belongs to it, in one of the same forms.");
        Option<VariableRole> xAs = CommonOptions.Role("--x-as", "X");
        Option<VariableRole> yAs = CommonOptions.Role("--y-as", "Y");
        Option<EstimatorSpec> bins = CommonOptions.Bins();
        Option<VariableSource> fit = CommonOptions.Source("--fit", "A file of samples by which bins are laid that are not known by themselves. All machines must be given the same.", isRequired: false);
        fit.HelpName = "FILE";
        Option<string> path = new("--out") { Description = "The file of counts to write.", HelpName = "FILE", Required = true };
        Option<int> threads = CommonOptions.Threads();

        Command command = new("count", "Count how often pairs of symbols occur in files, for data larger than memory or spread over machines.")
        {
            x, y, xAs, yAs, bins, fit, path, threads,
        };
        CommandRun.SetAction(command, (parse, cancellation) =>
        {
            VariableSource[] ofX = parse.GetValue(x)!;
            VariableSource[] ofY = parse.GetValue(y)!;
            RefuseContradictions(ofX, ofY);
            EstimationOptions options = CommonOptions.ToEstimationOptions(parse.GetValue(threads), CpuBackend.Shared, cancellation);
            IDiscretizer discretizer = KnownBins.Of(parse.GetValue(bins)!, parse.GetValue(fit), options);
            JointCounts counts = Terminal.Watch(parse.InvocationConfiguration.Error, report =>
            {
                JointCounts all = new();
                for (int part = 0; part < ofX.Length; part++)
                {
                    report(ofX[part].Text, (double)part / ofX.Length);
                    Add(all, (ofX[part], parse.GetValue(xAs)), (ofY[part], parse.GetValue(yAs)), discretizer, options);
                }

                return all;
            });
            CountsFile.Write(parse.GetValue(path)!, counts);
            parse.InvocationConfiguration.Output.WriteLine(counts);
            return ExitCode.Success;
        });
        return command;
    }

    private static void Add(
        JointCounts counts,
        (VariableSource Source, VariableRole Role) x,
        (VariableSource Source, VariableRole Role) y,
        IDiscretizer discretizer,
        EstimationOptions options)
    {
        try
        {
            counts.Add(
                KeyedReader.Read(DataFile.Read(x.Source.Text), x.Role, discretizer, options),
                KeyedReader.Read(DataFile.Read(y.Source.Text), y.Role, discretizer, options));
        }
        catch (ArgumentException refusal)
        {
            // The library speaks of x and y; the user knows files.
            throw new InvalidDataException($"{Message.Of(refusal)} (x is {x.Source.Text}, y is {y.Source.Text})", refusal);
        }
    }

    private static void RefuseContradictions(VariableSource[] x, VariableSource[] y)
    {
        if (x.Length != y.Length)
            throw new UsageException($"--x is given {x.Length} times and --y {y.Length} times; each part of X belongs to one part of Y.");
        if (x.Concat(y).Any(source => source.IsDistinct))
            throw new UsageException("'distinct' has no symbols that could be met again. With inputs that all differ I(X;T) = H(T): the entropy of T in any counts of it.");
    }
}
