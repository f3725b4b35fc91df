using System.Globalization;
using MutualInfo.Tool.Significance;
using Spectre.Console;

namespace MutualInfo.Tool.Estimation;

/// <summary>Estimates as a table for a person; programs read the JSON.</summary>
internal static class ReportTable
{
    public static void Write(IReadOnlyList<EstimateReport> reports, TextWriter output)
    {
        Table table = new Table().RoundedBorder();
        table.AddColumn("estimator");
        foreach (string column in (ReadOnlySpan<string>)["I(X;Y) bits", "H(X)", "H(Y)", "H(X,Y)", "saturation x", "y"])
            table.AddColumn(new TableColumn(column).RightAligned());
        table.AddColumn("verdict");
        table.AddColumn(new TableColumn("seconds").RightAligned());

        foreach (EstimateReport report in reports)
        {
            table.AddRow(
                Markup.Escape(report.Estimator),
                Amount(report.Bits),
                Amount(report.EntropyXBits),
                Amount(report.EntropyYBits),
                Amount(report.JointEntropyBits),
                Share(report.SaturationX),
                Share(report.SaturationY),
                report.Verdict.Gravity switch { "saysNothing" => "says nothing", "caution" => "caution", _ => "" },
                report.Seconds.ToString("0.000", CultureInfo.InvariantCulture));
        }

        EstimateReport first = reports[0];
        Terminal.On(output).Write(table);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"n = {first.N}, x has {first.DimensionX} column(s), y has {first.DimensionY}; {Backends(reports)}"));
        foreach (EstimateReport report in reports)
            WriteVerdict(report, output);
        SignificanceTable.Write(reports, output);
    }

    /// <summary>The verdict in one sentence; below it what to do, and what else was found.</summary>
    private static void WriteVerdict(EstimateReport report, TextWriter output)
    {
        output.WriteLine($"{report.Estimator}: {report.Verdict.Sentence}.");
        for (int i = 0; i < report.Verdict.Findings.Count; i++)
        {
            FindingReport finding = report.Verdict.Findings[i];
            output.WriteLine(i == 0 ? $"  {finding.Advice}" : $"  Also, {finding.Meaning}. {finding.Advice}");
        }
    }

    // The first estimator's, and others where they are another device: which vectors the CPU used is a matter of the JSON.
    private static string Backends(IReadOnlyList<EstimateReport> reports) => string.Join(
        ", ", reports.Select(report => report.Backend).DistinctBy(name => name.StartsWith("CPU", StringComparison.Ordinal) ? "CPU" : name));

    private static string Amount(double? bits) => bits?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "–";

    private static string Share(double? share) => share?.ToString("0.00", CultureInfo.InvariantCulture) ?? "–";
}
