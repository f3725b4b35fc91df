using System.Runtime.Intrinsics;

namespace MutualInfo.Discrete.Primitives;

/// <summary>Hears where each row goes while rows are parted, and under which number of a partition's table it has come.</summary>
/// <remarks>Every worker has one of its own, for the rows it parts and for the partitions it counts.</remarks>
internal interface IRowNumberSink
{
    /// <summary>Hears that as many rows are going to be parted by this worker, and how many slots its front table has.</summary>
    void BeginParting(int rows, int partitionBits, int slots);

    /// <summary>
    /// Hears that a row of this worker was absorbed by a slot of its front table, where <paramref name="first"/> was the first.
    /// </summary>
    void HearAbsorbed(Vector128<ulong> key, int row, int slot, int first);

    /// <summary>Hears the numbers of some rows of a partition, in the order of the rows.</summary>
    void Hear(ReadOnlySpan<int> rows, ReadOnlySpan<int> numbers, KeyTable table);

    /// <summary>
    /// Hears the number of a slot; <paramref name="before"/> was the first row under the number until the slot came.
    /// </summary>
    void HearSlot(FrontSlot slot, int before, int number, KeyTable table);

    /// <summary>Hears that all rows of the partition have come.</summary>
    void Finish(int partition, KeyTable table);
}

/// <summary>A slot of a worker's front table: its first row, and how many rows it has absorbed, that one included.</summary>
internal readonly record struct FrontSlot(int Worker, int Slot, int FirstRow, int Count);

/// <summary>For when only the counts are wanted.</summary>
internal readonly struct NoCodes : IRowNumberSink
{
    public void BeginParting(int rows, int partitionBits, int slots)
    {
    }

    public void HearAbsorbed(Vector128<ulong> key, int row, int slot, int first)
    {
    }

    public void Hear(ReadOnlySpan<int> rows, ReadOnlySpan<int> numbers, KeyTable table)
    {
    }

    public void HearSlot(FrontSlot slot, int before, int number, KeyTable table)
    {
    }

    public void Finish(int partition, KeyTable table)
    {
    }
}

/// <summary>
/// Writes links: every row's leads to an earlier equal row, until the first one's holds ~count, which is negative.
/// </summary>
internal readonly struct RowLinks(int[] links) : IRowNumberSink
{
    public void BeginParting(int rows, int partitionBits, int slots)
    {
    }

    public void HearAbsorbed(Vector128<ulong> key, int row, int slot, int first) => links[row] = first;

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

    public void HearSlot(FrontSlot slot, int before, int number, KeyTable table)
    {
        // Whichever was first before leads to the one that is now.
        int first = table.FirstRows[number];
        links[slot.FirstRow] = first;
        links[before] = first;
    }

    public void Finish(int partition, KeyTable table)
    {
        ReadOnlySpan<int> firstRows = table.FirstRows;
        ReadOnlySpan<int> counts = table.Counts;
        for (int i = 0; i < firstRows.Length; i++)
            links[firstRows[i]] = ~counts[i];
    }
}
