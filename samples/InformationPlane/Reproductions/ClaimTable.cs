using System.Globalization;
using Spectre.Console;

namespace MutualInfo.InformationPlanes.Reproductions;

/// <summary>Writes claims as a table, to the console and as comma-separated values.</summary>
public static class ClaimTable
{
    public const string CsvHeader = "kind,claim,paper,measured,holds,seeds,mean,sd,values";

    public static void Write(IAnsiConsole console, IReadOnlyList<Claim> claims)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(claims);
        Table table = new Table().Border(TableBorder.Simple)
            .AddColumn("claim").AddColumn("paper").AddColumn("measured here (mean ± sd over seeds)").AddColumn("holds?");
        foreach (Claim claim in claims)
            table.AddRow([.. new[] { claim.Text, claim.Paper, claim.Measured, Holds(claim) }.Select(cell => new Text(cell))]);
        console.Write(table);
    }

    public static void WriteCsv(TextWriter writer, IReadOnlyList<Claim> claims)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(claims);
        writer.Write(CsvHeader + "\n");
        foreach (Claim claim in claims)
        {
            string[] fields =
            [
                claim.Kind.ToString().ToLowerInvariant(),
                Quoted(claim.Text),
                Quoted(claim.Paper),
                Quoted(claim.Measured),
                Holds(claim),
                claim.Values is { } values ? values.Values.Count.ToString(CultureInfo.InvariantCulture) : "",
                claim.Values is { } mean ? Number(mean.Mean) : "",
                claim.Values is { Deviation: not double.NaN } deviation ? Number(deviation.Deviation) : "",
                claim.Values is { } all ? string.Join(' ', all.Values.Select(Number)) : "",
            ];
            writer.Write(string.Join(',', fields) + "\n");
        }
    }

    private static string Holds(Claim claim) => claim.Holds ? "yes" : "no";

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
