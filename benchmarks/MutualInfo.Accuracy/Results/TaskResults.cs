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

    /// <summary>What is kept, in the order of <see cref="MeasuredEstimators.All"/>.</summary>
    public static TaskRunOf[] Read(string root)
    {
        TaskLine[] lines = ResultFile.Read<TaskLine>(root, FileName);
        return
        [
            .. MeasuredEstimators.All.Where(estimator => lines.Any(line => line.Estimator == estimator.Name)).Select(estimator => new TaskRunOf(
                estimator.Name,
                lines.First(line => line.Estimator == estimator.Name).Measured!,
                [.. lines.Where(line => line.Estimator == estimator.Name && line.Cell is not null).Select(line => line.Cell!)])),
        ];
    }

    public static void Replace(string root, TaskRunOf run) =>
        ResultFile.Write(root, FileName, Read(root).Where(kept => kept.Estimator != run.Estimator).Append(run).SelectMany(Lines));

    private static IEnumerable<TaskLine> Lines(TaskRunOf run) =>
        run.Cells.Select(cell => new TaskLine(run.Estimator, null, cell)).Prepend(new TaskLine(run.Estimator, run.Measured, null));

    private sealed record TaskLine(string Estimator, Provenance? Measured, TaskCell? Cell);
}
