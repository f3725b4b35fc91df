using System.Globalization;

namespace MutualInfo.Peers.Pages;

/// <summary><c>peers.md</c>: everything that one machine has measured, for a reader.</summary>
internal static class PeersPage
{
    public static string Text(PeersResult result) => string.Join('\n', Lines(result)) + "\n";

    private static IEnumerable<string> Lines(PeersResult result) =>
    [
        $"# {result.Machine.Name}, {result.Machine.Cores} cores",
        "",
        "Written by `benchmarks/peers/compare` from `peers.json`, which has every sample. How it is measured: [performance](../../../docs/performance.md).",
        "",
        .. MachineText.Lines(result),
        "",
        "## Goals",
        "",
        .. GoalTable.Lines(result),
        "",
        "## Every contender",
        "",
        "Spread is from the least to the greatest sample, as a share of the median; samples are those kept of those taken.",
        "",
        "| work | size | contender | setting | median | minimum | spread | CPU | samples |",
        "|---|---|---|---|---:|---:|---:|---:|---:|",
        .. result.Rows.SelectMany(row => row.Contenders.Select(one => Contender(row, one))),
        "",
        "## Answers",
        "",
        "Every peer's answer is compared with ours in the same run.",
        "",
        "| work | size | largest difference | tolerance | why so much |",
        "|---|---|---|---:|---|",
        .. result.Rows.Where(row => row.Gate.Differences.Count > 0).Select(Answers),
        "",
        "## Notes",
        "",
        .. result.Rows.Where(row => row.Note.Length > 0).Select(row => $"- **{row.Name}**, {row.Size}: {row.Note}"),
        "",
        "Measured at: " + string.Join(", ", result.Rows.Select(row => $"{row.Commit} on {row.Date}").Distinct()) + ".",
    ];

    private static string Contender(PeersRow row, PeersTime one)
    {
        if (one is not { Median: { } median, Minimum: { } minimum, Maximum: { } maximum, Cpu: { } cpu })
            return $"| {row.Name} | {row.Size} | {one.Name} | {one.Unavailable} | – | – | – | – | – |";
        string setting = string.Join(", ", new[] { one.Variant, $"{one.Threads} thread{(one.Threads == 1 ? "" : "s")}" }.Where(part => !string.IsNullOrEmpty(part)));
        string spread = ((maximum - minimum) / median).ToString("0 %", CultureInfo.InvariantCulture);
        string samples = $"{one.Samples.Count(sample => sample.Kept)} of {one.Samples.Length}{(one.Disturbed ? ", disturbed" : "")}";
        return $"| {row.Name} | {row.Size} | {one.Name} | {setting} | {Quantity.Seconds(median)} | {Quantity.Seconds(minimum)} | {spread} | {Quantity.Seconds(cpu)} | {samples} |";
    }

    private static string Answers(PeersRow row)
    {
        (string name, double difference) = row.Gate.Differences.MaxBy(pair => pair.Value);
        string verdict = row.Gate.Holds ? "" : " **beyond**";
        return $"| {row.Name} | {row.Size} | {Quantity.Figure(difference, "")} ({name}){verdict} | {Quantity.Figure(row.Gate.Tolerance, "")} | {row.Gate.Reason} |";
    }
}
