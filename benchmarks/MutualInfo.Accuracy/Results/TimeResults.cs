using MutualInfo.Accuracy.Measuring;

namespace MutualInfo.Accuracy.Results;

/// <summary>Seconds of one estimator on the tasks of <see cref="TimeRun.Tasks"/>.</summary>
internal sealed record TimesOf(string Estimator, Provenance Measured, double[] Seconds);

/// <summary><c>times.json</c>.</summary>
internal static class TimeResults
{
    private const string FileName = "times.json";

    /// <summary>What is kept, in the order of <see cref="MeasuredEstimators.All"/>.</summary>
    public static TimesOf[] Read(string root)
    {
        TimesOf[] kept = ResultFile.Read<TimesOf>(root, FileName);
        return [.. MeasuredEstimators.All.SelectMany(estimator => kept.Where(times => times.Estimator == estimator.Name))];
    }

    public static void Replace(string root, TimesOf times) =>
        ResultFile.Write(root, FileName, Read(root).Where(kept => kept.Estimator != times.Estimator).Append(times));
}
