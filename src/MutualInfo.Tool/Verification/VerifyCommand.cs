using System.CommandLine;
using Spectre.Console;

namespace MutualInfo.Tool.Verification;

/// <summary>The command <c>mutualinfo verify</c>: every estimator against known answers, on this machine.</summary>
internal static class VerifyCommand
{
    private const string Description = """
        Checks every estimator against known answers on this machine. Exit code 1 on any miss.

        Channels and definitions must be met to 1e-9. Estimates from samples are judged by the bias band of their estimator: see
        docs/verification.md. A terminal gets a table, a file or pipe tab-separated lines.

        Example:
          mutualinfo verify --quick
        """;

    public static Command Create()
    {
        Option<bool> quick = new("--quick")
        {
            Description = "Leave out kernels and spectra on tasks of more than 1 + 1 dimensions: seconds instead of minutes.",
        };
        Option<ulong> seed = new("--seed")
        {
            Description = "The seed of the samplers. The bands allow for any.",
            DefaultValueFactory = _ => VerificationContext.DefaultSeed,
        };
        Command command = new("verify", Description) { quick, seed };
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                VerificationContext context = new()
                {
                    Quick = parsed.GetValue(quick),
                    Seed = parsed.GetValue(seed),
                    Options = new EstimationOptions { CancellationToken = cancellation },
                };
                return Run(context, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            },
            cancellation));
        return command;
    }

    /// <summary>Runs all checks and reports them.</summary>
    /// <returns>0 where all passed, else 1.</returns>
    public static int Run(VerificationContext context, TextWriter output, TextWriter error) =>
        Run(VerificationSuite.Checks(context), context, output, error);

    /// <summary>Runs some checks and reports them.</summary>
    /// <returns>0 where all passed, else 1.</returns>
    public static int Run(IEnumerable<Check> checks, VerificationContext context, TextWriter output, TextWriter error)
    {
        bool isTerminal = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
        List<CheckResult> results = [];
        foreach (Check check in checks)
        {
            context.Options.CancellationToken.ThrowIfCancellationRequested();
            results.Add(check.Run());
        }

        if (isTerminal)
            VerificationReport.WriteTable(AnsiConsole.Console, results);
        else
            VerificationReport.WriteLines(output, results);
        output.WriteLine(VerificationReport.Summary(results, context));
        foreach (CheckResult miss in results.Where(result => !result.Passed))
            error.WriteLine($"missed: {miss.Check.Subject}, {miss.Check.Estimator}: {VerificationReport.Number(miss.Estimate)} is not in {miss.Check.Band} ({miss.Check.Band.Reason})");
        return results.All(result => result.Passed) ? 0 : 1;
    }
}
