using System.CommandLine;
using MutualInfo.Files;
using MutualInfo.Tool.Conditional;
using MutualInfo.Tool.Significance;
using MutualInfo.Tool.Specifications;
using MutualInfo.Tool.Variables;

namespace MutualInfo.Tool.Estimation;

/// <summary><c>mutualinfo estimate</c>: I(X;Y) of two files, or I(X;Y|Z) of three.</summary>
internal static class EstimateCommand
{
    public static Command Create()
    {
        Option<VariableSource> x = CommonOptions.Source("--x", $"The variable X: {FileFormats.Endings}; or the word distinct, for inputs that all differ.", isRequired: true);
        Option<VariableSource> y = CommonOptions.Source("--y", "The variable Y, in one of the same forms.", isRequired: true);
        Option<VariableRole> xAs = CommonOptions.Role("--x-as", "X");
        Option<VariableRole> yAs = CommonOptions.Role("--y-as", "Y");
        Option<VariableSource> given = CommonOptions.Source("--given", "A variable Z that is known, in one of the same forms: I(X;Y|Z) is estimated, and I(X;Y) beside it.", isRequired: false);
        Option<VariableRole> givenAs = CommonOptions.Role("--given-as", "Z");
        Option<EstimatorSpec[]> estimators = CommonOptions.Estimators();
        Option<string> format = CommonOptions.Word("--format", "How the result is written to standard output.", "table", "json", "csv");
        Option<int> threads = CommonOptions.Threads();
        Option<string> backend = CommonOptions.Backend();
        SignificanceOptions significance = new();

        Command command = new("estimate", "Estimate the mutual information of two variables, sample i of X observed with sample i of Y.")
        {
            x, y, xAs, yAs, given, givenAs, estimators, format, threads, backend,
        };
        significance.AddTo(command);
        CommandRun.SetAction(command, (parse, cancellation) =>
        {
            VariableSource xSource = parse.GetValue(x)!;
            VariableSource ySource = parse.GetValue(y)!;
            if (xSource.IsDistinct && ySource.IsDistinct)
                throw new UsageException("--x and --y are both 'distinct'; one of them must be a file, which says how many samples there are.");
            using ChosenBackend chosen = ChosenBackend.Open(parse.GetValue(backend));
            EstimationOptions options = CommonOptions.ToEstimationOptions(parse.GetValue(threads), chosen.Backend, cancellation);
            SignificanceRequest request = significance.Of(parse);
            TextWriter error = parse.InvocationConfiguration.Error;
            (Variable X, Variable Y) Read() => ReadBoth(xSource, parse.GetValue(xAs), ySource, parse.GetValue(yAs));
            if (parse.GetValue(given) is { } known)
            {
                ConditionalEstimation.RequireMeaning(parse.GetValue(estimators)!, known, request);
                IReadOnlyList<ConditionalReport> conditional = Terminal.Watch(error, report =>
                {
                    (Variable left, Variable right) = Read();
                    Variable third = VariableReader.ToVariable(DataFile.Read(known.Text), parse.GetValue(givenAs));
                    string files = $"x is {xSource.Text}, y is {ySource.Text}, z is {known.Text}";
                    return ConditionalEstimation.EstimateAll(parse.GetValue(estimators)!, left, right, third, files, options, report);
                });
                ConditionalEstimation.Write(conditional, parse.GetValue(format)!, error, parse.InvocationConfiguration.Output);
                return ExitCode.Success;
            }

            if (parse.GetResult(givenAs) is not null)
                throw new UsageException("--given-as says what Z is; give --given as well.");
            IReadOnlyList<EstimateReport> reports = Terminal.Watch(error, report =>
            {
                (Variable left, Variable right) = Read();
                return EstimateAll(parse.GetValue(estimators)!, (xSource, left), (ySource, right), request, options, report);
            });

            string shape = parse.GetValue(format)!;
            foreach (EstimateReport report in reports)
            {
                foreach (string warning in shape == "table" ? report.OtherWarnings : report.Warnings)
                    error.WriteLine($"warning: {report.Estimator}: {warning}");
            }

            // Only now, with every estimate made: a refusal leaves no part of a result behind.
            Write(reports, shape, parse.InvocationConfiguration.Output);
            return ExitCode.Success;
        });
        return command;
    }

    private static (Variable X, Variable Y) ReadBoth(VariableSource x, VariableRole xAs, VariableSource y, VariableRole yAs)
    {
        Variable? left = x.IsDistinct ? null : VariableReader.ToVariable(DataFile.Read(x.Text), xAs);
        Variable? right = y.IsDistinct ? null : VariableReader.ToVariable(DataFile.Read(y.Text), yAs);
        return (left ?? SymbolVariable.Distinct(right!.Count), right ?? SymbolVariable.Distinct(left!.Count));
    }

    private static EstimateReport[] EstimateAll(
        EstimatorSpec[] specs,
        (VariableSource Source, Variable Variable) x,
        (VariableSource Source, Variable Variable) y,
        SignificanceRequest request,
        EstimationOptions options,
        Action<string, double> report)
    {
        EstimateReport[] reports = new EstimateReport[specs.Length];
        for (int i = 0; i < specs.Length; i++)
        {
            EstimatorSpec spec = specs[i];
            int before = i;
            try
            {
                MutualInformationEstimate estimate = SpecEstimation.Estimate(spec, x.Variable, y.Variable, Watched(0));
                reports[i] = EstimateReport.Of(spec, estimate, x.Variable, y.Variable)
                    .With(request.Measure(spec, x.Variable, y.Variable, Watched));
            }
            catch (ArgumentException refusal)
            {
                // The library speaks of x and y; the user knows files.
                throw new InvalidDataException(
                    $"{Message.Of(refusal)} (x is {x.Source.Text}, y is {y.Source.Text}; estimator {spec.Canonical})", refusal);
            }

            EstimationOptions Watched(int step) => options with
            {
                Progress = new Listener(done => report(spec.Canonical, (before + (step + done) / request.Steps) / specs.Length)),
            };
        }

        return reports;
    }

    /// <summary>Writes reports in one of the formats.</summary>
    public static void Write(IReadOnlyList<EstimateReport> reports, string format, TextWriter output)
    {
        switch (format)
        {
            case "json":
                ReportJson.Write(reports, output);
                break;
            case "csv":
                ReportCsv.Write(reports, output);
                break;
            default:
                ReportTable.Write(reports, output);
                break;
        }
    }

    /// <summary>Hears progress where it is reported; <see cref="Progress{T}"/> would hear it later, on another thread.</summary>
    private sealed class Listener(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
