using System.Globalization;
using Spectre.Console;

namespace MutualInfo.Tool.Verification;

/// <summary>Writes results: a table to a terminal, one line for each check to a file or pipe.</summary>
internal static class VerificationReport
{
    public static void WriteTable(IAnsiConsole console, IReadOnlyList<CheckResult> results)
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

        console.Write(table);
    }

    /// <summary>Tab-separated, so that a line can be cut into its fields; the first line names them.</summary>
    public static void WriteLines(TextWriter output, IReadOnlyList<CheckResult> results)
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

    public static string Summary(IReadOnlyList<CheckResult> results, VerificationContext context)
    {
        int failed = results.Count(result => !result.Passed);
        string verdict = failed == 0 ? "all passed" : $"{failed} FAILED";
        return string.Create(CultureInfo.InvariantCulture, $"{results.Count} checks, {verdict}; seed {context.Seed}; nats");
    }

    public static string Number(double value) => value.ToString("0.000000", CultureInfo.InvariantCulture);
}
