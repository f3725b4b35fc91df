using MutualInfo.Accuracy.Measuring;
using MutualInfo.Accuracy.Results;

namespace MutualInfo.Accuracy.Pages;

/// <summary>Seconds of one estimate.</summary>
internal static class TimeTable
{
    public static IEnumerable<string> Lines(string root)
    {
        TimesOf[] kept = TimeResults.Read(root);
        if (kept.Length == 0)
            yield break;
        yield return "One estimate at the greater n, the least of three, with nothing else at work. [Performance](performance.md) has the comparison with other programs.";
        yield return "";
        yield return $"| estimator | n | {string.Join(" | ", TimeRun.Tasks.Select(number => $"task {number}"))} |";
        yield return $"|---|---:|{string.Concat(TimeRun.Tasks.Select(_ => "---:|"))}";
        foreach (TimesOf times in kept)
        {
            int n = MeasuredEstimators.Named(times.Estimator).Counts[^1];
            yield return $"| {times.Estimator} | {Figures.Count(n)} | {string.Join(" | ", times.Seconds.Select(Figures.Seconds))} |";
        }

        yield return "";
        yield return "Tasks 1, 13 and 14 have 1 + 1, 5 + 5 and 25 + 25 dimensions.";
        foreach (IGrouping<Provenance, string> measured in kept.GroupBy(times => times.Measured, times => times.Estimator))
            yield return $"Measured on {measured.Key.Date} at {measured.Key.Commit} ({measured.Key.Runtime}): {string.Join(", ", measured)}.";
    }
}
