using System.Text.Json.Serialization;
using MutualInfo.Accuracy.Measuring;

namespace MutualInfo.Accuracy.Results;

/// <summary>What one estimator gave on one task at one n, in nats, one number for each seed; and what any of these estimates said against itself.</summary>
internal sealed record TaskCell(int Task, int N, double[] Nats, string[] Reasons)
{
    [JsonIgnore]
    public double Mean => Nats.Average();

    /// <summary>The standard deviation over seeds; null where there is one.</summary>
    [JsonIgnore]
    public double? Deviation => Nats.Length == 1 ? null : Math.Sqrt(Nats.Sum(value => (value - Mean) * (value - Mean)) / (Nats.Length - 1));
}

/// <summary>What one estimator gave on all tasks.</summary>
internal sealed record TaskRunOf(string Estimator, Provenance Measured, TaskCell[] Cells)
{
    public TaskCell Of(int task, int n) => Cells.Single(cell => cell.Task == task && cell.N == n);
}

/// <summary><c>tasks.json</c>: one line for each estimator and cell.</summary>
internal static class TaskResults
{
    private const string FileName = "tasks.json";

    /// <summary>What is kept of the estimators that are measured, in the order of <see cref="MeasuredEstimators.All"/>.</summary>
    public static TaskRunOf[] Read(string root) => [.. Kept(root).Where(run => MeasuredEstimators.IndexOf(run.Estimator) >= 0)];

    /// <summary>Puts a run in place of what is kept of its estimator. What this program does not measure any more, or not yet, stays.</summary>
    public static void Replace(string root, TaskRunOf run) =>
        ResultFile.Write(root, FileName, InOrder(Kept(root).Where(kept => kept.Estimator != run.Estimator).Append(run)).SelectMany(Lines));

    private static TaskRunOf[] Kept(string root) =>
    [
        .. InOrder(ResultFile.Read<TaskLine>(root, FileName).GroupBy(line => line.Estimator).Select(lines => new TaskRunOf(
            lines.Key, lines.First().Measured!, [.. lines.Select(line => line.Cell).OfType<TaskCell>()]))),
    ];

    private static IEnumerable<TaskRunOf> InOrder(IEnumerable<TaskRunOf> runs) => runs.OrderBy(run => MeasuredEstimators.IndexOf(run.Estimator));

    private static IEnumerable<TaskLine> Lines(TaskRunOf run) =>
        run.Cells.Select(cell => new TaskLine(run.Estimator, null, cell)).Prepend(new TaskLine(run.Estimator, run.Measured, null));

    private sealed record TaskLine(string Estimator, Provenance? Measured, TaskCell? Cell);
}
