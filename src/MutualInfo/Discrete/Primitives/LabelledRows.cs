namespace MutualInfo.Discrete.Primitives;

/// <summary>
/// How often rows occur, alone and with labels: all that entropies need, found in the visit of each row that finds its symbol.
/// </summary>
/// <param name="labels">One for each row.</param>
internal sealed class LabelledRows(Symbols labels) : IRowCounting<LabelledCounts>
{
    public unsafe LabelledCounts Count<TRows>(TRows rows, EstimationOptions options) where TRows : struct, IRowSource
    {
        // Where the labels tell all samples apart, so does the pair.
        if (labels.AreDistinct)
            return Result(rows, CountsOfCounts.From(RowInterner.Tally(rows, options), rows.Count), CountsOfCounts.Distinct(rows.Count), null);
        if (rows.Count > RowInterner.OneTableRows && labels.AlphabetSize > AbsorbedLabels.MostLabels)
            return CountCodes(rows, options);
        fixed (int* ofRows = labels.Codes)
            return rows.Count <= RowInterner.OneTableRows ? CountFew(rows, ofRows, options) : CountMany(rows, ofRows, options);
    }

    private unsafe LabelledCounts CountFew<TRows>(TRows rows, int* ofRows, EstimationOptions options)
        where TRows : struct, IRowSource
    {
        using KeyTable table = new();
        using Rented<int> codes = new(rows.Count);
        RowInterner.Fill(table, rows, codes.Span, options);
        CountTally tally = new();
        tally.Add(table.Counts);

        // The table is a partition, the only one.
        using LabelJoin join = new(ofRows, labels.AlphabetSize, options.CancellationToken);
        using Rented<int> rowNumbers = new(rows.Count);
        RowInterner.Number(rowNumbers.Span, 0);
        join.Hear(rowNumbers.Span, codes.Span);
        join.Finish(0, table.Counts, [join]);
        return Result(rows, tally, join);
    }

    private unsafe LabelledCounts CountMany<TRows>(TRows rows, int* ofRows, EstimationOptions options)
        where TRows : struct, IRowSource
    {
        using PartitionedRows<TRows> partitions = new(rows, options);
        LabelJoin[] joins = new LabelJoin[partitions.Workers];
        try
        {
            for (int worker = 0; worker < joins.Length; worker++)
                joins[worker] = new LabelJoin(ofRows, labels.AlphabetSize, options.CancellationToken);
            CountTally tally = partitions.Count(worker => new WithLabels(joins, worker));
            for (int worker = 1; worker < joins.Length; worker++)
                joins[0].Add(joins[worker]);
            return Result(rows, tally, joins[0]);
        }
        finally
        {
            foreach (LabelJoin? join in joins)
                join?.Dispose();
        }
    }

    // Labels that hardly ever come again: their rows would have to be noted in twice the bytes, for next to nothing.
    private LabelledCounts CountCodes<TRows>(TRows rows, EstimationOptions options) where TRows : struct, IRowSource
    {
        Symbols symbols = RowCodes.Shared.Count(rows, options);
        return Result(rows, CountsOfCounts.From(symbols.Histogram, nameof(rows)), PairCounts.Of(symbols, labels, options), null);
    }

    private LabelledCounts Result<TRows>(TRows rows, CountTally ofRows, LabelJoin join) where TRows : struct, IRowSource =>
        Result(rows, CountsOfCounts.From(ofRows, rows.Count), CountsOfCounts.From(join.Tally, rows.Count), join.CellsIfKept());

    private LabelledCounts Result<TRows>(TRows rows, CountsOfCounts ofRows, CountsOfCounts ofPairs, LabelledCell[]? cells)
        where TRows : struct, IRowSource =>
        new(labels, ofRows, ofPairs, cells, rows.ValuesOutsideRange);
}
