using System.Globalization;
using MutualInfo.Accuracy.Measuring;
using MutualInfo.Accuracy.Results;
using MutualInfo.Tool.Verification.Tasks;

namespace MutualInfo.Accuracy.Pages;

/// <summary>How often tests at 5 % reject what is true.</summary>
internal static class SizeTable
{
    public static IEnumerable<string> Lines(string root)
    {
        SizeOf[] kept = SizeResults.Read(root);
        if (kept.Length == 0)
            yield break;
        yield return $"Independent versions of the tasks (x of one seed beside y of another), n = {SizeRun.Count}, {SizeRun.Repetitions} seeds: how many of a hundred tests reject independence at 5 %. Where it is 5, chance moves it by";
        yield return $"± {100 * Math.Sqrt(0.05 * 0.95 / SizeRun.Repetitions):0.0}. `PermutationTest` with {SizeRun.Permutations} permutations, named by its estimator, and `GTest`, of 3 bins a column: 9 cells of 22 samples on tasks of one column each, 81 of 2.5 on those of two, where the";
        yield return "test itself says that it is not to be relied on.";
        yield return "";
        yield return $"| | task | {string.Join(" | ", kept.Select(one => one.Test))} |";
        yield return $"|---:|---|{string.Concat(kept.Select(_ => "---:|"))}";
        foreach (BenchmarkTask task in SignificanceTasks.All)
            yield return $"| {task.Number} | `{task.Id}` | {string.Join(" | ", kept.Select(one => Share(one.Cells.Single(cell => cell.Task == task.Number).Rejected, SizeRun.Repetitions)))} |";
        yield return $"| | all | {string.Join(" | ", kept.Select(one => Share(one.Cells.Sum(cell => cell.Rejected), SizeRun.Repetitions * one.Cells.Length)))} |";
        yield return "";
        foreach (IGrouping<Provenance, string> measured in kept.GroupBy(one => one.Measured, one => one.Test))
            yield return $"Measured on {measured.Key.Date} at {measured.Key.Commit} ({measured.Key.Runtime}): {string.Join(", ", measured)}.";
    }

    private static string Share(int rejected, int tests) => (100.0 * rejected / tests).ToString("0.0", CultureInfo.InvariantCulture);
}
