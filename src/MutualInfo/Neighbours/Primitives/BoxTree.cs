using MutualInfo.Hardware;

namespace MutualInfo.Neighbours.Primitives;

/// <summary>A k-d tree over panels: every node is a run of panels with the box around their points.</summary>
/// <remarks>
/// <para>
/// Splits halve the panels of a node, across its longest side, so the shape depends on n alone and every panel but the last is
/// full. Nodes stand in preorder: the left child of node i of the panels [first, end) is i + 1, and the right one i + 2·(panels
/// on the left).
/// </para>
/// <para>
/// Rounding is monotonic, so the computed distance to a box is at most the computed distance to any point in it, and the computed
/// distance to its far corner at least that: what is pruned or taken whole is so to the last bit.
/// </para>
/// </remarks>
internal sealed unsafe class BoxTree : IDisposable
{
    private readonly int _dimension;
    private AlignedBuffer<double> _boxes;

    /// <summary>Makes a tree over panels, whose points must stand in the order of <see cref="PointOrder"/>.</summary>
    public BoxTree(PointPanels points)
    {
        _dimension = points.Dimension;
        _boxes = AlignedBuffer<double>.Rent(checked((2 * points.PanelCount - 1) * 2 * _dimension));
        Fill(points, 0, 0, points.PanelCount);
    }

    public static int Middle(int first, int end) => (first + end) / 2;

    public static int Left(int node) => node + 1;

    public static int Right(int node, int first, int end) => node + 2 * (Middle(first, end) - first);

    /// <summary>The distance from a point to the nearest point that a node's box could hold; 0 within it.</summary>
    public double Nearest(int node, double* point)
    {
        double* low = _boxes.Pointer + (nint)node * 2 * _dimension;
        double* high = low + _dimension;
        double distance = 0;
        for (int k = 0; k < _dimension; k++)
        {
            double below = low[k] - point[k];
            double above = point[k] - high[k];
            double outside = below > above ? below : above;
            distance = outside > distance ? outside : distance;
        }

        return distance;
    }

    /// <summary>The distance from a point to the farthest corner of a node's box.</summary>
    public double Farthest(int node, double* point)
    {
        double* low = _boxes.Pointer + (nint)node * 2 * _dimension;
        double* high = low + _dimension;
        double distance = 0;
        for (int k = 0; k < _dimension; k++)
        {
            double fromLow = point[k] - low[k];
            double fromHigh = high[k] - point[k];
            double farther = fromLow > fromHigh ? fromLow : fromHigh;
            distance = farther > distance ? farther : distance;
        }

        return distance;
    }

    public void Dispose() => _boxes.Dispose();

    private void Fill(PointPanels points, int node, int first, int end)
    {
        double* low = _boxes.Pointer + (nint)node * 2 * _dimension;
        double* high = low + _dimension;
        if (end - first == 1)
        {
            int count = Math.Min(PointPanels.Width, points.Count - first * PointPanels.Width);
            for (int k = 0; k < _dimension; k++)
            {
                ReadOnlySpan<double> column = new(points.Panel(first) + (nint)k * PointPanels.Width, count);
                (low[k], high[k]) = (column[0], column[0]);
                foreach (double value in column)
                {
                    low[k] = Math.Min(low[k], value);
                    high[k] = Math.Max(high[k], value);
                }
            }

            return;
        }

        int middle = Middle(first, end);
        Fill(points, Left(node), first, middle);
        Fill(points, Right(node, first, end), middle, end);
        double* left = _boxes.Pointer + (nint)Left(node) * 2 * _dimension;
        double* right = _boxes.Pointer + (nint)Right(node, first, end) * 2 * _dimension;
        for (int k = 0; k < _dimension; k++)
        {
            low[k] = Math.Min(left[k], right[k]);
            high[k] = Math.Max(left[_dimension + k], right[_dimension + k]);
        }
    }
}
