namespace MutualInfo.Neighbours.Primitives;

/// <summary>Neighbours among the points of one label, from the distances of all points.</summary>
/// <param name="distances">The distances.</param>
/// <param name="labels">The label of every point.</param>
/// <param name="members">The points of the label that is looked at.</param>
internal sealed class LabelledDistances(PointDistances distances, Symbols labels, int[] members) : IPointSearch
{
    public ReadOnlySpan<int> Rows => members;

    public void Nearest(NeighbourLists lists, EstimationOptions options)
    {
        ReadOnlySpan<int> codes = labels.Codes;
        foreach (int row in members)
        {
            ReadOnlySpan<double> near = distances.Near(row);
            ReadOnlySpan<int> rows = distances.NearRows(row);
            int i = 0;
            for (; i < near.Length && near[i] < lists.Bound(row); i++)
            {
                if (codes[rows[i]] == codes[row])
                    lists.Offer(row, near[i], rows[i]);
            }

            if (i == near.Length && near.Length < distances.Count)
                LookAtAll(row, lists);
        }
    }

    /// <summary>For balls whose points no list holds, as ties make them.</summary>
    public void Count(BallCounts balls, EstimationOptions options)
    {
        foreach (int row in members)
        {
            ReadOnlySpan<double> own = distances.From(row);
            for (int ball = 0; ball < balls.Balls; ball++)
            {
                double radius = balls.Radii(row)[ball];
                (int open, int closed) = (0, 0);
                foreach (int other in members)
                {
                    open += own[other] < radius ? 1 : 0;
                    closed += own[other] <= radius ? 1 : 0;
                }

                (balls.Open(row)[ball], balls.Closed(row)[ball]) = (open, closed);
            }
        }
    }

    private void LookAtAll(int row, NeighbourLists lists)
    {
        lists.Clear(row);
        ReadOnlySpan<double> own = distances.From(row);
        foreach (int other in members)
            lists.Offer(row, own[other], other);
    }
}
