using System.Numerics;

namespace MutualInfo.Discrete.Merging;

/// <summary>How often pairs of symbols were seen, in 64 bits.</summary>
/// <remarks>Open addressing, at most half full. Memory: 24 to 96 bytes for each pair that was seen.</remarks>
internal sealed class PairTable
{
    private const int MaximumCount = 1 << 29;

    // Odd, with an even spread of bits: the fraction of the golden ratio.
    private const ulong GoldenRatio = 0x9E3779B97F4A7C15;

    private ulong[] _pairs = new ulong[8];
    private long[] _counts = new long[8];
    private int[] _slots = new int[16];

    public int Count { get; private set; }

    /// <summary>Gets the counts, in the order in which pairs came.</summary>
    public ReadOnlySpan<long> Counts => _counts.AsSpan(0, Count);

    public int XOf(int pair) => (int)(_pairs[pair] >> 32);

    public int YOf(int pair) => (int)(uint)_pairs[pair];

    /// <summary>Makes room for more pairs, so that as many calls of <see cref="Add"/> cannot fail.</summary>
    public void Reserve(int more)
    {
        int needed = Count + more;
        if (needed > MaximumCount || needed < 0)
            throw new InsufficientMemoryException($"More than {MaximumCount} different pairs of symbols do not fit one table; use coarser bins.");
        if (needed > _pairs.Length)
        {
            int length = (int)BitOperations.RoundUpToPowerOf2((uint)needed);
            Array.Resize(ref _counts, length);
            Array.Resize(ref _pairs, length);
        }

        if (2 * needed > _slots.Length)
            Rehash((int)BitOperations.RoundUpToPowerOf2(2 * (uint)needed));
    }

    /// <summary>Adds to a pair's count. Room must have been made, and the sum of all counts must fit.</summary>
    public void Add(int x, int y, long count)
    {
        ulong pair = ((ulong)x << 32) | (uint)y;
        int slot = Slot(pair, _slots);
        while (_slots[slot] != 0 && _pairs[_slots[slot] - 1] != pair)
            slot = (slot + 1) & (_slots.Length - 1);
        if (_slots[slot] == 0)
        {
            _pairs[Count] = pair;
            _slots[slot] = ++Count;
        }

        _counts[_slots[slot] - 1] += count;
    }

    private void Rehash(int length)
    {
        int[] slots = new int[length];
        for (int i = 0; i < Count; i++)
        {
            int slot = Slot(_pairs[i], slots);
            while (slots[slot] != 0)
                slot = (slot + 1) & (length - 1);
            slots[slot] = i + 1;
        }

        _slots = slots;
    }

    private static int Slot(ulong pair, int[] slots)
    {
        ulong mixed = (pair ^ (pair >> 29)) * GoldenRatio;
        return (int)(mixed >> 32) & (slots.Length - 1);
    }
}
