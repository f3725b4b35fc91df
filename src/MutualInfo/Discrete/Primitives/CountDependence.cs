namespace MutualInfo.Discrete.Primitives;

/// <summary>Plug-in mutual information from a table of counts, right to the last digits even where the variables are nearly independent.</summary>
/// <remarks>
/// In units of 1/n² a cell of c samples is n·c and the product of its marginals a·b: whole numbers, whose difference is formed in 128 bits
/// without rounding. Cells that were not seen add a·b each, together n² less the products of those that were.
/// </remarks>
/// <param name="sampleCount">n.</param>
internal sealed class CountDependence(long sampleCount)
{
    private readonly DependenceSum _seen = new();
    private Int128 _notSeen = (Int128)sampleCount * sampleCount;

    /// <summary>Adds a cell that was seen.</summary>
    /// <param name="count">c, how often it was seen.</param>
    /// <param name="ofX">a, how often its symbol of x was.</param>
    /// <param name="ofY">b, how often its symbol of y was.</param>
    public void Add(long count, long ofX, long ofY)
    {
        Int128 joint = (Int128)sampleCount * count;
        Int128 product = (Int128)ofX * ofY;
        _notSeen -= product;
        _seen.Add((double)joint, (double)product, (double)(joint - product));
    }

    /// <summary>The information in nats, after all cells that were seen.</summary>
    public double Nats() => (_seen.Total() + (double)_notSeen) / ((double)sampleCount * sampleCount);

    /// <summary>The plug-in information of two variables, in nats. Counts the pairs once more, for their cells.</summary>
    public static double PlugInNats(Symbols x, Symbols y, CancellationToken token)
    {
        if (x.AlphabetSize == 1 || y.AlphabetSize == 1)
            return 0;
        CountDependence dependence = new(x.Count);
        if (DenseCells.AreFew((long)x.AlphabetSize * y.AlphabetSize, x.Count))
            dependence.AddCells(x, y, token);
        else
            dependence.AddPairs(x, y, Symbols.Join(x, y), token);
        token.ThrowIfCancellationRequested();
        return dependence.Nats();
    }

    private void AddCells(Symbols x, Symbols y, CancellationToken token)
    {
        using Rented<int> cells = new(x.AlphabetSize * y.AlphabetSize);
        DenseCells.CountPairs(x, y, cells.Span, token);
        for (int ofX = 0; ofX < x.AlphabetSize; ofX++)
        {
            ReadOnlySpan<int> row = cells.Span.Slice(ofX * y.AlphabetSize, y.AlphabetSize);
            for (int ofY = 0; ofY < row.Length; ofY++)
            {
                if (row[ofY] > 0)
                    Add(row[ofY], x.Histogram[ofX], y.Histogram[ofY]);
            }
        }
    }

    private void AddPairs(Symbols x, Symbols y, Symbols joint, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        // Codes count up in the order of first appearance, so a pair is new where its code is the next one.
        int next = 0;
        for (int i = 0; next < joint.AlphabetSize; i++)
        {
            if (joint.Codes[i] != next)
                continue;
            Add(joint.Histogram[next], x.Histogram[x.Codes[i]], y.Histogram[y.Codes[i]]);
            next++;
        }
    }
}
