using MutualInfo.Accuracy.Measuring;
using MutualInfo.Accuracy.Results;

namespace MutualInfo.Accuracy.Pages;

/// <summary>Errors at both numbers of samples: what is bias that n takes away, and what stays.</summary>
internal static class GrowthTable
{
    public static IEnumerable<string> Lines(string root)
    {
        yield return "Errors are |mean − truth|, spreads standard deviations over seeds, medians over the 40 tasks. Where the error does not fall with n it is no matter of samples: the estimator";
        yield return "answers another question than the task asks. Saturated ones even grow, as ln n does.";
        yield return "";
        yield return "| estimator | n | median error | largest error | median spread | n | median error | largest error |";
        yield return "|---|---:|---:|---:|---:|---:|---:|---:|";
        foreach (TaskRunOf run in TaskResults.Read(root))
        {
            int[] counts = MeasuredEstimators.Named(run.Estimator).Counts;
            double spread = Judgement.Median(Judgement.At(run, counts[0]).Select(cell => cell.Deviation ?? 0));
            yield return $"| {run.Estimator} | {Errors(run, counts[0])} | {Figures.Nats(spread)} | {Errors(run, counts[^1])} |";
        }
    }

    private static string Errors(TaskRunOf run, int n)
    {
        double[] errors = [.. Judgement.At(run, n).Select(cell => Math.Abs(Judgement.Error(cell)))];
        return $"{Figures.Count(n)} | {Figures.Nats(Judgement.Median(errors))} | {Figures.Nats(errors.Max())}";
    }
}
