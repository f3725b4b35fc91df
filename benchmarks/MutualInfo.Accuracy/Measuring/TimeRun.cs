using System.Diagnostics;
using MutualInfo.Accuracy.Results;
using MutualInfo.Tool.Verification.Tasks;

namespace MutualInfo.Accuracy.Measuring;

/// <summary>How long one estimate takes, at the n that the page judges by. The least of three, or of what ten seconds allow.</summary>
internal static class TimeRun
{
    private const double LongestSeconds = 10;

    /// <summary>Tasks of 1 + 1, 5 + 5 and 25 + 25 dimensions.</summary>
    public static int[] Tasks { get; } = [1, 13, 14];

    public static void Measure(string root, string[] names, TextWriter log)
    {
        MeasuredEstimator[] chosen = names.Length == 0 ? [.. MeasuredEstimators.All] : [.. names.Select(MeasuredEstimators.Named)];
        foreach (MeasuredEstimator estimator in chosen)
        {
            TimeResults.Replace(root, new TimesOf(
                estimator.Name, Provenance.Of(root), [.. Tasks.Select(number => Seconds(estimator, BenchmarkTasks.All[number - 1]))]));
            log.WriteLine($"{estimator.Name}: measured");
        }
    }

    private static double Seconds(MeasuredEstimator estimator, BenchmarkTask task)
    {
        IMutualInformationEstimator made = estimator.For(task, estimator.Counts[^1]);
        // Compiled before it is timed, on samples that take no time.
        TaskRun.Estimate(made, TaskRun.Sample(task, 200, 1));
        TaskSample sample = TaskRun.Sample(task, estimator.Counts[^1], 1);
        double least = double.PositiveInfinity, all = 0;
        for (int attempt = 0; attempt < 3 && all < LongestSeconds; attempt++)
        {
            long start = Stopwatch.GetTimestamp();
            TaskRun.Estimate(made, sample);
            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            (least, all) = (Math.Min(least, seconds), all + seconds);
        }

        return least;
    }
}
