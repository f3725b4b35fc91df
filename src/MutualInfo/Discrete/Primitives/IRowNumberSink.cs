namespace MutualInfo.Discrete.Primitives;

/// <summary>Hears under which number of a partition's table each of its rows has come.</summary>
internal interface IRowNumberSink
{
    /// <summary>Hears the numbers of some rows, in the order of the rows.</summary>
    void Hear(ReadOnlySpan<int> rows, ReadOnlySpan<int> numbers, KeyTable table);

    /// <summary>Hears of a row that many others were absorbed into; <paramref name="before"/> was the first row under its number.</summary>
    void HearAbsorbed(int row, int before, int number, KeyTable table);

    /// <summary>Hears that all rows of the partition have come.</summary>
    void Finish(KeyTable table);
}

/// <summary>For when only the counts are wanted.</summary>
internal readonly struct NoCodes : IRowNumberSink
{
    public void Hear(ReadOnlySpan<int> rows, ReadOnlySpan<int> numbers, KeyTable table)
    {
    }

    public void HearAbsorbed(int row, int before, int number, KeyTable table)
    {
    }

    public void Finish(KeyTable table)
    {
    }
}

/// <summary>Writes links: every row's leads to an earlier equal row, until the first one's holds ~count, which is negative.</summary>
internal readonly struct RowLinks(int[] links) : IRowNumberSink
{
    public void Hear(ReadOnlySpan<int> rows, ReadOnlySpan<int> numbers, KeyTable table)
    {
        ReadOnlySpan<int> firstRows = table.FirstRows;
        for (int i = 0; i < rows.Length; i++)
        {
            // First rows are written at the end; all links are far apart, and most rows may be first ones.
            int first = firstRows[numbers[i]];
            if (first != rows[i])
                links[rows[i]] = first;
        }
    }

    public void HearAbsorbed(int row, int before, int number, KeyTable table)
    {
        // Whichever was first before leads to the one that is now.
        int first = table.FirstRows[number];
        links[row] = first;
        links[before] = first;
    }

    public void Finish(KeyTable table)
    {
        ReadOnlySpan<int> firstRows = table.FirstRows;
        ReadOnlySpan<int> counts = table.Counts;
        for (int i = 0; i < firstRows.Length; i++)
            links[firstRows[i]] = ~counts[i];
    }
}
