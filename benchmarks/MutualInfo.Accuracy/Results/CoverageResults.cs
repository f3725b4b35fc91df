using MutualInfo.Accuracy.Measuring;

namespace MutualInfo.Accuracy.Results;

/// <summary>How many intervals of a method covered.</summary>
/// <param name="Truth">How many covered the information of the task.</param>
/// <param name="Mean">How many covered the mean of all the estimates.</param>
/// <param name="Error">The mean of the standard errors that they gave.</param>
internal sealed record Coverage(int Truth, int Mean, double Error);

/// <summary>All repetitions of one estimator on one task.</summary>
internal sealed record CoverageCell(int Task, double Mean, double Deviation, Coverage Subsampling, Coverage Jackknife);

/// <summary>One estimator on all tasks of <see cref="SignificanceTasks"/>.</summary>
internal sealed record CoverageOf(string Estimator, Provenance Measured, CoverageCell[] Cells);

/// <summary><c>coverage.json</c>.</summary>
internal static class CoverageResults
{
    private const string FileName = "coverage.json";

    /// <summary>What is kept, in the order of <see cref="CoverageRun.Estimators"/>.</summary>
    public static CoverageOf[] Read(string root)
    {
        CoverageOf[] kept = ResultFile.Read<CoverageOf>(root, FileName);
        return [.. CoverageRun.Estimators.SelectMany(estimator => kept.Where(one => one.Estimator == estimator.Name))];
    }

    public static void Replace(string root, CoverageOf measured) =>
        ResultFile.Write(root, FileName, Read(root).Where(kept => kept.Estimator != measured.Estimator).Append(measured));
}
