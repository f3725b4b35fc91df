using System.Globalization;
using Spectre.Console;

namespace MutualInfo.Tool.Verification;

/// <summary>Writes results: a table to a terminal, one line for each check to a file or pipe.</summary>
internal static class VerificationReport
{
    public static void Write(IReadOnlyList<CheckResult> results, VerificationContext context, TextWriter output)
    {
        if (Terminal.IsTerminal(output))
            WriteTable(results, output);
        else
            WriteLines(results, output);

        int failed = results.Count(result => !result.Passed);
        string verdict = failed == 0 ? "all passed" : $"{failed} FAILED";
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{results.Count} checks, {verdict}; seed {context.Seed}; information in nats"));
    }

    /// <summary>Says one miss in one line.</summary>
    public static string Miss(CheckResult miss) =>
        $"missed: {miss.Check.Subject}, {miss.Check.Estimator}: {Number(miss.Estimate)} is not in {miss.Check.Band} ({miss.Check.Band.Reason})";

    public static string Number(double value) => value.ToString("0.000000", CultureInfo.InvariantCulture);

    private static void WriteTable(IReadOnlyList<CheckResult> results, TextWriter output)
    {
        Table table = new Table().Border(TableBorder.Simple);
        table.AddColumns("check", "estimator");
        table.AddColumn(new TableColumn("truth").RightAligned());
        table.AddColumn(new TableColumn("estimate").RightAligned());
        table.AddColumn("band");
        table.AddColumn("");
        foreach (CheckResult result in results)
        {
            Check check = result.Check;
            table.AddRow(
                Markup.Escape(check.Subject),
                Markup.Escape(check.Estimator),
                Number(check.Truth),
                Number(result.Estimate),
                Markup.Escape(check.Band.ToString()),
                result.Passed ? "[green]pass[/]" : "[red]FAIL[/]");
        }

        Terminal.On(output).Write(table);
    }

    /// <summary>Tab-separated, so that a line can be cut into its fields; the first line names them.</summary>
    private static void WriteLines(IReadOnlyList<CheckResult> results, TextWriter output)
    {
        output.WriteLine("result\tgroup\tcheck\testimator\ttruth\testimate\tband\treason");
        foreach (CheckResult result in results)
        {
            Check check = result.Check;
            string[] fields =
            [
                result.Passed ? "pass" : "FAIL", check.Group, check.Subject, check.Estimator,
                Number(check.Truth), Number(result.Estimate), check.Band.ToString(), check.Band.Reason,
            ];
            output.WriteLine(string.Join('\t', fields));
        }
    }
}
