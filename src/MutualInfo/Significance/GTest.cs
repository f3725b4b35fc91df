using MutualInfo.Internal;
using MutualInfo.Significance.Primitives;

namespace MutualInfo.Significance;

/// <summary>
/// The G-test: whether two discrete variables are independent, by the χ² distribution of 2·n·I, without permutations.
/// </summary>
/// <remarks>
/// <para>
/// Under independence G = 2·n·I, I the plug-in information in nats, tends to χ² with (kx − 1)(ky − 1) degrees of freedom as n
/// grows. It is no approximation to rely on while some cell is expected to hold fewer than 5 samples; the result says so, and
/// <see cref="PermutationTest"/> has no such condition. Binned samples are tested by their symbols:
/// <c>discretizer.Encode(samples)</c>; bins must not have been chosen by looking at the other variable.
/// </para>
/// <para>
/// G is summed from terms of one sign, so it keeps its digits where the variables are nearly independent; the p-value is right to
/// 1e−12 of itself. The same bits for any order of samples and any names of symbols. Cost: O(n + k·ln k), k the number of cells that are met. Source: Wilks, Ann.
/// Math. Stat. 6:190 (1935); Cochran, Biometrics 10:417 (1954).
/// </para>
/// </remarks>
public static class GTest
{
    /// <summary>Tests two discrete variables for independence.</summary>
    /// <param name="x">n symbols.</param>
    /// <param name="y">n symbols, observed together with <paramref name="x"/>.</param>
    /// <exception cref="ArgumentNullException">A variable is null.</exception>
    /// <exception cref="ArgumentException">A variable is empty, or the counts differ.</exception>
    public static GTestResult Run(Symbols x, Symbols y)
    {
        Guard.NotEmpty(x, nameof(x));
        Guard.NotEmpty(y, nameof(y));
        if (x.Count != y.Count)
            Throw.CountsDiffer(x.Count, y.Count);
        return Test(ContingencyTable.Of(x, y));
    }

    /// <summary>Tests a table of counts for independence of its rows and columns.</summary>
    /// <param name="counts">
    /// How often row i and column j were observed together. Rows and columns without samples are left out.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="counts"/> is null.</exception>
    /// <exception cref="ArgumentException">A count is negative, all are 0, or they add up to more than 2⁶³ − 1.</exception>
    public static GTestResult Run(long[,] counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return Test(ContingencyTable.Of(counts, nameof(counts)));
    }

    private static GTestResult Test(ContingencyTable table)
    {
        long freedom = (table.RowCounts.Length - 1L) * (table.ColumnCounts.Length - 1L);
        double statistic = table.G();
        return new GTestResult
        {
            Statistic = statistic,
            DegreesOfFreedom = freedom,
            // χ² with no degrees of freedom is always 0, and so is G then.
            LogPValue = freedom == 0 ? 0 : IncompleteGamma.LogUpper(freedom / 2.0, statistic / 2),
            SampleCount = table.Total,
            SmallestExpectedCount = table.SmallestExpectedCount(),
            ShareOfSmallExpectedCounts = table.ShareExpectedBelow(GTestResult.SmallExpectedCount),
        };
    }
}
