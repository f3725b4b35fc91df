using System.CommandLine;

namespace MutualInfo.Tool.Verification;

/// <summary><c>mutualinfo verify</c>: every estimator against known answers, on this machine.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        Option<bool> quick = new("--quick")
        {
            Description = "Leave out spectra, and kernels on tasks of more than 1 + 1 dimensions: seconds instead of minutes.",
        };
        Option<ulong> seed = new("--seed")
        {
            Description = "The seed of the samplers. The bands allow for any.",
            DefaultValueFactory = static _ => VerificationContext.DefaultSeed,
        };
        Command command = new(
            "verify",
            "Check every estimator against known answers, on this machine: a table on a terminal, else tab-separated lines. Exit code 1 on any miss.")
        {
            quick, seed,
        };
        CommandRun.SetAction(command, (parse, cancellation) =>
        {
            VerificationContext context = new()
            {
                Quick = parse.GetValue(quick),
                Seed = parse.GetValue(seed),
                Options = new EstimationOptions { CancellationToken = cancellation },
            };
            return Run(VerificationSuite.Checks(context), context, parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
        });
        return command;
    }

    /// <summary>Runs checks and reports them.</summary>
    /// <returns>0 where all passed, else 1.</returns>
    public static int Run(IEnumerable<Check> checks, VerificationContext context, TextWriter output, TextWriter error)
    {
        IReadOnlyList<CheckResult> results = Terminal.Watch(error, report => RunAll(checks, context, report));
        VerificationReport.Write(results, context, output);
        foreach (CheckResult miss in results.Where(result => !result.Passed))
            error.WriteLine(VerificationReport.Miss(miss));
        return results.All(result => result.Passed) ? 0 : 1;
    }

    private static List<CheckResult> RunAll(IEnumerable<Check> checks, VerificationContext context, Action<string, double> report)
    {
        Check[] all = [.. checks];
        List<CheckResult> results = [];
        foreach (Check check in all)
        {
            context.Options.CancellationToken.ThrowIfCancellationRequested();
            report(check.Subject, (double)results.Count / all.Length);
            results.Add(check.Run());
        }

        return results;
    }
}
