using MutualInfo.Internal;

namespace MutualInfo.Significance.Primitives;

/// <summary>The cells of a joint histogram that are not empty, with its marginals.</summary>
internal sealed class ContingencyTable
{
    private readonly (int Row, int Column, long Count)[] _cells;

    private ContingencyTable((int Row, int Column, long Count)[] cells, long[] rows, long[] columns)
    {
        _cells = cells;
        RowCounts = rows;
        ColumnCounts = columns;
        Total = rows.Sum();
    }

    /// <summary>Gets n.</summary>
    public long Total { get; }

    /// <summary>Gets how often each symbol of x was seen, each at least once.</summary>
    public long[] RowCounts { get; }

    /// <summary>Gets how often each symbol of y was seen, each at least once.</summary>
    public long[] ColumnCounts { get; }

    public static ContingencyTable Of(Symbols x, Symbols y)
    {
        Symbols joint = Symbols.Join(x, y);
        (int Row, int Column, long Count)[] cells = new (int, int, long)[joint.AlphabetSize];
        for (int i = 0; i < joint.Count; i++)
            cells[joint.Codes[i]] = (x.Codes[i], y.Codes[i], joint.Histogram[joint.Codes[i]]);
        return new ContingencyTable(cells, Long(x.Histogram), Long(y.Histogram));
    }

    public static ContingencyTable Of(long[,] counts, string paramName)
    {
        long[] rows = new long[counts.GetLength(0)];
        long[] columns = new long[counts.GetLength(1)];
        List<(int Row, int Column, long Count)> cells = [];
        Int128 total = 0;
        for (int row = 0; row < rows.Length; row++)
        {
            for (int column = 0; column < columns.Length; column++)
            {
                long count = counts[row, column];
                if (count < 0)
                    Throw.Invalid(paramName, $"{paramName}[{row}, {column}] is {count}; a count is 0 or more.");
                total += count;
                if (total > long.MaxValue)
                    Throw.Invalid(paramName, $"{paramName} adds up to more than {long.MaxValue} samples.");
                if (count == 0)
                    continue;
                rows[row] += count;
                columns[column] += count;
                cells.Add((row, column, count));
            }
        }

        if (total == 0)
            Throw.NoSamples(paramName);
        (int[] rowNumbers, long[] seenRows) = Seen(rows);
        (int[] columnNumbers, long[] seenColumns) = Seen(columns);
        return new ContingencyTable(
            [.. cells.Select(cell => (rowNumbers[cell.Row], columnNumbers[cell.Column], cell.Count))], seenRows, seenColumns);
    }

    /// <summary>2·Σ O·ln(O/E), O the counts and E = r·c/n what independence expects.</summary>
    /// <remarks>
    /// With δ = (O − E)/E it is 2·Σ E·((1 + δ)·ln(1 + δ) − δ), because O and E have the same sum: no term is negative, so none
    /// cancels another. An empty cell adds E. δ is formed from whole numbers, and the terms are added in ascending order.
    /// </remarks>
    public double G()
    {
        double[] terms = new double[_cells.Length + 1];
        Int128 expected = 0;
        for (int i = 0; i < _cells.Length; i++)
        {
            (int row, int column, long count) = _cells[i];
            Int128 product = (Int128)RowCounts[row] * ColumnCounts[column];
            expected += product;
            double deviation = (double)((Int128)count * Total - product) / (double)product;
            terms[i] = (double)product / Total * LogarithmNearOne.Divergence(deviation);
        }

        // What all cells expect, n·n, less what those with samples do: the empty cells need not be visited.
        terms[^1] = (double)((Int128)Total * Total - expected) / Total;
        Array.Sort(terms);
        return 2 * terms.Sum();
    }

    public double SmallestExpectedCount() => (double)((Int128)RowCounts.Min() * ColumnCounts.Min()) / Total;

    /// <summary>The share of all cells, empty ones too, of which independence expects fewer samples than a limit.</summary>
    public double ShareExpectedBelow(double limit)
    {
        long[] rows = [.. RowCounts.Order()];
        long[] columns = [.. ColumnCounts.Order()];
        // The larger the row, the fewer of the ascending columns are small enough.
        Int128 below = 0;
        int column = columns.Length;
        foreach (long row in rows)
        {
            while (column > 0 && (double)((Int128)row * columns[column - 1]) >= limit * Total)
                column--;
            below += column;
        }

        return (double)below / ((double)rows.Length * columns.Length);
    }

    private static (int[] Numbers, long[] Counts) Seen(long[] counts)
    {
        int[] numbers = new int[counts.Length];
        List<long> seen = [];
        for (int i = 0; i < counts.Length; i++)
        {
            numbers[i] = seen.Count;
            if (counts[i] > 0)
                seen.Add(counts[i]);
        }

        return (numbers, [.. seen]);
    }

    private static long[] Long(ReadOnlySpan<int> counts)
    {
        long[] wide = new long[counts.Length];
        for (int i = 0; i < wide.Length; i++)
            wide[i] = counts[i];
        return wide;
    }
}
