using System.Globalization;
using MutualInfo.Tool.Estimation;
using Spectre.Console;

namespace MutualInfo.Tool.Conditional;

/// <summary>Estimates of I(X;Y|Z) as a table for a person; programs read the JSON.</summary>
internal static class ConditionalTable
{
    public static void Write(IReadOnlyList<ConditionalReport> reports, TextWriter output)
    {
        Table table = new Table().RoundedBorder();
        table.AddColumn("estimator");
        foreach (string column in (ReadOnlySpan<string>)["I(X;Y|Z) bits", "I(X;Y)", "H(X,Z)", "H(Y,Z)", "H(Z)", "H(X,Y,Z)", "saturation"])
            table.AddColumn(new TableColumn(column).RightAligned());
        table.AddColumn("verdict");
        table.AddColumn(new TableColumn("seconds").RightAligned());
        foreach (ConditionalReport report in reports)
        {
            table.AddRow(
                Markup.Escape(report.Estimator),
                Amount(report.Bits),
                Amount(report.UnconditionalBits),
                Amount(report.EntropyXZBits),
                Amount(report.EntropyYZBits),
                Amount(report.EntropyZBits),
                Amount(report.JointEntropyBits),
                report.Saturation.ToString("0.00", CultureInfo.InvariantCulture),
                ReportTable.Word(report.Verdict),
                report.Seconds.ToString("0.000", CultureInfo.InvariantCulture));
        }

        ConditionalReport first = reports[0];
        Terminal.On(output).Write(table);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"n = {first.N}, x has {first.DimensionX} column(s), y has {first.DimensionY}, z has {first.DimensionZ}; {first.Backend}"));
        foreach (ConditionalReport report in reports)
            ReportTable.WriteVerdict(report.Estimator, report.Verdict, output);
    }

    private static string Amount(double bits) => bits.ToString("0.0000", CultureInfo.InvariantCulture);
}
