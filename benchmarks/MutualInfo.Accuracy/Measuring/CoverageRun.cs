using System.Diagnostics;
using MutualInfo.Accuracy.Results;
using MutualInfo.Significance;
using MutualInfo.Tool.Verification.Tasks;

namespace MutualInfo.Accuracy.Measuring;

/// <summary>Counts how often intervals of the level 95 % cover the truth, and the mean of the estimator at that n.</summary>
internal static class CoverageRun
{
    public const int Count = 500;
    public const int Repetitions = 200;
    public const int Subsamples = 100;

    /// <summary>Whose intervals are measured: every estimator that estimates Shannon's information, so that there is a truth to cover.</summary>
    public static IReadOnlyList<MeasuredEstimator> Estimators { get; } = [.. MeasuredEstimators.All.Where(estimator => estimator.Name != "matrix Rényi")];

    public static void Measure(string root, string[] names, TextWriter log)
    {
        foreach (MeasuredEstimator estimator in Estimators.Where(one => names.Length == 0 || names.Contains(one.Name)))
        {
            long start = Stopwatch.GetTimestamp();
            CoverageCell[] cells = [.. SignificanceTasks.All.Select(task => Cell(estimator, task))];
            CoverageResults.Replace(root, new CoverageOf(estimator.Name, Provenance.Of(root), cells));
            log.WriteLine($"{estimator.Name}: {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s");
        }
    }

    /// <summary>Both intervals of one seed.</summary>
    public static (InformationInterval Subsampled, InformationInterval Jackknifed) Intervals(MeasuredEstimator estimator, BenchmarkTask task, int seed)
    {
        IMutualInformationEstimator made = estimator.For(task, Count);
        TaskSample sample = TaskRun.Sample(task, Count, seed);
        Samples<double> x = sample.X.AsSamples();
        Samples<double> y = sample.Y.AsSamples();
        return (
            new SubsamplingInterval { Subsamples = Subsamples, Seed = (ulong)seed }.Run(made, x, y),
            new JackknifeInterval { Seed = (ulong)seed }.Run(made, x, y));
    }

    public static CoverageCell Cell(MeasuredEstimator estimator, BenchmarkTask task)
    {
        (InformationInterval Subsampled, InformationInterval Jackknifed)[] all =
            [.. Enumerable.Range(1, Repetitions).Select(seed => Intervals(estimator, task, seed))];
        double mean = all.Average(one => one.Subsampled.Estimate.Value.Nats);
        double deviation = Math.Sqrt(all.Sum(one => Math.Pow(one.Subsampled.Estimate.Value.Nats - mean, 2)) / (Repetitions - 1));
        return new CoverageCell(
            task.Number, mean, deviation, Of(all.Select(one => one.Subsampled), task.Truth, mean), Of(all.Select(one => one.Jackknifed), task.Truth, mean));
    }

    private static Coverage Of(IEnumerable<InformationInterval> intervals, double truth, double mean) => new(
        intervals.Count(interval => Covers(interval, truth)),
        intervals.Count(interval => Covers(interval, mean)),
        intervals.Average(interval => interval.StandardError.Nats));

    private static bool Covers(InformationInterval interval, double nats) => interval.Lower.Nats <= nats && nats <= interval.Upper.Nats;
}
