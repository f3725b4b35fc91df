using MutualInfo.Accuracy.Measuring;
using MutualInfo.Accuracy.Results;
using MutualInfo.Tool.Verification.Tasks;

namespace MutualInfo.Accuracy.Pages;

/// <summary>All tasks and all estimators at one n.</summary>
internal static class TaskTable
{
    /// <summary>The n that the page judges by.</summary>
    public static int Last(MeasuredEstimator estimator) => estimator.Counts[^1];

    /// <summary>The smaller n.</summary>
    public static int First(MeasuredEstimator estimator) => estimator.Counts[0];

    public static IEnumerable<string> Lines(string root, Func<MeasuredEstimator, int> count)
    {
        TaskRunOf[] runs = TaskResults.Read(root);
        yield return "Bold is right.";
        yield return "";
        yield return $"| | task | truth | {string.Join(" | ", runs.Select(run => $"{run.Estimator}, n = {Figures.Count(CountOf(run))}"))} |";
        yield return $"|---:|---|---:|{string.Concat(runs.Select(_ => "---:|"))}";
        foreach (BenchmarkTask task in BenchmarkTasks.All)
            yield return $"| {task.Number} | `{task.Id}` | {Figures.Nats(task.Truth)} | {string.Join(" | ", runs.Select(run => Text(run.Of(task.Number, CountOf(run)))))} |";

        int CountOf(TaskRunOf run) => count(MeasuredEstimators.Named(run.Estimator));
    }

    private static string Text(TaskCell cell)
    {
        string mean = Figures.Nats(cell.Mean);
        string spread = cell.Deviation is { } deviation ? $" ± {Figures.Nats(deviation)}" : "";
        return Judgement.IsRight(cell) ? $"**{mean}**{spread}" : $"{mean}{spread}";
    }
}
