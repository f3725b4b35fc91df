using System.Numerics;
using System.Numerics.Tensors;

namespace MutualInfo.Discrete.Primitives;

/// <summary>
/// Counting by addressing: where so few values are possible that a cell for each is cheaper than a hash of what occurs.
/// </summary>
internal static class DenseCells
{
    private const long AlwaysFew = 4096;

    /// <summary>
    /// Whether as many cells are few for n samples: clearing and reading them costs less than hashing the samples.
    /// </summary>
    public static bool AreFew(long cells, int count) => cells <= Math.Max(AlwaysFew, 4L * count);

    /// <summary>The codes of labels in the order of first appearance, or null where they spread too far.</summary>
    public static Symbols? TryIntern<TLabel>(ReadOnlySpan<TLabel> labels) where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        if (labels.IsEmpty)
            return null;
        TLabel low = TensorPrimitives.Min(labels);
        // In 128 bits: the distance of the ends of 64 overflows them.
        Int128 cells = Int128.CreateChecked(TensorPrimitives.Max(labels)) - Int128.CreateChecked(low) + 1;
        if (cells > int.MaxValue || !AreFew((long)cells, labels.Length))
            return null;
        using Rented<int> cell = new((int)cells);
        cell.Span.Clear();
        int[] codes = new int[labels.Length];
        int alphabet = 0;
        for (int i = 0; i < codes.Length; i++)
            codes[i] = CodeOf(ref cell.Span[int.CreateTruncating(labels[i] - low)], ref alphabet);
        return new Symbols(codes, HistogramOf(codes, alphabet));
    }

    /// <summary>The codes of pairs in the order of first appearance; the cells must be few.</summary>
    public static Symbols Join(Symbols x, Symbols y)
    {
        using Rented<int> cell = new(x.AlphabetSize * y.AlphabetSize);
        cell.Span.Clear();
        ReadOnlySpan<int> ofX = x.Codes;
        ReadOnlySpan<int> ofY = y.Codes;
        int width = y.AlphabetSize;
        int[] codes = new int[ofX.Length];
        int alphabet = 0;
        for (int i = 0; i < codes.Length; i++)
            codes[i] = CodeOf(ref cell.Span[ofX[i] * width + ofY[i]], ref alphabet);
        return new Symbols(codes, HistogramOf(codes, alphabet));
    }

    /// <summary>How often pairs occur; the cells must be few.</summary>
    public static CountsOfCounts CountPairs(Symbols x, Symbols y, CancellationToken token)
    {
        using Rented<int> cells = new(x.AlphabetSize * y.AlphabetSize);
        CountPairs(x, y, cells.Span, token);
        CountTally tally = new();
        tally.Add(cells.Span);
        return CountsOfCounts.From(tally, x.Count);
    }

    /// <summary>
    /// Writes how often each pair occurs: a row of cells for each symbol of x, a cell in it for each symbol of y.
    /// </summary>
    public static void CountPairs(Symbols x, Symbols y, Span<int> cells, CancellationToken token)
    {
        const int BlockLength = 1 << 16;
        cells.Clear();
        int width = y.AlphabetSize;
        for (int start = 0; start < x.Count; start += BlockLength)
        {
            token.ThrowIfCancellationRequested();
            ReadOnlySpan<int> ofX = x.Codes[start..Math.Min(start + BlockLength, x.Count)];
            ReadOnlySpan<int> ofY = y.Codes.Slice(start, ofX.Length);
            for (int i = 0; i < ofX.Length; i++)
                cells[ofX[i] * width + ofY[i]]++;
        }
    }

    // A cell holds code + 1, and 0 before its value has occurred.
    private static int CodeOf(ref int cell, ref int alphabet)
    {
        if (cell == 0)
            cell = ++alphabet;
        return cell - 1;
    }

    private static int[] HistogramOf(ReadOnlySpan<int> codes, int alphabet)
    {
        int[] histogram = new int[alphabet];
        foreach (int code in codes)
            histogram[code]++;
        return histogram;
    }
}
