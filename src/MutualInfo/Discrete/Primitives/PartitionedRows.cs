using System.Numerics;
using System.Runtime.Intrinsics;

namespace MutualInfo.Discrete.Primitives;

/// <summary>
/// Counts many rows: each worker parts its rows by their keys, then each partition is counted in a table that fits the cache.
/// </summary>
/// <remarks>
/// Two passes. In the first a worker hashes its share of the rows block by block; its <see cref="FrontTable"/> absorbs copies of
/// hot rows, the others go to <see cref="KeyChunks"/>. In the second, workers take one partition after another and add all
/// workers' rows of it to a <see cref="KeyTable"/>. O(n·width) time, 20 bytes a row.
/// </remarks>
internal sealed class PartitionedRows<TRows> : IDisposable where TRows : struct, IRowSource
{
    // 8192 different rows take 330 KB of a table: within the second-level cache of one core.
    private const int RowsPerPartition = 8192;
    private const int MaximumPartitionBits = 12;

    private readonly TRows _rows;
    private readonly EstimationOptions _options;
    private readonly int _workers;
    private readonly int _partitionBits;
    private readonly KeyChunks[] _chunks;
    private readonly FrontTable[] _fronts;
    private readonly int[][] _frontSlots;
    private readonly int[][] _frontStarts;

    /// <summary>Rents what the passes need.</summary>
    public PartitionedRows(TRows rows, EstimationOptions options)
    {
        _rows = rows;
        _options = options;
        _workers = RowWorkers.For((long)rows.Count * (rows.BytesPerRow + RowBytes.KeyWidth), options);
        _partitionBits = Math.Clamp(BitOperations.Log2((uint)(rows.Count / RowsPerPartition)) + 1, 1, MaximumPartitionBits);
        _chunks = new KeyChunks[_workers];
        _fronts = new FrontTable[_workers];
        _frontSlots = new int[_workers][];
        _frontStarts = new int[_workers][];
    }

    /// <summary>Gets how many workers share the rows.</summary>
    public int Workers => _workers;

    /// <summary>Counts the rows.</summary>
    /// <param name="sinkOf">The sink of each worker, which hears under which number each row came.</param>
    public CountTally Count<TSink>(Func<int, TSink> sinkOf) where TSink : struct, IRowNumberSink
    {
        RowWorkers.Run(_workers, _options, worker => Part(worker, sinkOf(worker)));
        CountTally[] tallies = new CountTally[_workers];
        int taken = 0;
        RowWorkers.Run(_workers, _options, worker =>
        {
            using KeyTable table = new();
            TSink sink = sinkOf(worker);
            tallies[worker] = new CountTally();
            for (int next; (next = Interlocked.Increment(ref taken) - 1) >> _partitionBits == 0;)
            {
                _options.CancellationToken.ThrowIfCancellationRequested();
                CountPartition(next, table, sink);
                tallies[worker].Add(table.Counts);
            }
        });
        for (int worker = 1; worker < _workers; worker++)
            tallies[0].Add(tallies[worker]);
        return tallies[0];
    }

    public void Dispose()
    {
        foreach (KeyChunks? chunks in _chunks)
            chunks?.Dispose();
        foreach (FrontTable? front in _fronts)
            front?.Dispose();
    }

    private void Part<TSink>(int worker, TSink sink) where TSink : struct, IRowNumberSink
    {
        int start = RowWorkers.StartOf(worker, _workers, _rows.Count);
        int end = RowWorkers.StartOf(worker + 1, _workers, _rows.Count);
        KeyChunks chunks = _chunks[worker] = new KeyChunks(end - start, _partitionBits);
        FrontTable front = _fronts[worker] = new FrontTable(end - start);
        sink.BeginParting(end - start, _partitionBits, front.Slots);
        Span<int> rows = stackalloc int[RowInterner.MaximumBlock];
        Span<Vector128<ulong>> keys = stackalloc Vector128<ulong>[RowInterner.MaximumBlock];
        int block = RowInterner.BlockLength(_rows.BytesPerRow);
        for (int at = start; at < end; at += block)
        {
            _options.CancellationToken.ThrowIfCancellationRequested();
            Span<Vector128<ulong>> ofBlock = keys[..Math.Min(block, end - at)];
            _rows.Keys(at, ofBlock);
            int left = ofBlock.Length;
            if (front.IsOn)
                left = front.Absorb(in _rows, ofBlock, at, rows, sink);
            else
                RowInterner.Number(rows[..left], at);
            chunks.Append(ofBlock[..left], rows);
        }

        int[] starts = new int[(1 << _partitionBits) + 1];
        _frontSlots[worker] = front.ByPartition(_partitionBits, starts);
        _frontStarts[worker] = starts;
    }

    private void CountPartition<TSink>(int partition, KeyTable table, TSink sink) where TSink : struct, IRowNumberSink
    {
        int rows = 0;
        for (int worker = 0; worker < _workers; worker++)
            rows += _chunks[worker].LengthOf(partition) + _frontStarts[worker][partition + 1] - _frontStarts[worker][partition];
        table.Reset(rows);

        // Workers in their order, so that rows come in theirs and the first one stays first; the front tables'
        // rows may be earlier still.
        for (int worker = 0; worker < _workers; worker++)
            _chunks[worker].AddTo(table, in _rows, partition, ref sink);
        for (int worker = 0; worker < _workers; worker++)
        {
            for (int i = _frontStarts[worker][partition]; i < _frontStarts[worker][partition + 1]; i++)
            {
                (Vector128<ulong> key, int row, int times) = _fronts[worker][_frontSlots[worker][i]];
                (int number, int before) = table.AddMany(in _rows, key, row, times);
                sink.HearSlot(new FrontSlot(worker, _frontSlots[worker][i], row, times), before, number, table);
            }
        }

        sink.Finish(partition, table);
    }
}
