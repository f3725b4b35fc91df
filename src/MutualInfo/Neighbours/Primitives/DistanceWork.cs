using MutualInfo.Discrete.Primitives;

namespace MutualInfo.Neighbours.Primitives;

/// <summary>Fills in the distances of all points, which stand in their own order, and puts the nearest of each in order.</summary>
internal sealed class DistanceWork(PointPanels points, PointDistances target, EstimationOptions options) : PointWork(points, options)
{
    protected override unsafe void Execute<TLanes, TVector>(int first, int end, double* points)
    {
        double* distances = stackalloc double[PointPanels.Width];
        using Rented<double> keys = new(Points.Count);
        using Rented<int> rows = new(Points.Count);
        for (int place = first; place < end; place++)
        {
            Cancellation.ThrowIfCancellationRequested();
            Span<double> own = target.From(Points.Rows[place]);
            for (int panel = 0; panel < Points.PanelCount; panel++)
            {
                int from = panel * PointPanels.Width;
                PanelDistances<TLanes, TVector>.Below(
                    points + (nint)(place - first) * Points.Dimension, Points.Panel(panel), Points.Dimension, double.PositiveInfinity, distances);
                new ReadOnlySpan<double>(distances, Math.Min(PointPanels.Width, own.Length - from)).CopyTo(own[from..]);
            }

            List(Points.Rows[place], keys.Span, rows.Span);
        }
    }

    private void List(int row, Span<double> keys, Span<int> rows)
    {
        target.From(row).CopyTo(keys);
        for (int i = 0; i < rows.Length; i++)
            rows[i] = i;
        if (target.Listed < keys.Length)
            PointOrder.Select(keys, rows, target.Listed);
        keys[..target.Listed].Sort(rows[..target.Listed]);
        keys[..target.Listed].CopyTo(target.Near(row));
        rows[..target.Listed].CopyTo(target.NearRows(row));
    }
}
