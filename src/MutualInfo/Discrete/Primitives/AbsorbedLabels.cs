using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MutualInfo.Discrete.Primitives;

/// <summary>The labels of the rows that a worker's front table has absorbed.</summary>
/// <remarks>
/// As long as few slots are in use they have a cell for each label, and a row is counted at once. When there are more, whose
/// cells would miss the cache, rows are noted with slot and label, parted like those that were not absorbed.
/// </remarks>
internal sealed class AbsorbedLabels : IDisposable
{
    /// <summary>The most labels that a row can be noted with.</summary>
    public const int MostLabels = 1 << 16;

    // 128 KB.
    private const int MostCells = 1 << 15;

    // A front table has no more slots than there are numbers in the other half.
    private const int SlotShift = 16;

    private readonly int _alphabet;
    private readonly int _mostCounted;
    private readonly ChunkLists _lists;
    private readonly Rented<uint> _noted;
    private readonly Rented<int> _cells;

    // While rows are parted, ~index of the slot's first cell, or 0 where it has none; then its number in the partition's table.
    private readonly Rented<int> _ofSlots;
    private int _counted;
    private bool _areFew = true;

    /// <summary>Makes room for as many rows, in 2^<paramref name="partitionBits"/> partitions.</summary>
    public AbsorbedLabels(int rows, int partitionBits, int slots, int alphabet)
    {
        _alphabet = alphabet;
        _mostCounted = MostCells / alphabet;
        _lists = new ChunkLists(rows, 1 << partitionBits);
        _noted = new Rented<uint>(_lists.Places);
        _cells = new Rented<int>(_mostCounted * alphabet);
        _cells.Span.Clear();
        _ofSlots = new Rented<int>(slots);
    }

    /// <summary>Hears of the first row of a slot, before its label.</summary>
    public void Claim(int slot)
    {
        _areFew &= _counted < _mostCounted;
        _ofSlots.Array[slot] = _areFew ? ~(_counted++ * _alphabet) : 0;
    }

    /// <summary>Takes the label of a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int partition, int slot, int label)
    {
        if (_areFew)
        {
            _cells.Array[~_ofSlots.Array[slot] + label]++;
            return;
        }

        // Within bounds: a place is below the number of places.
        ref uint notes = ref MemoryMarshal.GetArrayDataReference(_noted.Array);
        Unsafe.Add(ref notes, _lists.Append(partition)) = ((uint)slot << SlotShift) | (uint)label;
    }

    /// <summary>
    /// Says under which number of its partition's table the rows of a slot have come. A slot is of one partition.
    /// </summary>
    /// <returns>How often each label was counted in the slot's cells; nothing where it has none.</returns>
    public ReadOnlyMemory<int> Number(int slot, int number)
    {
        int cell = ~_ofSlots.Array[slot];
        _ofSlots.Array[slot] = number;
        return cell < 0 ? default : _cells.Array.AsMemory(cell, _alphabet);
    }

    /// <summary>How many rows of a partition are noted.</summary>
    public int NotedOf(int partition) => _lists.LengthOf(partition);

    /// <summary>Writes the rows of a partition that are noted, by number and label.</summary>
    public void CopyTo(int partition, Span<ulong> pairs, CancellationToken token)
    {
        ReadOnlySpan<int> numberOf = _ofSlots.Span;
        int at = 0;
        foreach (Range chunk in _lists.Of(partition))
        {
            token.ThrowIfCancellationRequested();
            foreach (uint noted in _noted.Array.AsSpan(chunk))
                pairs[at++] = Pair(numberOf[(int)(noted >> SlotShift)], (int)(noted & (MostLabels - 1)));
        }
    }

    /// <summary>Counts the rows of a partition that are noted, in a cell for each number and label.</summary>
    public void CountIn(Span<int> cells, int partition, CancellationToken token)
    {
        ReadOnlySpan<int> numberOf = _ofSlots.Span;
        foreach (Range chunk in _lists.Of(partition))
        {
            token.ThrowIfCancellationRequested();
            foreach (uint noted in _noted.Array.AsSpan(chunk))
                cells[numberOf[(int)(noted >> SlotShift)] * _alphabet + (int)(noted & (MostLabels - 1))]++;
        }
    }

    public void Dispose()
    {
        _noted.Dispose();
        _cells.Dispose();
        _ofSlots.Dispose();
    }

    private static ulong Pair(int slot, int label) => ((ulong)(uint)slot << 32) | (uint)label;
}
