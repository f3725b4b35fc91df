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
                Word(report.Verdict),
                report.Seconds.ToString("0.000", CultureInfo.InvariantCulture));
        }

        EstimateReport first = reports[0];
        Terminal.On(output).Write(table);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"n = {first.N}, x has {first.DimensionX} column(s), y has {first.DimensionY}; {Backends(reports)}"));
        foreach (EstimateReport report in reports)
            WriteVerdict(report.Estimator, report.Verdict, output);
        SignificanceTable.Write(reports, output);
    }

    /// <summary>The verdict in a word or two, for a column.</summary>
    public static string Word(VerdictReport verdict) => verdict.Gravity switch { "saysNothing" => "says nothing", "caution" => "caution", _ => "" };

    /// <summary>The verdict in one sentence; below it what to do, and what else was found.</summary>
    public static void WriteVerdict(string estimator, VerdictReport verdict, TextWriter output)
    {
        output.WriteLine($"{estimator}: {verdict.Sentence}.");
        for (int i = 0; i < verdict.Findings.Count; i++)
        {
            FindingReport finding = verdict.Findings[i];
            output.WriteLine(i == 0 ? $"  {finding.Advice}" : $"  Also, {finding.Meaning}. {finding.Advice}");
        }
    }

    // The first estimator's, and others where they are another device: which vectors the CPU used is a matter of the JSON.
    private static string Backends(IReadOnlyList<EstimateReport> reports) => string.Join(
        ", ", reports.Select(report => report.Backend).DistinctBy(name => name.StartsWith("CPU", StringComparison.Ordinal) ? "CPU" : name));

    private static string Amount(double? bits) => bits?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "–";

    private static string Share(double? share) => share?.ToString("0.00", CultureInfo.InvariantCulture) ?? "–";
}
