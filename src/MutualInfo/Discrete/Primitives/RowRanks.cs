using System.Numerics;
using System.Numerics.Tensors;

namespace MutualInfo.Discrete.Primitives;

/// <summary>Turns the links of <see cref="RowLinks"/> into dense codes in the order of first appearance.</summary>
internal static class RowRanks
{
    private const int BlockLength = 1 << 16;

    /// <summary>Replaces links by codes, and returns the histogram.</summary>
    /// <remarks>
    /// A symbol's code is how many first rows lie before its own: counted block by block, so blocks can work at once. While links
    /// are followed, a row's link holds either an earlier equal row or, when it is known, ~code; both lead to the same end.
    /// </remarks>
    public static int[] Rank(int[] links, EstimationOptions options)
    {
        int blocks = (links.Length + BlockLength - 1) / BlockLength;
        int[] codesBefore = new int[blocks + 1];
        ForBlocks(links, options, (block, rows) => codesBefore[block + 1] = CountFirst(rows));
        for (int block = 0; block < blocks; block++)
            codesBefore[block + 1] += codesBefore[block];

        int[] histogram = new int[codesBefore[blocks]];
        ForBlocks(links, options, (block, rows) => NumberFirst(rows, codesBefore[block], histogram));
        ForBlocks(links, options, (_, rows) => Follow(rows, links));
        ForBlocks(links, options, static (_, rows) => TensorPrimitives.OnesComplement<int>(rows, rows));
        return histogram;
    }

    private static void ForBlocks(int[] links, EstimationOptions options, Action<int, ArraySegment<int>> work)
    {
        int blocks = (links.Length + BlockLength - 1) / BlockLength;
        int workers = RowWorkers.For(4L * links.Length, options);
        RowWorkers.Run(workers, options, worker =>
        {
            for (int block = RowWorkers.StartOf(worker, workers, blocks); block < RowWorkers.StartOf(worker + 1, workers, blocks); block++)
            {
                options.CancellationToken.ThrowIfCancellationRequested();
                int start = block * BlockLength;
                work(block, new ArraySegment<int>(links, start, Math.Min(BlockLength, links.Length - start)));
            }
        });
    }

    private static int CountFirst(ReadOnlySpan<int> links)
    {
        // A sign shifted down is −1 where a link is negative.
        Vector<int> sums = Vector<int>.Zero;
        int i = 0;
        for (; i <= links.Length - Vector<int>.Count; i += Vector<int>.Count)
            sums -= Vector.ShiftRightArithmetic(new Vector<int>(links[i..]), 31);
        int first = Vector.Sum(sums);
        for (; i < links.Length; i++)
            first += links[i] >>> 31;
        return first;
    }

    private static void NumberFirst(Span<int> links, int code, int[] histogram)
    {
        foreach (ref int link in links)
        {
            if (link >= 0)
                continue;
            histogram[code] = ~link;
            link = ~code++;
        }
    }

    private static void Follow(Span<int> links, int[] all)
    {
        foreach (ref int link in links)
        {
            int end = link;
            while (end >= 0)
                end = all[end];
            link = end;
        }
    }
}
