using System.Diagnostics;

namespace MutualInfo.Internal;

/// <summary>The time of estimates that were made together.</summary>
internal static class EstimateTime
{
    /// <summary>Gives every estimate an equal share of the time since a timestamp.</summary>
    public static MutualInformationEstimate[] Share(MutualInformationEstimate[] estimates, long startTimestamp)
    {
        TimeSpan share = Stopwatch.GetElapsedTime(startTimestamp) / Math.Max(1, estimates.Length);
        for (int i = 0; i < estimates.Length; i++)
            estimates[i] = estimates[i] with { Diagnostics = estimates[i].Diagnostics with { Elapsed = share } };
        return estimates;
    }

    /// <summary>Gives every estimate of every row an equal share of the time since a timestamp.</summary>
    public static MutualInformationEstimate[][] Share(MutualInformationEstimate[][] rows, long startTimestamp)
    {
        MutualInformationEstimate[] shared = Share([.. rows.SelectMany(row => row)], startTimestamp);
        int before = 0;
        return Array.ConvertAll(rows, row => shared[before..(before += row.Length)]);
    }
}
