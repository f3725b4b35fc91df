using System.Numerics;

namespace MutualInfo.Discrete.Primitives;

/// <summary>Finds the bin of a value by comparison with edges, never by arithmetic alone.</summary>
internal static class BinEdges
{
    /// <summary>
    /// The edges <c>low + i·(high − low)/bins</c>, i = 0 … bins, in double. They ascend, and the last is exactly high.
    /// </summary>
    public static double[] EqualWidth(double low, double high, int bins)
    {
        double width = high - low;
        // The product first, as in the reference; where that overflows, the quotient first.
        bool overflows = double.IsInfinity(width * bins);
        double[] edges = new double[bins + 1];
        for (int i = 0; i < bins; i++)
            edges[i] = Math.Min(high, low + (overflows ? i * (width / bins) : i * width / bins));
        // Rounded like the others it may lie on either side of high, and high itself would count as outside.
        edges[bins] = high;
        return edges;
    }

    /// <summary>
    /// The equal-width bin that holds a value within the edges: half-open [a, b), the last one closed. The arithmetic guess is
    /// right to within a bin; comparison with the edges decides.
    /// </summary>
    public static int FindEqualWidth(double value, ReadOnlySpan<double> edges)
    {
        int last = edges.Length - 2;
        double guess = (value - edges[0]) / (edges[^1] - edges[0]) * (last + 1);
        // Compared in floating point before the cast: (int)NaN is 0 and (int)1e300 is int.MaxValue.
        int bin = guess >= last ? last : guess > 0 ? (int)guess : 0;
        while (bin > 0 && value < edges[bin])
            bin--;
        while (bin < last && value >= edges[bin + 1])
            bin++;
        return bin;
    }

    /// <summary>The number of ascending edges that are at most the value.</summary>
    public static int CountAtMost<T>(T value, ReadOnlySpan<T> edges) where T : unmanaged, IFloatingPointIeee754<T>
    {
        int low = 0;
        int high = edges.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (edges[middle] <= value)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
