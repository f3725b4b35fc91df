using System.Numerics;
using MutualInfo.Accuracy.Measuring;
using MutualInfo.Accuracy.Pages;
using MutualInfo.Accuracy.Results;
using MutualInfo.Tests.Laws;
using MutualInfo.Tool.Verification.Tasks;

namespace MutualInfo.Tests.Documentation;

/// <summary>The page on accuracy says what the results say, and the results are what the code gives.</summary>
public class AccuracyPageTests
{
    private static readonly TaskRunOf[] _runs = TaskResults.Read(MarkdownPages.Root);

    public static TheoryData<string> Estimators => [.. MeasuredEstimators.All.Select(estimator => estimator.Name)];

    [Fact]
    public void Page_AllOfIt_IsThatOfTheResults() => Assert.True(
        File.ReadAllText(AccuracyPage.PathIn(MarkdownPages.Root)).ReplaceLineEndings("\n") == AccuracyPage.Text(MarkdownPages.Root),
        "docs/accuracy.md is not what the results say; run dotnet run -c Release --project benchmarks/MutualInfo.Accuracy -- pages.");

    [Theory, MemberData(nameof(Estimators))]
    public void Results_EveryEstimator_AreOfAllTasksCountsAndSeeds(string name)
    {
        TaskRunOf run = _runs.Single(one => one.Estimator == name);
        int[] counts = MeasuredEstimators.Named(name).Counts;
        Assert.Equal(counts.SelectMany(n => Enumerable.Range(1, 40).Select(task => (task, n))), run.Cells.Select(cell => (cell.Task, cell.N)));
        Assert.All(run.Cells, cell => Assert.Equal(MeasuredEstimator.Seeds, cell.Nats.Count(double.IsFinite)));
    }

    // 1e-11: vectors of another width add in another order, and order 1.01 multiplies what that changes by a hundred.
    [Theory, MemberData(nameof(Estimators))]
    public void Results_CheapCellsMeasuredAgain_AreTheSame(string name)
    {
        // Without vectors the spectra of a thousand samples take a minute.
        bool isSpectral = name == "matrix Rényi";
        if (isSpectral && !Vector.IsHardwareAccelerated)
            return;
        MeasuredEstimator estimator = MeasuredEstimators.Named(name);
        int n = estimator.Counts[0];
        foreach (int number in isSpectral ? (int[])[1] : [1, 8, 10, 16, 38])
        {
            BenchmarkTask task = BenchmarkTasks.All[number - 1];
            MutualInformationEstimate again = TaskRun.Estimate(estimator.For(task, n), TaskRun.Sample(task, n, seed: 1));
            TaskCell kept = _runs.Single(one => one.Estimator == name).Of(number, n);
            Law.Near($"{name} on task {number}", kept.Nats[0], again.Value.Nats, 1e-11);
            Assert.All(Reasons.Of(again), reason => Assert.Contains(reason, kept.Reasons));
        }
    }

    // What the reference estimators are held to, at n = 10,000.
    [Theory]
    [InlineData("KSG", 14)]
    [InlineData("copula", 21)]
    public void Results_ReferenceEstimators_AreRightAsOftenAsAsked(string name, int least) =>
        Assert.InRange(Judgement.Right(Judgement.At(_runs.Single(run => run.Estimator == name), 10_000)), least, 40);

    // An estimate that tells n rather than the task must say so.
    [Theory]
    [InlineData("equal width"), InlineData("equal frequency"), InlineData("kernel density")]
    public void Results_OfTasksOf25DimensionsAndMore_SayThatTheyAreSaturated(string name) =>
        Assert.All(TaskGroup.Wide.Numbers, task => Assert.Contains(nameof(VerdictReason.Saturated), _runs.Single(run => run.Estimator == name).Of(task, 10_000).Reasons));

    [Theory]
    [InlineData("equal width"), InlineData("equal frequency")]
    public void Results_OfTasksOfFiveDimensions_SayThatMostCellsHoldOneSample(string name) =>
        Assert.All((int[])[13, 18, 27, 33, 36], task => Assert.Contains(nameof(VerdictReason.MostlySingletons), _runs.Single(run => run.Estimator == name).Of(task, 10_000).Reasons));

    // Where nearest neighbours must not be used, the change from ten of them to five shows it, and hardly anywhere else.
    [Fact]
    public void Results_OfNearestNeighbours_SayWhereNeighbourhoodsAreUneven()
    {
        TaskCell[] cells = [.. Judgement.At(_runs.Single(run => run.Estimator == "KSG"), 10_000)];
        TaskCell[] marked = [.. cells.Where(cell => cell.Reasons.Contains(nameof(VerdictReason.UnevenNeighbourhoods)))];
        Assert.InRange(marked.Count(cell => !Judgement.IsRight(cell)), 20, cells.Count(cell => !Judgement.IsRight(cell)));
        Assert.InRange(marked.Count(Judgement.IsRight), 0, 2);
        Assert.All(TaskGroup.Wide.Numbers, task => Assert.Contains(marked, cell => cell.Task == task));
    }

    [Fact]
    public void TaskGroups_Together_AreEveryTaskOnce() =>
        Assert.Equal(Enumerable.Range(1, 40), TaskGroup.All.SelectMany(group => group.Numbers).Order());
}
