using MutualInfo.Accuracy.Measuring;
using MutualInfo.Accuracy.Results;

namespace MutualInfo.Accuracy.Pages;

/// <summary>On how many tasks each estimator was right, beside an independent run, and by what makes the tasks hard.</summary>
internal static class RightTable
{
    public static IEnumerable<string> Lines(string root)
    {
        TaskRunOf[] runs = TaskResults.Read(root);
        yield return "| estimator | n | right of 40 | independent | at n = 1000 |";
        yield return "|---|---:|---:|---:|---:|";
        foreach (TaskRunOf run in runs)
        {
            MeasuredEstimator estimator = MeasuredEstimators.Named(run.Estimator);
            yield return $"| {run.Estimator} | {Figures.Count(estimator.Counts[^1])} | {Judgement.Right(Judgement.At(run, estimator.Counts[^1]))} | {estimator.Independent} "
                + $"| {Judgement.Right(Judgement.At(run, estimator.Counts[0]))} |";
        }

        yield return "";
        yield return "By what makes the tasks hard, at the greater n:";
        yield return "";
        yield return $"| tasks | | {string.Join(" | ", runs.Select(run => run.Estimator))} |";
        yield return $"|---|---:|{string.Concat(runs.Select(_ => "---:|"))}";
        foreach (TaskGroup group in TaskGroup.All)
        {
            IEnumerable<int> right = runs.Select(run => Judgement.Right(Judgement.In(run, group, MeasuredEstimators.Named(run.Estimator).Counts[^1])));
            yield return $"| {group.Name} | {group.Numbers.Length} | {string.Join(" | ", right)} |";
        }

        yield return "";
        yield return "A hit is not always knowledge. Bins and kernels err both ways, by what they do not resolve and by what they take for structure; where the two happen to cancel, as on some tasks of 2 to 5";
        yield return "dimensions, the hit is luck, and another n would undo it.";
    }
}
