using MutualInfo.Multivariate;
using MutualInfo.Tool.Estimation;
using MutualInfo.Tool.Significance;
using MutualInfo.Tool.Specifications;
using MutualInfo.Tool.Variables;

namespace MutualInfo.Tool.Conditional;

/// <summary>What <c>estimate --given</c> does: I(X;Y|Z) of three files.</summary>
internal static class ConditionalEstimation
{
    /// <summary>Refuses what has no meaning beside a variable that is known, before a file is read.</summary>
    /// <exception cref="UsageException">An estimator measures pairs alone, or an option is for pairs alone.</exception>
    public static void RequireMeaning(EstimatorSpec[] specs, VariableSource given, SignificanceRequest significance)
    {
        if (given.IsDistinct)
            throw new UsageException("--given is 'distinct'; who knows which sample it is knows x and y, and nothing is left to tell. Give a file.");
        if (significance.Steps > 1)
            throw new UsageException("--permutations and --interval are of I(X;Y); with --given there is neither, because an order of y would also part it from z. Leave them out.");
        foreach (EstimatorSpec spec in specs)
        {
            if (spec.Estimator is not IMultivariateEstimator)
            {
                string[] names = [.. EstimatorFamily.All.Where(family => family.MeasuresSeveral).Select(family => family.Name)];
                throw new UsageException($"{spec.Canonical} measures pairs, and has no joint of y and z; with --given take one of {string.Join(", ", names)}.");
            }

            if (spec.SigmaX is not null)
                throw new UsageException($"{spec.Canonical}: sigma-x and sigma-y leave z without a bandwidth; with --given take sigma, or bandwidth and its factor.");
        }
    }

    /// <summary>Estimates under every SPEC.</summary>
    /// <param name="specs">The estimators.</param>
    /// <param name="x">The variable X.</param>
    /// <param name="y">The variable Y.</param>
    /// <param name="z">The variable that is known.</param>
    /// <param name="files">What the user calls the three.</param>
    /// <param name="options">How to compute.</param>
    /// <param name="report">Hears which estimator is at work, and how much is done.</param>
    public static ConditionalReport[] EstimateAll(
        EstimatorSpec[] specs, Variable x, Variable y, Variable z, string files, EstimationOptions options, Action<string, double> report)
    {
        ConditionalReport[] reports = new ConditionalReport[specs.Length];
        for (int i = 0; i < specs.Length; i++)
        {
            report(specs[i].Canonical, (double)i / specs.Length);
            try
            {
                reports[i] = Estimate(specs[i], x, y, z, options);
            }
            catch (ArgumentException refusal)
            {
                // The library speaks of x, y and z; the user knows files.
                throw new InvalidDataException($"{Message.Of(refusal)} ({files}; estimator {specs[i].Canonical})", refusal);
            }
        }

        return reports;
    }

    /// <summary>Writes reports in one of the formats. What a table says itself, the others have on standard error as well.</summary>
    public static void Write(IReadOnlyList<ConditionalReport> reports, string format, TextWriter error, TextWriter output)
    {
        foreach (ConditionalReport report in format == "table" ? [] : reports)
        {
            foreach (string warning in report.Warnings)
                error.WriteLine($"warning: {report.Estimator}: {warning}");
        }

        switch (format)
        {
            case "json":
                ReportJson.Write(reports, output);
                break;
            case "csv":
                ConditionalCsv.Write(reports, output);
                break;
            default:
                ConditionalTable.Write(reports, output);
                break;
        }
    }

    private static ConditionalReport Estimate(EstimatorSpec spec, Variable x, Variable y, Variable z, EstimationOptions options)
    {
        JointVariables joint = ((IMultivariateEstimator)spec.Estimator).Observe(options);
        foreach ((string name, Variable variable) in new[] { ("x", x), ("y", y), ("z", z) })
            SpecEstimation.Prepared(spec, variable, sigma: null).AddTo(joint, name);
        MultivariateEstimate given = joint.ConditionalMutualInformation("x", "y", "z");
        MultivariateEstimate unconditional = joint.MutualInformation("x", "y");
        return ConditionalReport.Of(spec, joint, given, unconditional, (x, y, z));
    }
}
