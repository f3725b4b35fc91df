using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MutualInfo.Discrete.Primitives;

/// <summary>One worker's share of counting rows together with labels, while the table that finds their symbols is in the cache.</summary>
/// <remarks>
/// What is heard of a partition is noted, and counted when the partition is whole, for only then is it known which symbols have come
/// again: a symbol seen once makes a pair seen once, whatever its label.
/// </remarks>
/// <param name="labels">The label of every row, which stay where they are.</param>
/// <param name="alphabet">Labels are below this number.</param>
internal sealed unsafe class LabelJoin(int* labels, int alphabet) : IDisposable
{
    // 512 KB: a cell for each pair of a partition, within the second-level cache of one core.
    private const int MostCells = 1 << 17;
    private const int PartitionRows = 1 << 13;

    private readonly RentedList<int> _rows = new(PartitionRows);
    private readonly RentedList<int> _numbers = new(PartitionRows);
    private readonly RentedList<ulong> _pairs = new(PartitionRows);
    private readonly List<(int Number, ReadOnlyMemory<int> Labels)> _counted = [];
    private AbsorbedLabels? _absorbed;
    private Rented<int>? _cells;
    private int _shift;
    private int _zeros;
    private int _ofSlots;

    /// <summary>Gets how often pairs have occurred in the partitions that this worker has counted.</summary>
    public CountTally Tally { get; } = new();

    /// <summary>Makes room for the rows that this worker's front table is going to absorb.</summary>
    public void BeginParting(int rows, int partitionBits, int slots)
    {
        _absorbed = new AbsorbedLabels(rows, partitionBits, slots, alphabet);
        _shift = KeyChunks.ShiftOf(partitionBits);
    }

    /// <summary>Takes a row that a slot has absorbed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Absorb(Vector128<ulong> key, int row, int slot, bool isFirst)
    {
        if (isFirst)
            _absorbed!.Claim(slot);
        _absorbed!.Add(KeyChunks.PartitionOf(key, _shift), slot, labels[row]);
    }

    /// <summary>Notes rows of a partition.</summary>
    public void Hear(ReadOnlySpan<int> rowNumbers, ReadOnlySpan<int> numbers)
    {
        _rows.Add(rowNumbers);
        _numbers.Add(numbers);
    }

    /// <summary>Notes a slot of a worker's front table.</summary>
    public void Hear(LabelJoin from, FrontSlot slot, int number)
    {
        _ofSlots += slot.Count;
        ReadOnlyMemory<int> ofLabels = from._absorbed!.Number(slot.Slot, number);
        if (!ofLabels.IsEmpty)
            _counted.Add((number, ofLabels));
    }

    /// <summary>Counts the pairs of a partition.</summary>
    /// <param name="partition">Which it is.</param>
    /// <param name="counts">How often each symbol of it was seen.</param>
    /// <param name="joins">All workers' shares, whose front tables may have absorbed rows of it.</param>
    public void Finish(int partition, ReadOnlySpan<int> counts, ReadOnlySpan<LabelJoin> joins)
    {
        if (counts.Length == _rows.Count + _ofSlots)
        {
            Tally.Add(1, counts.Length);
        }
        else
        {
            NotePairs(counts);
            long cells = (long)counts.Length * alphabet;
            if (cells <= Math.Min(MostCells, 2L * (_rows.Count + _ofSlots)))
                CountInFewCells(partition, (int)cells, joins);
            else
                CountPairs(partition, cells, joins);
        }

        _rows.Clear();
        _numbers.Clear();
        _pairs.Clear();
        _counted.Clear();
        _ofSlots = 0;
    }

    public void Dispose()
    {
        _rows.Dispose();
        _numbers.Dispose();
        _pairs.Dispose();
        _absorbed?.Dispose();
        _cells?.Dispose();
    }

    private static ulong Pair(int number, int label) => ((ulong)(uint)number << 32) | (uint)label;

    private int CellOf(ulong pair) => (int)(pair >> 32) * alphabet + (int)(uint)pair;

