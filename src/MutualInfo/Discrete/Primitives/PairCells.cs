namespace MutualInfo.Discrete.Primitives;

/// <summary>A pair of symbols that occurs.</summary>
/// <param name="X">The symbol of x.</param>
/// <param name="Y">The symbol of y.</param>
/// <param name="Count">How often they occur together, at least 1.</param>
internal readonly record struct PairCell(int X, int Y, int Count);

/// <summary>
/// The joint histogram with its cells, where <see cref="PairCounts"/> tells only how many cells have each count.
/// </summary>
internal static class PairCells
{
    /// <summary>The pairs that occur, each once.</summary>
    public static List<PairCell> Of(Symbols x, Symbols y, CancellationToken token) =>
        DenseCells.AreFew((long)x.AlphabetSize * y.AlphabetSize, x.Count) ? ByAddress(x, y, token) : ByCode(x, y, token);

    private static List<PairCell> ByAddress(Symbols x, Symbols y, CancellationToken token)
    {
        using Rented<int> counts = new(x.AlphabetSize * y.AlphabetSize);
        DenseCells.CountPairs(x, y, counts.Span, token);
        List<PairCell> cells = [];
        for (int ofX = 0; ofX < x.AlphabetSize; ofX++)
        {
            ReadOnlySpan<int> row = counts.Span.Slice(ofX * y.AlphabetSize, y.AlphabetSize);
            for (int ofY = 0; ofY < row.Length; ofY++)
            {
                if (row[ofY] > 0)
                    cells.Add(new PairCell(ofX, ofY, row[ofY]));
            }
        }

        return cells;
    }

    private static List<PairCell> ByCode(Symbols x, Symbols y, CancellationToken token)
    {
        Symbols joint = Symbols.Join(x, y);
        token.ThrowIfCancellationRequested();
        List<PairCell> cells = new(joint.AlphabetSize);
        // Codes count up in the order of first appearance, so a pair is new where its code is the next one.
        for (int i = 0; cells.Count < joint.AlphabetSize; i++)
        {
            if (joint.Codes[i] == cells.Count)
                cells.Add(new PairCell(x.Codes[i], y.Codes[i], joint.Histogram[cells.Count]));
        }

        return cells;
    }
}
