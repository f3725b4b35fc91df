using MutualInfo.Accuracy.Measuring;
using MutualInfo.Accuracy.Results;

namespace MutualInfo.Accuracy.Pages;

/// <summary>For each estimator the kinds of tasks on which it was wrong more often than right, with how far off it was.</summary>
internal static class LimitsText
{
    public static IEnumerable<string> Lines(string root)
    {
        yield return "At the greater n. Every kind of task on which an estimator was right on less than half, with its errors from the least to the greatest: below 0 it misses information, above it";
        yield return "invents some.";
        foreach (TaskRunOf run in TaskResults.Read(root))
        {
            MeasuredEstimator estimator = MeasuredEstimators.Named(run.Estimator);
            int n = estimator.Counts[^1];
            string[] limits = [.. TaskGroup.All.Where(group => 2 * Right(group) < group.Numbers.Length).Select(Text)];
            yield return "";
            yield return $"**{run.Estimator}**: {(limits.Length == 0 ? "nowhere." : estimator.Limit)}";
            if (limits.Length > 0)
                yield return "";
            foreach (string limit in limits)
                yield return limit;

            int Right(TaskGroup group) => Judgement.Right(Judgement.In(run, group, n));

            string Text(TaskGroup group)
            {
                double[] errors = [.. Judgement.In(run, group, n).Select(Judgement.Error).Order()];
                return $"- {group.Name}: right on {Right(group)} of {errors.Length}, errors from {Figures.Signed(errors[0])} to {Figures.Signed(errors[^1])}, median {Figures.Signed(Judgement.Median(errors))}";
            }
        }
    }
}
