using MutualInfo.Internal;

namespace MutualInfo.Discrete.Primitives;

/// <summary>How many symbols were seen once, twice, …: all that the entropy of a histogram depends on.</summary>
/// <remarks>
/// Counts ascend. Sums over them run in one order whatever the order of samples or the names of symbols, so entropies of
/// reordered and relabelled data are equal to the last bit.
/// </remarks>
internal readonly struct CountsOfCounts
{
    /// <summary>The distance from 1 to the next double: the scale of a sum's rounding.</summary>
    public const double RelativeRounding = 2.220446049250313e-16;

    private CountsOfCounts(int[] counts, int[] multiplicities, long sampleCount, int alphabetSize)
    {
        Counts = counts;
        Multiplicities = multiplicities;
        SampleCount = sampleCount;
        AlphabetSize = alphabetSize;
    }

    /// <summary>Gets the different counts, ascending, all above 0.</summary>
    public int[] Counts { get; }

    /// <summary>Gets how many symbols have each count.</summary>
    public int[] Multiplicities { get; }

    /// <summary>Gets n; long, because the counts of a merged histogram may add up to more than an int holds.</summary>
    public long SampleCount { get; }

    /// <summary>Gets the number of symbols that were seen.</summary>
    public int AlphabetSize { get; }

    public static CountsOfCounts From(ReadOnlySpan<int> histogram, string paramName)
    {
        int[] sorted = histogram.ToArray();
        Array.Sort(sorted);
        if (sorted.Length > 0 && sorted[0] < 0)
            Throw.Invalid(paramName, $"{paramName}[{histogram.IndexOf(sorted[0])}] is {sorted[0]}; a count is 0 or more.");

        List<int> counts = [];
        List<int> multiplicities = [];
        long total = 0;
        foreach (int count in sorted)
        {
            if (count == 0)
                continue;
            total += count;
            if (counts.Count > 0 && counts[^1] == count)
            {
                multiplicities[^1]++;
            }
            else
            {
                counts.Add(count);
                multiplicities.Add(1);
            }
        }

        if (total == 0)
            Throw.NoSamples(paramName);
        return new CountsOfCounts([.. counts], [.. multiplicities], total, multiplicities.Sum());
    }

    /// <summary>The plug-in entropy, in nats: Σ m·(c/n)·ln(n/c) over the different counts c, m symbols each.</summary>
    public double PlugInNats()
    {
        double sum = 0;
        for (int i = 0; i < Counts.Length; i++)
        {
            // m·c is exact in 64 bits. One symbol gives 1·ln 1 = +0 and n symbols give 1·ln n, both without rounding.
            double share = (double)((long)Multiplicities[i] * Counts[i]) / SampleCount;
            sum += share * Math.Log((double)SampleCount / Counts[i]);
        }

        return sum;
    }
}
