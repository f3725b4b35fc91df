using System.Globalization;

namespace MutualInfo.Reference;

/// <summary>Edges and bins in their most naive form: a value's bin is how many edges it has reached, found by looking at every edge.</summary>
public static class Binning
{
    /// <summary>The edges low + i·(high − low)/bins, without the closing one, so that the last bin holds the maximum.</summary>
    public static double[] EqualWidthEdges(double low, double high, int bins) =>
        [.. Enumerable.Range(0, bins).Select(i => low + i * (high - low) / bins)];

    /// <summary>
    /// The same edges as NumPy's <c>arange(low, high, step)</c> rounds them: it adds multiples of the difference of the first two, and
    /// its rounded length can let the closing edge in.
    /// </summary>
    public static double[] ArangeEdges(double low, double high, int bins)
    {
        if (low == high)
            return [low];
        double step = (high - low) / bins;
        double rounded = low + step - low;
        return [.. Enumerable.Range(0, (int)Math.Ceiling((high - low) / step)).Select(i => low + i * rounded)];
    }

    /// <summary>Inner edges halfway between the sorted values at the quantiles; the first M mod bins bins hold one value more.</summary>
    public static double[] EqualFrequencyEdges(IEnumerable<double> values, int bins)
    {
        double[] sorted = [.. values.Order()];
        List<double> edges = [];
        int below = 0;
        for (int k = 0; k < bins - 1; k++)
        {
            below += sorted.Length / bins + (k < sorted.Length % bins ? 1 : 0);
            edges.Add((sorted[below - 1] + sorted[below]) / 2);
        }

        return [.. edges];
    }

    /// <summary>EBAB: low, then every |U|/bins-th of the sorted different values U without low, then the last of them.</summary>
    public static double[] AdaptiveEdges(IEnumerable<double> values, int bins, double low)
    {
        double[] different = [.. values.Where(value => value != low).Distinct().Order()];
        return different.Length == 0
            ? [low]
            : [low, .. Enumerable.Range(0, bins).Select(k => different[(int)Math.Floor(k * ((double)different.Length / bins))]), different[^1]];
    }

    /// <summary>How many edges are at most the value.</summary>
    public static int Bin(double value, double[] edges) => edges.Count(edge => edge <= value);

    /// <summary>The symbol of each row: the names of its bins, one after the other.</summary>
    /// <param name="values">n·d numbers, row-major.</param>
    /// <param name="dimension">d.</param>
    /// <param name="bin">The bin of a value in a column.</param>
    public static string[] RowSymbols(double[] values, int dimension, Func<double, int, double> bin) =>
        [.. values
            .Chunk(dimension)
            .Select(row => string.Join(' ', row.Select((value, column) => bin(value, column).ToString("R", CultureInfo.InvariantCulture))))];
}
