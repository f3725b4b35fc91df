namespace MutualInfo.Discrete.Primitives;

/// <summary>
/// Collects counts into counts of counts: small ones by adding in a table, the few large ones in a list to be sorted.
/// </summary>
/// <remarks>No more than n/c symbols can have a count of c, so the list stays short where there are many symbols.</remarks>
internal sealed class CountTally
{
    private const int Small = 1024;

    private readonly int[] _multiplicities = new int[Small];
    private readonly List<long> _large = [];

    /// <summary>Adds the count of one symbol.</summary>
    public void Add(int count)
    {
        if ((uint)count < Small)
            _multiplicities[count]++;
        else
            _large.Add(count);
    }

    /// <summary>Adds the counts of some symbols. Zeros are symbols that were not seen.</summary>
    public void Add(ReadOnlySpan<int> counts)
    {
        foreach (int count in counts)
            Add(count);
    }

    /// <inheritdoc cref="Add(ReadOnlySpan{int})"/>
    public void Add(ReadOnlySpan<long> counts)
    {
        foreach (long count in counts)
        {
            if ((ulong)count < Small)
                _multiplicities[count]++;
            else
                _large.Add(count);
        }
    }

    /// <summary>Adds <paramref name="symbols"/> symbols of one count.</summary>
    public void Add(int count, int symbols)
    {
        if (count < Small)
            _multiplicities[count] += symbols;
        else
            _large.AddRange(Enumerable.Repeat((long)count, symbols));
    }

    /// <summary>Adds what another tally has collected.</summary>
    public void Add(CountTally other)
    {
        for (int count = 0; count < Small; count++)
            _multiplicities[count] += other._multiplicities[count];
        _large.AddRange(other._large);
    }

    /// <summary>The different counts above 0, ascending, and how many symbols have each.</summary>
    public (long[] Counts, int[] Multiplicities) Sorted()
    {
        List<long> counts = [];
        List<int> multiplicities = [];
        for (int count = 1; count < Small; count++)
        {
            if (_multiplicities[count] > 0)
            {
                counts.Add(count);
                multiplicities.Add(_multiplicities[count]);
            }
        }

        _large.Sort();
        foreach (long count in _large)
        {
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

        return ([.. counts], [.. multiplicities]);
    }
}
