using System.Numerics;
using MutualInfo.Accuracy.Measuring;
using MutualInfo.Accuracy.Results;
using MutualInfo.Tool.Verification.Tasks;

namespace MutualInfo.Tests.Documentation;

/// <summary>The results on intervals and tests are of at least ten tasks, and what the code gives.</summary>
public class CoverageResultsTests
{
    private static readonly CoverageOf[] _coverages = CoverageResults.Read(MarkdownPages.Root);
    private static readonly SizeOf[] _sizes = SizeResults.Read(MarkdownPages.Root);

    [Fact]
    public void Results_CoverageAndSize_AreOfAtLeastTenTasks()
    {
        int[] tasks = [.. SignificanceTasks.All.Select(task => task.Number)];
        Assert.True(tasks.Length >= 10);
        Assert.True(CoverageRun.Repetitions >= 200 && SizeRun.Repetitions >= 200);
        Assert.Contains(_coverages, one => one.Estimator == "equal width");
        Assert.Contains(_sizes, one => one.Test == SizeRun.GTestName);
        Assert.All(_coverages, one => Assert.Equal(tasks, one.Cells.Select(cell => cell.Task)));
        Assert.All(_sizes, one => Assert.Equal(tasks, one.Cells.Select(cell => cell.Task)));
    }

    // 5 % of 400 × 12 tests have a standard deviation of 15: a permutation test's size is at most its level, up to four of those.
    [Fact]
    public void Results_EveryPermutationTest_HasItsSize() => Assert.All(
        _sizes.Where(one => one.Test != SizeRun.GTestName),
        one => Assert.InRange(one.Cells.Sum(cell => cell.Rejected), 0, 0.05 * SizeRun.Repetitions * one.Cells.Length + 4 * 15.1));

    [Fact]
    public void Results_GTestMeasuredAgain_AreTheSame()
    {
        SizeOf kept = _sizes.Single(one => one.Test == SizeRun.GTestName);
        foreach (int number in (int[])[1, 8])
        {
            BenchmarkTask task = BenchmarkTasks.All[number - 1];
            int rejected = Enumerable.Range(1, SizeRun.Repetitions).Count(seed => SizeRun.PValue(SizeRun.GTestName, task, seed) <= 0.05);
            Assert.Equal(kept.Cells.Single(cell => cell.Task == number).Rejected, rejected);
        }
    }

    [Fact]
    public void Results_CoverageMeasuredAgain_AreTheSame()
    {
        // Two hundred times a hundred and twenty estimates take too long without vectors.
        if (!Vector.IsHardwareAccelerated)
            return;
        CoverageCell kept = _coverages.Single(one => one.Estimator == "Gaussian").Cells[0];
        CoverageCell again = CoverageRun.Cell(MeasuredEstimators.Named("Gaussian"), BenchmarkTasks.All[0]);
        Assert.Equal(kept.Subsampling.Truth, again.Subsampling.Truth);
        Assert.Equal(kept.Jackknife.Mean, again.Jackknife.Mean);
        Assert.Equal(kept.Mean, again.Mean, 1e-11);
    }
}
