using MutualInfo.Accuracy.Measuring;
using MutualInfo.Accuracy.Results;

namespace MutualInfo.Accuracy.Pages;

/// <summary>Which tasks the estimates themselves call into question, and how often they were right to.</summary>
internal static class ReasonTable
{
    public static IEnumerable<string> Lines(string root)
    {
        TaskRunOf[] runs = TaskResults.Read(root);
        string[] rows = [.. runs.SelectMany(Rows)];
        return rows.Length == 0 ? [] :
        [
            "The verdict of every estimate, as far as it is more than a note: its reasons, the tasks where any seed has one, and on how many of these the estimate was wrong. At the greater n.",
            "",
            "| estimator | reason | tasks | wrong |",
            "|---|---|---|---:|",
            .. rows,
            "",
            "Where an estimate is wrong and nothing is said against it, its figures do not show it: that the variables are not what the estimator takes them for must be known.",
            "",
            "| estimator | wrong | with a reason | without: tasks |",
            "|---|---:|---:|---|",
            .. runs.Select(Unmarked),
        ];
    }

    private static string Unmarked(TaskRunOf run)
    {
        TaskCell[] wrong = [.. Last(run).Where(cell => !Judgement.IsRight(cell))];
        TaskCell[] unmarked = [.. wrong.Where(cell => cell.Reasons.Length == 0)];
        return $"| {run.Estimator} | {wrong.Length} | {wrong.Length - unmarked.Length} | {string.Join(", ", unmarked.Select(cell => cell.Task))} |";
    }

    private static IEnumerable<string> Rows(TaskRunOf run)
    {
        TaskCell[] cells = Last(run);
        foreach (string reason in cells.SelectMany(cell => cell.Reasons).Distinct().Order(StringComparer.Ordinal))
        {
            TaskCell[] marked = [.. cells.Where(cell => cell.Reasons.Contains(reason))];
            yield return $"| {run.Estimator} | {Reasons.Words(reason)} | {string.Join(", ", marked.Select(cell => cell.Task))} | {marked.Length - Judgement.Right(marked)} of {marked.Length} |";
        }
    }

    private static TaskCell[] Last(TaskRunOf run) => [.. Judgement.At(run, MeasuredEstimators.Named(run.Estimator).Counts[^1])];
}