    // Notes the pairs of the rows that came again, and counts the others at once.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void NotePairs(ReadOnlySpan<int> counts)
    {
        ReadOnlySpan<int> rowNumbers = _rows.Span;
        ReadOnlySpan<int> numbers = _numbers.Span[..rowNumbers.Length];
        Span<ulong> pairs = _pairs.Extend(rowNumbers.Length);
        int noted = 0;
        for (int i = 0; i < numbers.Length; i++)
        {
            if (counts[numbers[i]] > 1)
                pairs[noted++] = Pair(numbers[i], labels[rowNumbers[i]]);
        }

        _pairs.Shorten(rowNumbers.Length - noted);
        Tally.Add(1, rowNumbers.Length - noted);
    }

    private void CountInFewCells(int partition, int cellCount, ReadOnlySpan<LabelJoin> joins)
    {
        Span<int> cells = Zeros(cellCount);
        foreach (ulong pair in _pairs.Span)
            cells[CellOf(pair)]++;
        foreach (LabelJoin join in joins)
            join._absorbed?.CountIn(cells, partition);
        foreach ((int number, ReadOnlyMemory<int> ofLabels) in _counted)
        {
            Span<int> ofNumber = cells.Slice(number * alphabet, alphabet);
            TensorPrimitives.Add(ofNumber, ofLabels.Span, ofNumber);
        }

        Tally.Add(cells);
        cells.Clear();
    }

    private void CountPairs(int partition, long cellCount, ReadOnlySpan<LabelJoin> joins)
    {
        foreach (LabelJoin join in joins)
        {
            if (join._absorbed is { } absorbed)
                absorbed.CopyTo(partition, _pairs.Extend(absorbed.NotedOf(partition)));
        }

        foreach ((int number, ReadOnlyMemory<int> ofLabels) in _counted)
        {
            for (int label = 0; label < ofLabels.Length; label++)
                _pairs.Extend(ofLabels.Span[label]).Fill(Pair(number, label));
        }

        if (cellCount <= MostCells)
            CountInCells((int)cellCount);
        else
            CountByKey();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CountInCells(int cellCount)
    {
        Span<int> cells = Zeros(cellCount);
        foreach (ulong pair in _pairs.Span)
            cells[CellOf(pair)]++;

        // Of many cells few were seen. One that has been read is 0 when it is met again, and a zero does not count.
        foreach (ulong pair in _pairs.Span)
        {
            Tally.Add(cells[CellOf(pair)]);
            cells[CellOf(pair)] = 0;
        }
    }

    private void CountByKey()
    {
        fixed (ulong* pairs = _pairs.Span)
        {
            RawRows<RowHash> rows = new((byte*)pairs, _pairs.Count, sizeof(ulong));
            Tally.Add(RowInterner.Tally(rows, EstimationOptions.Default with { MaxDegreeOfParallelism = 1 }));
        }
    }

    // Invariant: the first _zeros cells are 0 whenever no partition is being counted.
    private Span<int> Zeros(int length)
    {
        if (_cells is not { } enough || enough.Array.Length < length)
        {
            _cells?.Dispose();
            _cells = null;
            _cells = new Rented<int>(length);
            _zeros = 0;
        }

        Span<int> cells = _cells.Value.Array.AsSpan(0, length);
        if (_zeros < length)
        {
            cells[_zeros..].Clear();
            _zeros = length;
        }

        return cells;
    }
}

/// <summary>Counts rows together with labels, and gives them no codes.</summary>
/// <param name="joins">One for each worker.</param>
/// <param name="worker">Whose this is.</param>
internal readonly struct RowsWithLabels(LabelJoin[] joins, int worker) : IRowNumberSink
{
    private readonly LabelJoin _own = joins[worker];

    public void BeginParting(int rows, int partitionBits, int slots) => _own.BeginParting(rows, partitionBits, slots);

    public void HearAbsorbed(Vector128<ulong> key, int row, int slot, int first) => _own.Absorb(key, row, slot, row == first);

    public void Hear(ReadOnlySpan<int> rows, ReadOnlySpan<int> numbers, KeyTable table) => _own.Hear(rows, numbers);

    public void HearSlot(FrontSlot slot, int before, int number, KeyTable table) => _own.Hear(joins[slot.Worker], slot, number);

    public void Finish(int partition, KeyTable table) => _own.Finish(partition, table.Counts, joins);
}
