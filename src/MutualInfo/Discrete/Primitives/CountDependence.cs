using System.Diagnostics;

namespace MutualInfo.Discrete.Primitives;

/// <summary>
/// Plug-in mutual information from a table of counts, right to the last digits even where the variables are nearly independent.
/// </summary>
/// <remarks>
/// In units of 1/n² a cell of c samples is n·c and the product of its marginals a·b: whole numbers, whose difference is formed in
/// 128 bits without rounding. Cells that were not seen add a·b each, together n² less the products of those that were.
/// </remarks>
/// <param name="sampleCount">n.</param>
internal sealed class CountDependence(long sampleCount)
{
    private readonly DependenceSum _seen = new();
    private Int128 _notSeen = (Int128)sampleCount * sampleCount;

    /// <summary>Adds a cell that was seen.</summary>
    /// <param name="count">c, how often it was seen.</param>
    /// <param name="ofX">a, how often its symbol of x was.</param>
    /// <param name="ofY">b, how often its symbol of y was.</param>
    public void Add(long count, long ofX, long ofY)
    {
        Int128 joint = (Int128)sampleCount * count;
        Int128 product = (Int128)ofX * ofY;
        _notSeen -= product;
        _seen.Add((double)joint, (double)product, (double)(joint - product));
    }

    /// <summary>The information in nats, after all cells that were seen.</summary>
    public double Nats() => (_seen.Total() + (double)_notSeen) / ((double)sampleCount * sampleCount);

    /// <summary>
    /// Whether a difference of plug-in entropies has lost digits that this sum keeps. What is more negative than
    /// its rounding would be a bug.
    /// </summary>
    public static bool Matters(IEntropyEstimator entropy, Information difference, Information jointEntropy)
    {
        if (entropy is not PlugIn || difference.Nats > DependenceSum.SmallShare * jointEntropy.Nats)
            return false;
        Debug.Assert(
            difference.Nats >= -8 * CountsOfCounts.RelativeRounding * Math.Max(1, jointEntropy.Nats),
            "Plug-in mutual information is negative by more than rounding.");
        return true;
    }

    /// <summary>The plug-in information of two variables, in nats. Counts the pairs once more, for their cells.</summary>
    public static double PlugInNats(Symbols x, Symbols y, CancellationToken token)
    {
        if (x.AlphabetSize == 1 || y.AlphabetSize == 1)
            return 0;
        CountDependence dependence = new(x.Count);
        foreach (PairCell cell in PairCells.Of(x, y, token))
            dependence.Add(cell.Count, x.Histogram[cell.X], y.Histogram[cell.Y]);
        token.ThrowIfCancellationRequested();
        return dependence.Nats();
    }

    /// <summary>The plug-in information, in nats, of a variable and one that tells all samples apart.</summary>
    /// <param name="counts">The counts of the former.</param>
    /// <param name="token">Cancellation.</param>
    public static double PlugInNatsWithDistinct(CountsOfCounts counts, CancellationToken token)
    {
        if (counts.AlphabetSize == 1)
            return 0;
        CountDependence dependence = new(counts.SampleCount);
        for (int i = 0; i < counts.Counts.Length; i++)
        {
            token.ThrowIfCancellationRequested();
            for (long sample = 0; sample < (long)counts.Counts[i] * counts.Multiplicities[i]; sample++)
                dependence.Add(1, 1, counts.Counts[i]);
        }

        return dependence.Nats();
    }
}
