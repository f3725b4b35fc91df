namespace MutualInfo.Neighbours.Primitives;

/// <summary>Neighbours of pairs of points, row i of x beside row <c>order[i]</c> of y, from the distances in x and in y.</summary>
/// <param name="x">The distances in x.</param>
/// <param name="y">The distances in y.</param>
/// <param name="order">Which row of y stands beside each of x.</param>
/// <param name="inverse">Which row of x stands beside each of y.</param>
internal sealed class PairedDistances(PointDistances x, PointDistances y, int[] order, int[] inverse) : IPointSearch
{
    private readonly int[] _rows = [.. Enumerable.Range(0, order.Length)];

    public ReadOnlySpan<int> Rows => _rows;

    public void Nearest(NeighbourLists lists, EstimationOptions options)
    {
        for (int row = 0; row < order.Length; row++)
        {
            NeighbourGuard.LookAt(row, options.CancellationToken);
            int rowOfY = order[row];
            // Along the variable in which the points lie farther apart: fewer of them are then nearer than the pair's neighbours.
            bool isListed = x.Reach(row) >= y.Reach(rowOfY)
                ? LookAlongX(row, x.Near(row), x.NearRows(row), y.From(rowOfY), lists)
                : LookAlongY(row, y.Near(rowOfY), y.NearRows(rowOfY), x.From(row), lists);
            if (!isListed)
                LookAtAll(row, lists);
        }
    }

    /// <summary>For balls whose points no list holds, as ties make them.</summary>
    public void Count(BallCounts balls, EstimationOptions options)
    {
        for (int row = 0; row < order.Length; row++)
        {
            NeighbourGuard.LookAt(row, options.CancellationToken);
            for (int ball = 0; ball < balls.Balls; ball++)
            {
                double radius = balls.Radii(row)[ball];
                if (radius < 0)
                    continue;
                ReadOnlySpan<double> inX = x.From(row);
                ReadOnlySpan<double> inY = y.From(order[row]);
                (int open, int closed) = (0, 0);
                for (int j = 0; j < order.Length; j++)
                {
                    double distance = Math.Max(inX[j], inY[order[j]]);
                    open += distance < radius ? 1 : 0;
                    closed += distance <= radius ? 1 : 0;
                }

                (balls.Open(row)[ball], balls.Closed(row)[ball]) = (open, closed);
            }
        }
    }

    /// <summary>Offers the points of a list until they are too far; false where the list ended before that.</summary>
    private bool LookAlongX(int row, ReadOnlySpan<double> near, ReadOnlySpan<int> rows, ReadOnlySpan<double> inY, NeighbourLists lists)
    {
        ReadOnlySpan<int> toY = order;
        double bound = double.PositiveInfinity;
        for (int i = 0; i < near.Length; i++)
        {
            if (!(near[i] < bound))
                return true;
            double other = inY[toY[rows[i]]];
            if (!(other < bound))
                continue;
            lists.Offer(row, Math.Max(near[i], other), rows[i]);
            bound = lists.Bound(row);
        }

        return near.Length == toY.Length;
    }

    private bool LookAlongY(int row, ReadOnlySpan<double> near, ReadOnlySpan<int> rows, ReadOnlySpan<double> inX, NeighbourLists lists)
    {
        ReadOnlySpan<int> toX = inverse;
        double bound = double.PositiveInfinity;
        for (int i = 0; i < near.Length; i++)
        {
            if (!(near[i] < bound))
                return true;
            double other = inX[toX[rows[i]]];
            if (!(other < bound))
                continue;
            lists.Offer(row, Math.Max(near[i], other), toX[rows[i]]);
            bound = lists.Bound(row);
        }

        return near.Length == toX.Length;
    }

    private void LookAtAll(int row, NeighbourLists lists)
    {
        lists.Clear(row);
        ReadOnlySpan<double> inX = x.From(row);
        ReadOnlySpan<double> inY = y.From(order[row]);
        for (int j = 0; j < order.Length; j++)
            lists.Offer(row, Math.Max(inX[j], inY[order[j]]), j);
    }
}
