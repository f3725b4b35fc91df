using MutualInfo.Accuracy.Measuring;

namespace MutualInfo.Accuracy.Results;

/// <summary>How often a test rejected independence where there was nothing else.</summary>
internal sealed record SizeCell(int Task, int Rejected);

/// <summary>One test on the independent versions of all tasks of <see cref="SignificanceTasks"/>.</summary>
internal sealed record SizeOf(string Test, Provenance Measured, SizeCell[] Cells);

/// <summary><c>sizes.json</c>.</summary>
internal static class SizeResults
{
    private const string FileName = "sizes.json";

    /// <summary>What is kept, in the order of <see cref="SizeRun.Tests"/>.</summary>
    public static SizeOf[] Read(string root)
    {
        SizeOf[] kept = ResultFile.Read<SizeOf>(root, FileName);
        return [.. SizeRun.Tests.SelectMany(test => kept.Where(one => one.Test == test))];
    }

    public static void Replace(string root, SizeOf measured) =>
        ResultFile.Write(root, FileName, Read(root).Where(kept => kept.Test != measured.Test).Append(measured));
}
