using MutualInfo.Hardware;

namespace MutualInfo.Neighbours.Primitives;

/// <summary>Counts the points in the balls around all points, some points to a part.</summary>
internal sealed class CountWork(NeighbourIndex index, BallCounts balls, EstimationOptions options) : PointWork(index.Points, options)
{
    protected override unsafe void Execute<TLanes, TVector>(int first, int end, double* points)
    {
        if (index.Tree is { } tree)
        {
            double* distances = stackalloc double[PointPanels.Width];
            TreeNode* stack = stackalloc TreeNode[TreeNode.StackLength];
            for (int place = first; place < end; place++)
            {
                for (int ball = 0; ball < balls.Balls; ball++)
                    Descend<TLanes, TVector>(tree, Points.Rows[place], ball, points + (nint)(place - first) * Points.Dimension, stack, distances);
            }
        }
        else
        {
            VisitAll<TLanes, TVector>(first, end, points);
        }
    }

    private unsafe void VisitAll<TLanes, TVector>(int first, int end, double* points)
        where TLanes : ILanes<TVector, double>
        where TVector : unmanaged
    {
        double* distances = stackalloc double[PointPanels.Width];
        for (int panel = 0; panel < Points.PanelCount; panel++)
        {
            Cancellation.ThrowIfCancellationRequested();
            for (int place = first; place < end; place++)
            {
                // The distances once, for the widest ball; then how many of them are in each.
                int row = Points.Rows[place];
                ReadOnlySpan<double> radii = balls.Radii(row);
                double widest = -1;
                foreach (double radius in radii)
                    widest = radius > widest ? radius : widest;
                if (widest < 0)
                    continue;
                uint near = Distances<TLanes, TVector>(panel, points + (nint)(place - first) * Points.Dimension, widest, distances);
                if (near == 0)
                    continue;
                for (int ball = 0; ball < radii.Length; ball++)
                    Add<TLanes, TVector>(row, ball, distances);
            }
        }
    }

    private unsafe void Descend<TLanes, TVector>(BoxTree tree, int row, int ball, double* point, TreeNode* stack, double* distances)
        where TLanes : ILanes<TVector, double>
        where TVector : unmanaged
    {
        double radius = balls.Radii(row)[ball];
        int depth = 1;
        stack[0] = new TreeNode(0, 0, Points.PanelCount, 0);
        while (depth > 0)
        {
            TreeNode node = stack[--depth];
            if (node.Distance > radius || TookWhole(tree, node, row, ball, point))
                continue;
            if (node.IsPanel)
            {
                if (Distances<TLanes, TVector>(node.First, point, radius, distances) != 0)
                    Add<TLanes, TVector>(row, ball, distances);
                continue;
            }

            stack[depth++] = node.Right(tree, point);
            stack[depth++] = node.Left(tree, point);
        }
    }

    // A box within the ball, or all on its surface, counts without a look at its points: on tied samples that is most of them.
    private unsafe bool TookWhole(BoxTree tree, TreeNode node, int row, int ball, double* point)
    {
        double radius = balls.Radii(row)[ball];
        double farthest = tree.Farthest(node.Node, point);
        if (farthest > radius || (farthest == radius && node.Distance < radius))
            return false;
        int first = node.First * PointPanels.Width;
        int count = Math.Min(Points.Count - first, node.PanelCount * PointPanels.Width);
        balls.Closed(row)[ball] += count;
        balls.Open(row)[ball] += farthest < radius ? count : 0;
        return true;
    }

    // No farther than a radius is nearer than the next number above it.
    private unsafe uint Distances<TLanes, TVector>(int panel, double* point, double radius, double* distances)
        where TLanes : ILanes<TVector, double>
        where TVector : unmanaged =>
        PanelDistances<TLanes, TVector>.Below(point, Points.Panel(panel), Points.Dimension, Math.BitIncrement(radius), distances);

    private unsafe void Add<TLanes, TVector>(int row, int ball, double* distances)
        where TLanes : ILanes<TVector, double>
        where TVector : unmanaged
    {
        double radius = balls.Radii(row)[ball];
        balls.Open(row)[ball] += PanelDistances<TLanes, TVector>.CountBelow(distances, radius);
        balls.Closed(row)[ball] += PanelDistances<TLanes, TVector>.CountBelow(distances, Math.BitIncrement(radius));
    }
}
