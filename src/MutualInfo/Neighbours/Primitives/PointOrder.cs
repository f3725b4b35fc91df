using MutualInfo.Discrete.Primitives;

namespace MutualInfo.Neighbours.Primitives;

/// <summary>
/// The order of points in which the panels of every node of a <see cref="BoxTree"/> are one run: split after split across the
/// longest side.
/// </summary>
internal static class PointOrder
{
    /// <summary>Puts points into the order of a tree.</summary>
    /// <param name="values">The points, shape (n, d), row-major.</param>
    /// <param name="dimension">d.</param>
    /// <param name="order">Receives n indices.</param>
    /// <param name="cancellation">Looked at in every node.</param>
    public static void OfTree(ReadOnlySpan<double> values, int dimension, Span<int> order, CancellationToken cancellation)
    {
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
        using Rented<double> keys = new(order.Length);
        using Rented<double> ends = new(2 * dimension);
        Split(values, dimension, order, keys.Span, ends.Span, cancellation);
    }

    /// <summary>
    /// Hoare's selection: the first <paramref name="left"/> keys are then at most the others. Keys that are equal stop both
    /// scans, so many of them do no harm.
    /// </summary>
    public static void Select(Span<double> keys, Span<int> order, int left)
    {
        int low = 0;
        int high = keys.Length - 1;
        for (int rounds = 3 * int.Log2(keys.Length) + 8; low < high; rounds--)
        {
            if (rounds == 0)
            {
                // An order that the pivots do not suit, which is rare: sorted, it is selected too.
                keys[low..(high + 1)].Sort(order[low..(high + 1)]);
                return;
            }

            double pivot = MedianOfThree(keys[low], keys[low + (high - low) / 2], keys[high]);
            int i = low;
            int j = high;
            while (i <= j)
            {
                while (keys[i] < pivot)
                    i++;
                while (keys[j] > pivot)
                    j--;
                if (i > j)
                    break;
                (keys[i], keys[j]) = (keys[j], keys[i]);
                (order[i], order[j]) = (order[j], order[i]);
                i++;
                j--;
            }

            if (left <= j)
                high = j;
            else if (left > i)
                low = i;
            else
                return;
        }
    }

    private static void Split(
        ReadOnlySpan<double> values, int dimension, Span<int> order, Span<double> keys, Span<double> ends, CancellationToken cancellation)
    {
        int panels = (order.Length + PointPanels.Width - 1) / PointPanels.Width;
        if (panels < 2)
            return;
        cancellation.ThrowIfCancellationRequested();
        int side = LongestSide(values, dimension, order, ends);
        for (int i = 0; i < order.Length; i++)
            keys[i] = values[order[i] * dimension + side];
        int left = BoxTree.Middle(0, panels) * PointPanels.Width;
        Select(keys[..order.Length], order, left);
        Split(values, dimension, order[..left], keys, ends, cancellation);
        Split(values, dimension, order[left..], keys, ends, cancellation);
    }

    private static int LongestSide(ReadOnlySpan<double> values, int dimension, ReadOnlySpan<int> order, Span<double> ends)
    {
        Span<double> low = ends[..dimension];
        Span<double> high = ends[dimension..];
        low.Fill(double.PositiveInfinity);
        high.Fill(double.NegativeInfinity);
        foreach (int row in order)
        {
            ReadOnlySpan<double> point = values.Slice(row * dimension, dimension);
            for (int k = 0; k < point.Length; k++)
            {
                if (point[k] < low[k])
                    low[k] = point[k];
                if (point[k] > high[k])
                    high[k] = point[k];
            }
        }

        int longest = 0;
        for (int k = 1; k < dimension; k++)
        {
            if (high[k] - low[k] > high[longest] - low[longest])
                longest = k;
        }

        return longest;
    }

    private static double MedianOfThree(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
