using MutualInfo.Accuracy.Measuring;

namespace MutualInfo.Accuracy.Results;

/// <summary>Seconds of one estimator on the tasks of <see cref="TimeRun.Tasks"/>.</summary>
internal sealed record TimesOf(string Estimator, Provenance Measured, double[] Seconds);

/// <summary><c>times.json</c>.</summary>
internal static class TimeResults
{
    private const string FileName = "times.json";

    /// <summary>What is kept of the estimators that are measured, in the order of <see cref="MeasuredEstimators.All"/>.</summary>
    public static TimesOf[] Read(string root) => [.. Kept(root).Where(times => MeasuredEstimators.IndexOf(times.Estimator) >= 0)];

    public static void Replace(string root, TimesOf times) =>
        ResultFile.Write(root, FileName, InOrder(Kept(root).Where(kept => kept.Estimator != times.Estimator).Append(times)));

    private static IEnumerable<TimesOf> Kept(string root) => InOrder(ResultFile.Read<TimesOf>(root, FileName));

    private static IEnumerable<TimesOf> InOrder(IEnumerable<TimesOf> times) => times.OrderBy(one => MeasuredEstimators.IndexOf(one.Estimator));
}
