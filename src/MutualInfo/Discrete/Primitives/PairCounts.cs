namespace MutualInfo.Discrete.Primitives;

/// <summary>How often pairs of symbols occur: the joint histogram, of which an entropy needs no codes.</summary>
internal static class PairCounts
{
    private const int BlockLength = 1 << 16;

    public static unsafe CountsOfCounts Of(Symbols x, Symbols y, EstimationOptions options)
    {
        // Where one variable tells all samples apart, so does the pair.
        if (x.AreDistinct || y.AreDistinct)
            return CountsOfCounts.Distinct(x.Count);
        if (DenseCells.AreFew((long)x.AlphabetSize * y.AlphabetSize, x.Count))
            return DenseCells.CountPairs(x, y, options.CancellationToken);

        // A symbol seen once makes a pair seen once: only the others need counting.
        using Rented<ulong> rented = new(x.Count);
        int pairs = Repeatable(x, y, rented.Span, options.CancellationToken);
        fixed (ulong* start = rented.Array)
        {
            CountTally tally = RowInterner.Tally(new RawRows<RowHash>((byte*)start, pairs, sizeof(ulong)), options);
            tally.Add(1, x.Count - pairs);
            return CountsOfCounts.From(tally, x.Count);
        }
    }

    /// <summary>Collects the pairs of symbols that were both seen more than once, and says how many there are.</summary>
    private static int Repeatable(Symbols x, Symbols y, Span<ulong> destination, CancellationToken token)
    {
        ReadOnlySpan<int> ofX = x.Codes;
        ReadOnlySpan<int> ofY = y.Codes;
        ReadOnlySpan<int> countsOfX = x.Histogram;
        ReadOnlySpan<int> countsOfY = y.Histogram;
        int pairs = 0;
        for (int i = 0; i < ofX.Length; i++)
        {
            if (i % BlockLength == 0)
                token.ThrowIfCancellationRequested();
            // Written in any case and kept or not: no jump to be guessed wrongly.
            destination[pairs] = ((ulong)ofX[i] << 32) | (uint)ofY[i];
            pairs += countsOfX[ofX[i]] > 1 && countsOfY[ofY[i]] > 1 ? 1 : 0;
        }

        return pairs;
    }
}
