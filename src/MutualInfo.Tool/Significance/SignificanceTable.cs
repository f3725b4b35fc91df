using System.Globalization;
using MutualInfo.Tool.Estimation;
using Spectre.Console;

namespace MutualInfo.Tool.Significance;

/// <summary>Tests and intervals as a table of their own, below that of the estimates.</summary>
internal static class SignificanceTable
{
    public static void Write(IReadOnlyList<EstimateReport> reports, TextWriter output)
    {
        PermutationReport? test = reports[0].Permutation;
        IntervalReport? interval = reports[0].Interval;
        if (test is null && interval is null)
            return;

        Table table = new Table().RoundedBorder();
        table.AddColumn("estimator");
        AddColumn(table, "I(X;Y) bits");
        if (interval is not null)
        {
            AddColumn(table, string.Create(CultureInfo.InvariantCulture, $"{interval.Level * 100:0.##} % interval"));
            AddColumn(table, "standard error");
        }

        if (test is not null)
        {
            foreach (string column in (ReadOnlySpan<string>)["p", "null mean", "null deviation"])
                AddColumn(table, column);
        }

        foreach (EstimateReport report in reports)
            table.AddRow([.. Cells(report).Select(Markup.Escape)]);
        Terminal.On(output).Write(table);
        output.WriteLine(string.Join("; ", Notes(test, interval)));
    }

    private static IEnumerable<string> Cells(EstimateReport report)
    {
        yield return report.Estimator;
        yield return Amount(report.Bits);
        if (report.Interval is { } interval)
        {
            yield return $"{Amount(interval.LowerBits)} to {Amount(interval.UpperBits)}";
            yield return Amount(interval.StandardErrorBits);
        }

        if (report.Permutation is { } test)
        {
            yield return test.PValue.ToString("0.####", CultureInfo.InvariantCulture);
            yield return Amount(test.NullMeanBits);
            yield return Amount(test.NullStandardDeviationBits);
        }
    }

    private static IEnumerable<string> Notes(PermutationReport? test, IntervalReport? interval)
    {
        if (interval is not null)
            yield return string.Create(CultureInfo.InvariantCulture, $"interval by {interval.Method}, without the estimator's bias");
        if (test is not null)
            yield return string.Create(CultureInfo.InvariantCulture, $"p by {test.Permutations} permutations of y");
        yield return string.Create(CultureInfo.InvariantCulture, $"seed {(test?.Seed ?? interval!.Seed)}");
    }

    private static void AddColumn(Table table, string name) => table.AddColumn(new TableColumn(name).RightAligned());

    private static string Amount(double bits) => bits.ToString("0.0000", CultureInfo.InvariantCulture);
}
