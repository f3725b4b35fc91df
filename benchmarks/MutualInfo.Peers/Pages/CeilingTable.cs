namespace MutualInfo.Peers.Pages;

/// <summary>What the hardware can do, and how near to it each kernel comes at its largest size.</summary>
internal static class CeilingTable
{
    public static IEnumerable<string> Lines(ScalingResult result) =>
    [
        $"{result.Machine.Name}, {result.Threads} threads, measured at {result.Commit} on {result.Date}:",
        "",
        "| ceiling | 1 thread | all threads |",
        "|---|---:|---:|",
        $"| float64 multiply-adds, best width | {Quantity.Rate(result.Ceilings.FlopsOneThread, "GFLOP/s")} | {Quantity.Rate(result.Ceilings.FlopsAllThreads, "GFLOP/s")} |",
        $"| float64 multiply-adds, 256-bit vectors | {Quantity.Rate(result.Ceilings.Flops256, "GFLOP/s")} | |",
        $"| memory, triad | {Quantity.Rate(result.Ceilings.BytesOneThread, "GB/s")} | {Quantity.Rate(result.Ceilings.BytesAllThreads, "GB/s")} |",
        "",
        "| work | size | time | ceiling | share of the ceiling |",
        "|---|---|---:|---:|---:|",
        .. result.Series.Where(series => series.Points.Length > 0).Select(series =>
        {
            Measuring.ScalingPoint last = series.Points[^1];
            string other = series.Name == "eigenvalues" ? "" : series.Axis == "n" ? $", d = {result.FixedDimension}" : $", n = {result.FixedCount}";
            return $"| {series.Name} | {series.Axis} = {last.At}{other} | {Quantity.Seconds(last.Seconds)} | {Quantity.Seconds(last.Ceiling)} | {100 * last.Ceiling / last.Seconds:F0} % |";
        }),
    ];
}
