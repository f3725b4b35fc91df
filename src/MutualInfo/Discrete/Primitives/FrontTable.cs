using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MutualInfo.Hardware;

namespace MutualInfo.Discrete.Primitives;

/// <summary>A small direct-mapped table before the partitions, which absorbs the rows that come again and again.</summary>
/// <remarks>
/// The first key to claim a slot keeps it, so a key is either here from its first row on or not at all. Skewed data would fill
/// one partition with copies of a few rows; here a copy costs one comparison in the nearest cache. Where copies are rare, looking
/// for them costs more than it saves: the table switches itself off, and what it holds stays valid.
/// </remarks>
internal sealed class FrontTable : IDisposable
{
    private const int FewestSlots = 1 << 12;
    private const int MostSlots = 1 << 16;
    private const int Window = 8192;

    private readonly Rented<Vector128<ulong>> _keys;
    private readonly Rented<int> _firstRows;
    private readonly Rented<int> _counts;
    private readonly int _slots;
    private int _seen = -Window;
    private int _absorbed;

    /// <summary>
    /// Makes an empty table for a worker's share of the rows: a slot for eight rows, up to what the second-level cache holds.
    /// </summary>
    public FrontTable(int rows)
    {
        _slots = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(rows / 8, FewestSlots, MostSlots));
        _keys = new Rented<Vector128<ulong>>(_slots);
        _firstRows = new Rented<int>(_slots);
        _counts = new Rented<int>(_slots);
        _counts.Span.Clear();
    }

    /// <summary>Gets the number of slots.</summary>
    public int Slots => _slots;

    /// <summary>Gets whether the table still takes rows.</summary>
    public bool IsOn { get; private set; } = true;

    /// <summary>Counts the rows whose keys the table holds or has room for, and moves the others to the front.</summary>
    /// <param name="rows">What the keys are made of.</param>
    /// <param name="keys">The keys of consecutive rows; on return, the first are those that were not absorbed.</param>
    /// <param name="firstRow">The row of the first key.</param>
    /// <param name="left">Receives the rows that were not absorbed.</param>
    /// <param name="sink">Hears of the rows that were.</param>
    /// <returns>How many were not absorbed.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Absorb<TRows, TSink>(in TRows rows, Span<Vector128<ulong>> keys, int firstRow, Span<int> left, TSink sink)
        where TRows : struct, IRowSource
        where TSink : struct, IRowNumberSink
    {
        // Within bounds: a slot is below the number of slots, and no more are left than have come.
        left = left[..keys.Length];
        ref Vector128<ulong> known = ref MemoryMarshal.GetArrayDataReference(_keys.Array);
        ref int firstRows = ref MemoryMarshal.GetArrayDataReference(_firstRows.Array);
        ref int counts = ref MemoryMarshal.GetArrayDataReference(_counts.Array);
        uint mask = (uint)_slots - 1;
        bool keysDecide = rows.KeysDecide;
        if (!keysDecide)
            AskForFirstRows(in rows, keys);
        int remaining = 0;
        int absorbed = 0;
        for (int i = 0; i < keys.Length; i++)
        {
            Vector128<ulong> key = keys[i];
            int row = firstRow + i;
            uint slot = (uint)key.GetElement(1) & mask;
            int first = row;
            if (Unsafe.Add(ref counts, slot) == 0)
            {
                Unsafe.Add(ref known, slot) = key;
                Unsafe.Add(ref firstRows, slot) = row;
            }
            else
            {
                first = Unsafe.Add(ref firstRows, slot);
                if (Unsafe.Add(ref known, slot) != key || (!keysDecide && !rows.AreEqual(row, first)))
                {
                    keys[remaining] = key;
                    left[remaining++] = row;
                    continue;
                }

                absorbed++;
            }

            Unsafe.Add(ref counts, slot)++;
            sink.HearAbsorbed(key, row, (int)slot, first);
        }

        Judge(keys.Length, absorbed);
        return remaining;
    }

    /// <summary>Lists the slots in use by the partitions of their keys.</summary>
    /// <param name="partitionBits">There are 2^partitionBits partitions.</param>
    /// <param name="starts">Receives where each partition's slots begin, and the end; all zeros before.</param>
    /// <returns>The slots.</returns>
    public int[] ByPartition(int partitionBits, Span<int> starts)
    {
        int shift = 64 - partitionBits;
        ReadOnlySpan<int> counts = _counts.Span;
        for (int slot = 0; slot < _slots; slot++)
        {
            if (counts[slot] > 0)
                starts[KeyChunks.PartitionOf(_keys.Array[slot], shift) + 1]++;
        }

        for (int partition = 1; partition < starts.Length; partition++)
            starts[partition] += starts[partition - 1];

        int[] slots = new int[starts[^1]];
        // Filled from behind, so that the ends of the partitions become their starts.
        Span<int> ends = starts[1..].ToArray();
        for (int slot = _slots - 1; slot >= 0; slot--)
        {
            if (counts[slot] > 0)
                slots[--ends[KeyChunks.PartitionOf(_keys.Array[slot], shift)]] = slot;
        }

        return slots;
    }

    /// <summary>The key, the earliest row and the number of rows in a slot.</summary>
    public (Vector128<ulong> Key, int FirstRow, int Count) this[int slot] =>
        (_keys.Array[slot], _firstRows.Array[slot], _counts.Array[slot]);

    public void Dispose()
    {
        _keys.Dispose();
        _firstRows.Dispose();
        _counts.Dispose();
    }

    // What keys will be compared with, and the first rows of their slots, lie anywhere: all are asked for
    // before the first is waited for.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe void AskForFirstRows<TRows>(in TRows rows, ReadOnlySpan<Vector128<ulong>> keys)
        where TRows : struct, IRowSource
    {
        ref Vector128<ulong> known = ref MemoryMarshal.GetArrayDataReference(_keys.Array);
        ref int firstRows = ref MemoryMarshal.GetArrayDataReference(_firstRows.Array);
        ref int counts = ref MemoryMarshal.GetArrayDataReference(_counts.Array);
        uint mask = (uint)_slots - 1;
        foreach (Vector128<ulong> key in keys)
        {
            uint slot = (uint)key.GetElement(1) & mask;
            // An address that the collector makes stale is a hint of no use, and no more than that.
            Prefetch.ToSecondLevel(Unsafe.AsPointer(ref Unsafe.Add(ref known, slot)));
            if (Unsafe.Add(ref counts, slot) != 0)
                rows.Ask(Unsafe.Add(ref firstRows, slot));
        }
    }

    // Switches the table off where, since the last time, fewer than an eighth of the rows were copies of what it holds. The first
    // time comes late: an empty table finds no copies.
    private void Judge(int rows, int absorbed)
    {
        _seen += rows;
        _absorbed += absorbed;
        if (_seen < Window)
            return;
        IsOn = _absorbed >= _seen / 8;
        _seen = 0;
        _absorbed = 0;
    }
}
