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

    private CountsOfCounts(long[] counts, int[] multiplicities, long sampleCount, int alphabetSize)
    {
        Counts = counts;
        Multiplicities = multiplicities;
        SampleCount = sampleCount;
        AlphabetSize = alphabetSize;
    }

    /// <summary>Gets the different counts, ascending, all above 0; long, because counts can be merged.</summary>
    public long[] Counts { get; }

    /// <summary>Gets how many symbols have each count.</summary>
    public int[] Multiplicities { get; }

    /// <summary>Gets n.</summary>
    public long SampleCount { get; }

    /// <summary>Gets the number of symbols that were seen.</summary>
    public int AlphabetSize { get; }

    /// <summary>Gets the number of symbols that were seen once.</summary>
    public int Singletons => Counts.Length > 0 && Counts[0] == 1 ? Multiplicities[0] : 0;

    /// <summary>Gets the number of symbols that were seen twice.</summary>
    public int Doubletons
    {
        get
        {
            int at = Array.IndexOf(Counts, 2, 0, Math.Min(2, Counts.Length));
            return at < 0 ? 0 : Multiplicities[at];
        }
    }

    public static CountsOfCounts From(ReadOnlySpan<int> histogram, string paramName)
    {
        int negative = histogram.IndexOfAnyInRange(int.MinValue, -1);
        if (negative >= 0)
            Throw.Invalid(paramName, $"{paramName}[{negative}] is {histogram[negative]}; a count is 0 or more.");
        CountTally tally = new();
        tally.Add(histogram);
        long total = 0;
        foreach (int count in histogram)
            total += count;
        if (total == 0)
            Throw.NoSamples(paramName);
        return From(tally, total);
    }

    /// <summary>The counts that a tally has collected from n samples.</summary>
    public static CountsOfCounts From(CountTally tally, long sampleCount)
    {
        (long[] counts, int[] multiplicities) = tally.Sorted();
        return new CountsOfCounts(counts, multiplicities, sampleCount, multiplicities.Sum());
    }

    /// <summary>n samples that all differ.</summary>
    public static CountsOfCounts Distinct(int count) => new([1], [count], count, count);

    /// <summary>The plug-in entropy, in nats: Σ m·(c/n)·ln(n/c) over the different counts c, m symbols each.</summary>
    public double PlugInNats()
    {
        double sum = 0;
        for (int i = 0; i < Counts.Length; i++)
        {
            // m·c is at most n, exact in 64 bits. One symbol gives 1·ln 1 = +0 and n symbols give 1·ln n, both without rounding.
            double share = (double)(Multiplicities[i] * Counts[i]) / SampleCount;
            sum += share * Math.Log((double)SampleCount / Counts[i]);
        }

        return sum;
    }
}
