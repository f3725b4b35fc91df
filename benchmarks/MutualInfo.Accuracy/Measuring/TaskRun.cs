using System.Diagnostics;
using MutualInfo.Accuracy.Results;
using MutualInfo.Tool.Verification;
using MutualInfo.Tool.Verification.Tasks;

namespace MutualInfo.Accuracy.Measuring;

/// <summary>Asks estimators for the information of the 40 tasks.</summary>
internal static class TaskRun
{
    /// <summary>Measures the named estimators, all where none is named, and puts what they gave in place of what is kept of them.</summary>
    public static void Measure(string root, string[] names, TextWriter log)
    {
        MeasuredEstimator[] chosen = names.Length == 0 ? [.. MeasuredEstimators.All] : [.. names.Select(MeasuredEstimators.Named)];
        foreach (MeasuredEstimator estimator in chosen)
        {
            long start = Stopwatch.GetTimestamp();
            TaskCell[] cells =
            [
                .. estimator.Counts.SelectMany(n => BenchmarkTasks.All.Select(task => Cell(estimator, task, n))),
            ];
            TaskResults.Replace(root, new TaskRunOf(estimator.Name, Provenance.Of(root), cells));
            log.WriteLine($"{estimator.Name}: {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s");
        }
    }

    /// <summary>One cell of the table: every seed of one estimator on one task at one n. The same numbers whenever it is asked.</summary>
    public static TaskCell Cell(MeasuredEstimator estimator, BenchmarkTask task, int n)
    {
        MutualInformationEstimate[] estimates =
        [
            .. Enumerable.Range(1, MeasuredEstimator.Seeds).Select(seed => Estimate(estimator.For(task, n), Sample(task, n, seed))),
        ];
        return new TaskCell(
            task.Number, n, [.. estimates.Select(estimate => estimate.Value.Nats)], [.. estimates.SelectMany(Reasons.Of).Distinct().Order()]);
    }

    /// <summary>The samples of a seed: those of a smaller n are the first of a greater.</summary>
    public static TaskSample Sample(BenchmarkTask task, int n, int seed) =>
        task.Sample(n, new VerificationContext { Seed = (ulong)seed }.Random(task.Id));

    public static MutualInformationEstimate Estimate(IMutualInformationEstimator estimator, TaskSample sample) =>
        estimator.Estimate(sample.X.AsSamples(), sample.Y.AsSamples());
}
