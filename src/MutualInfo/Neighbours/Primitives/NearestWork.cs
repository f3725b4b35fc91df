using System.Numerics;
using MutualInfo.Hardware;

namespace MutualInfo.Neighbours.Primitives;

/// <summary>Fills the neighbour lists of all points, some points to a part.</summary>
internal sealed class NearestWork(NeighbourIndex index, NeighbourLists lists, EstimationOptions options) : PointWork(index.Points, options)
{
    protected override unsafe void Execute<TLanes, TVector>(int first, int end, double* points)
    {
        if (index.Tree is { } tree)
        {
            double* distances = stackalloc double[PointPanels.Width];
            TreeNode* stack = stackalloc TreeNode[TreeNode.StackLength];
            for (int place = first; place < end; place++)
                Descend<TLanes, TVector>(tree, place, points + (nint)(place - first) * Points.Dimension, stack, distances);
        }
        else
        {
            VisitAll<TLanes, TVector>(first, end, points);
        }
    }

    // Panels outside, points inside: a panel stays in the first caches while all points of the part pass it.
    private unsafe void VisitAll<TLanes, TVector>(int first, int end, double* points)
        where TLanes : ILanes<TVector, double>
        where TVector : unmanaged
    {
        double* distances = stackalloc double[PointPanels.Width];
        for (int panel = 0; panel < Points.PanelCount; panel++)
        {
            Cancellation.ThrowIfCancellationRequested();
            for (int place = first; place < end; place++)
                VisitPanel<TLanes, TVector>(panel, Points.Rows[place], points + (nint)(place - first) * Points.Dimension, distances);
        }
    }

    // The point's own panel first, for a bound that is near the last one already; then from the root, the nearer child before the
    // farther.
    private unsafe void Descend<TLanes, TVector>(BoxTree tree, int place, double* point, TreeNode* stack, double* distances)
        where TLanes : ILanes<TVector, double>
        where TVector : unmanaged
    {
        int row = Points.Rows[place];
        int own = place / PointPanels.Width;
        VisitPanel<TLanes, TVector>(own, row, point, distances);
        int depth = 1;
        stack[0] = new TreeNode(0, 0, Points.PanelCount, 0);
        while (depth > 0)
        {
            TreeNode node = stack[--depth];
            if (!(node.Distance < lists.Bound(row)))
                continue;
            if (node.IsPanel)
            {
                if (node.First != own)
                    VisitPanel<TLanes, TVector>(node.First, row, point, distances);
                continue;
            }

            TreeNode near = node.Left(tree, point);
            TreeNode far = node.Right(tree, point);
            if (far.Distance < near.Distance)
                (near, far) = (far, near);
            stack[depth++] = far;
            stack[depth++] = near;
        }
    }

    private unsafe void VisitPanel<TLanes, TVector>(int panel, int row, double* point, double* distances)
        where TLanes : ILanes<TVector, double>
        where TVector : unmanaged
    {
        uint near = PanelDistances<TLanes, TVector>.Below(point, Points.Panel(panel), Points.Dimension, lists.Bound(row), distances);
        for (int* rows = Points.Rows + (nint)panel * PointPanels.Width; near != 0; near &= near - 1)
        {
            int lane = BitOperations.TrailingZeroCount(near);
            lists.Offer(row, distances[lane], rows[lane]);
        }
    }
}
