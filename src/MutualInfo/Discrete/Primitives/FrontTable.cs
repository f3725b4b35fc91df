using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MutualInfo.Discrete.Primitives;

/// <summary>A small direct-mapped table before the partitions, which absorbs the rows that come again and again.</summary>
/// <remarks>
/// The first key to claim a slot keeps it, so a key is either here from its first row on or not at all. Skewed data would fill one
/// partition with copies of a few rows; here a copy costs one comparison in the nearest cache. Where copies are rare, looking for
/// them costs more than it saves: the table switches itself off, and what it holds stays valid.
/// </remarks>
internal sealed class FrontTable : IDisposable
{
    private const int Slots = 4096;
    private const int Window = 8192;

    private readonly Rented<Vector128<ulong>> _keys = new(Slots);
    private readonly Rented<int> _firstRows = new(Slots);
    private readonly Rented<int> _counts = new(Slots);
    private int _seen;
    private int _absorbed;

    /// <summary>Makes an empty table.</summary>
    public FrontTable() => _counts.Span.Clear();

    /// <summary>Gets whether the table still takes rows.</summary>
    public bool IsOn { get; private set; } = true;

    /// <summary>Counts a row whose key the table holds or has room for, and says the earliest row with that key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAbsorb<TRows>(in TRows rows, Vector128<ulong> key, int row, out int first) where TRows : struct, IRowSource
    {
        int slot = (int)(key.GetElement(1) % Slots);
        int count = _counts.Array[slot];
        first = row;
        if (count == 0)
        {
            _keys.Array[slot] = key;
            _firstRows.Array[slot] = row;
        }
        else
        {
            if (_keys.Array[slot] != key)
                return false;
            first = _firstRows.Array[slot];
            if (!rows.KeysDecide && !rows.AreEqual(row, first))
                return false;
            _absorbed++;
        }

        _counts.Array[slot] = count + 1;
        return true;
    }

    /// <summary>Switches the table off where, since the last time, fewer than an eighth of the rows were copies of what it holds.</summary>
    public void Judge(int rows)
    {
        _seen += rows;
        if (_seen < Window)
            return;
        IsOn = _absorbed >= _seen / 8;
        _seen = 0;
        _absorbed = 0;
    }

    /// <summary>Lists the slots in use by the partitions of their keys.</summary>
    /// <param name="partitionBits">There are 2^partitionBits partitions.</param>
    /// <param name="starts">Receives where each partition's slots begin, and the end; all zeros before.</param>
    /// <returns>The slots.</returns>
    public int[] ByPartition(int partitionBits, Span<int> starts)
    {
        int shift = 64 - partitionBits;
        ReadOnlySpan<int> counts = _counts.Span;
        for (int slot = 0; slot < Slots; slot++)
        {
            if (counts[slot] > 0)
                starts[KeyChunks.PartitionOf(_keys.Array[slot], shift) + 1]++;
        }

        for (int partition = 1; partition < starts.Length; partition++)
            starts[partition] += starts[partition - 1];

        int[] slots = new int[starts[^1]];
        // Filled from behind, so that the ends of the partitions become their starts.
        Span<int> ends = starts[1..].ToArray();
        for (int slot = Slots - 1; slot >= 0; slot--)
        {
            if (counts[slot] > 0)
                slots[--ends[KeyChunks.PartitionOf(_keys.Array[slot], shift)]] = slot;
        }

        return slots;
    }

    /// <summary>The key, the earliest row and the number of rows in a slot.</summary>
    public (Vector128<ulong> Key, int FirstRow, int Count) this[int slot] => (_keys.Array[slot], _firstRows.Array[slot], _counts.Array[slot]);

    public void Dispose()
    {
        _keys.Dispose();
        _firstRows.Dispose();
        _counts.Dispose();
    }
}
