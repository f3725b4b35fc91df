using System.Globalization;
using MutualInfo.Accuracy.Measuring;
using MutualInfo.Accuracy.Results;
using MutualInfo.Tool.Verification.Tasks;

namespace MutualInfo.Accuracy.Pages;

/// <summary>How often intervals cover: what they are made to cover, and the truth.</summary>
internal static class CoverageTable
{
    public static IEnumerable<string> Lines(string root)
    {
        CoverageOf[] kept = CoverageResults.Read(root);
        if (kept.Length == 0)
            yield break;
        yield return $"Intervals of the nominal level 95 % by `SubsamplingInterval` ({CoverageRun.Subsamples} subsamples of half the samples) and `JackknifeInterval` (20 blocks), n = {CoverageRun.Count}, {CoverageRun.Repetitions} seeds: the share that covers, in per cent,";
        yield return $"subsampling first. Where it is 95, chance moves it by ± {StandardError(0.95):0.0}. [Significance](significance.md#intervals) says what an interval is for.";
        yield return "";
        yield return "What they are made to cover, the mean of the estimator at this n (here that of its estimates of all seeds):";
        yield return "";
        foreach (string line in Table(kept, coverage => coverage.Mean))
            yield return line;
        yield return "";
        yield return "The truth, which holds the bias as well. An interval cannot be better at this than its estimator:";
        yield return "";
        foreach (string line in Table(kept, coverage => coverage.Truth))
            yield return line;
        yield return "";
        yield return "The standard error that they state, as a multiple of the standard deviation of the estimates:";
        yield return "";
        foreach (string line in Rows(kept, cell => $"{cell.Subsampling.Error / cell.Deviation:0.00} / {cell.Jackknife.Error / cell.Deviation:0.00}"))
            yield return line;
        yield return "";
        foreach (IGrouping<Provenance, string> measured in kept.GroupBy(one => one.Measured, one => one.Estimator))
            yield return $"Measured on {measured.Key.Date} at {measured.Key.Commit} ({measured.Key.Runtime}): {string.Join(", ", measured)}.";
    }

    private static IEnumerable<string> Table(CoverageOf[] kept, Func<Coverage, int> covered) =>
        Rows(kept, cell => $"{Share(covered(cell.Subsampling))} / {Share(covered(cell.Jackknife))}");

    private static IEnumerable<string> Rows(CoverageOf[] kept, Func<CoverageCell, string> text)
    {
        yield return $"| | task | {string.Join(" | ", kept.Select(one => one.Estimator))} |";
        yield return $"|---:|---|{string.Concat(kept.Select(_ => "---:|"))}";
        foreach (BenchmarkTask task in SignificanceTasks.All)
            yield return $"| {task.Number} | `{task.Id}` | {string.Join(" | ", kept.Select(one => text(one.Cells.Single(cell => cell.Task == task.Number))))} |";
    }

    private static string Share(int covered) => (100.0 * covered / CoverageRun.Repetitions).ToString("0", CultureInfo.InvariantCulture);

    private static double StandardError(double share) => 100 * Math.Sqrt(share * (1 - share) / CoverageRun.Repetitions);
}
