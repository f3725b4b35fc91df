using MutualInfo.Accuracy.Measuring;
using MutualInfo.Accuracy.Results;

namespace MutualInfo.Accuracy.Pages;

/// <summary>Which tasks the estimates themselves call into question, and how often they were right to.</summary>
internal static class ReasonTable
{
    public static IEnumerable<string> Lines(string root)
    {
        string[] rows = [.. TaskResults.Read(root).SelectMany(Rows)];
        return rows.Length == 0 ? [] :
        [
            "At the greater n. The last column is of how many of the tasks so marked the estimate was wrong.",
            "",
            "| estimator | reason | tasks | wrong |",
            "|---|---|---|---:|",
            .. rows,
        ];
    }

    private static IEnumerable<string> Rows(TaskRunOf run)
    {
        TaskCell[] cells = [.. Judgement.At(run, MeasuredEstimators.Named(run.Estimator).Counts[^1])];
        foreach (string reason in cells.SelectMany(cell => cell.Reasons).Distinct().Order(StringComparer.Ordinal))
        {
            TaskCell[] marked = [.. cells.Where(cell => cell.Reasons.Contains(reason))];
            yield return $"| {run.Estimator} | {reason} | {string.Join(", ", marked.Select(cell => cell.Task))} | {marked.Length - Judgement.Right(marked)} of {marked.Length} |";
        }
    }
}
