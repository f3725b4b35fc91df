using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MutualInfo.Discrete.Primitives;

/// <summary>
/// One worker's share of counting rows together with labels, while the table that finds their symbols is in the cache.
/// </summary>
/// <remarks>
/// What is heard of a partition is noted, and counted when the partition is whole, for only then is it known which symbols have
/// come again: a symbol seen once makes a pair seen once, whatever its label.
/// </remarks>
/// <param name="labels">The label of every row, which stay where they are.</param>
/// <param name="alphabet">Labels are below this number.</param>
/// <param name="token">Cancellation.</param>
internal sealed unsafe class LabelJoin(int* labels, int alphabet, CancellationToken token) : IDisposable
{
    // 512 KB: a cell for each pair of a partition, within the second-level cache of one core.
    private const int MostCells = 1 << 17;
    private const int PartitionRows = 1 << 13;

    // A table that is near to independence has hundreds of rows for each cell, as a rule: with fewer than
    // this, cells are not kept.
    private const int FewestRowsForCell = 8;

    private readonly RentedList<int> _rows = new(PartitionRows);
    private readonly RentedList<int> _numbers = new(PartitionRows);
    private readonly RentedList<ulong> _pairs = new(PartitionRows);
    private readonly List<(int Number, ReadOnlyMemory<int> Labels)> _counted = [];
    private readonly RentedList<LabelledCell> _kept = new(16);
    private readonly ZeroedCells _cells = new();
    private AbsorbedLabels? _absorbed;
    private bool _keepsAll = true;
    private int _shift;
    private int _absorbedRows;

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
        _absorbedRows += slot.Count;
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
        if (counts.Length == _rows.Count + _absorbedRows)
        {
            Tally.Add(1, counts.Length);
        }
        else
        {
            NotePairs(counts);
            long cells = (long)counts.Length * alphabet;
            if (cells <= Math.Min(MostCells, 2L * (_rows.Count + _absorbedRows)))
                CountInFewCells(partition, counts, joins);
            else
                CountInManyCells(partition, cells, joins);
        }

        _rows.Clear();
        _numbers.Clear();
        _pairs.Clear();
        _counted.Clear();
        _absorbedRows = 0;
    }

    /// <summary>Adds what another worker has counted.</summary>
    public void Add(LabelJoin other)
    {
        Tally.Add(other.Tally);
        _keepsAll &= other._keepsAll;
        _kept.Add(other._kept.Span);
    }

    /// <summary>The cells of all symbols that came again, where they are so few that they were kept.</summary>
    public LabelledCell[]? CellsIfKept() => _keepsAll ? _kept.Span.ToArray() : null;

    public void Dispose()
    {
        _rows.Dispose();
        _numbers.Dispose();
        _pairs.Dispose();
        _kept.Dispose();
        _absorbed?.Dispose();
        _cells.Dispose();
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

    private void CountInFewCells(int partition, ReadOnlySpan<int> counts, ReadOnlySpan<LabelJoin> joins)
    {
        Span<int> cells = _cells.Take(counts.Length * alphabet);
        foreach (ulong pair in _pairs.Span)
            cells[CellOf(pair)]++;
        foreach (LabelJoin join in joins)
            join._absorbed?.CountIn(cells, partition, token);
        foreach ((int number, ReadOnlyMemory<int> ofLabels) in _counted)
        {
            Span<int> ofNumber = cells.Slice(number * alphabet, alphabet);
            TensorPrimitives.Add(ofNumber, ofLabels.Span, ofNumber);
        }

        Tally.Add(cells);
        _keepsAll &= cells.Length <= (_rows.Count + _absorbedRows) / FewestRowsForCell;
        if (_keepsAll)
            Keep(cells, counts);
        cells.Clear();
    }

    private void Keep(ReadOnlySpan<int> cells, ReadOnlySpan<int> counts)
    {
        for (int number = 0; number < counts.Length; number++)
        {
            for (int label = 0; label < alphabet; label++)
            {
                int count = cells[number * alphabet + label];
                if (count > 0)
                    _kept.Add(new LabelledCell(counts[number], label, count));
            }
        }
    }

    // Of many cells few are seen: those of the pairs, which are gone through once more.
    private void CountInManyCells(int partition, long cellCount, ReadOnlySpan<LabelJoin> joins)
    {
        _keepsAll = false;
        foreach (LabelJoin join in joins)
        {
            if (join._absorbed is { } absorbed)
                absorbed.CopyTo(partition, _pairs.Extend(absorbed.NotedOf(partition)), token);
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
        Span<int> cells = _cells.Take(cellCount);
        foreach (ulong pair in _pairs.Span)
            cells[CellOf(pair)]++;

        // A cell that has been read is 0 when it is met again, and a zero does not count.
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
            Tally.Add(RowInterner.Tally(rows, new EstimationOptions { MaxDegreeOfParallelism = 1, CancellationToken = token }));
        }
    }
}
