namespace MutualInfo.Neighbours.Primitives;

/// <summary>A node of a <see cref="BoxTree"/> that is still to be visited: its panels, and how far its box is.</summary>
internal readonly unsafe struct TreeNode(int node, int first, int end, double distance)
{
    /// <summary>Room for a walk: one node waits on each level, and a tree has at most 27 levels of panels.</summary>
    public const int StackLength = 64;

    /// <summary>Gets the first panel.</summary>
    public int First => first;

    /// <summary>Gets the number of panels.</summary>
    public int PanelCount => end - first;

    public int Node => node;

    public bool IsPanel => end - first == 1;

    /// <summary>Gets the distance of the box from the point.</summary>
    public double Distance => distance;

    public TreeNode Left(BoxTree tree, double* point) =>
        new(BoxTree.Left(node), first, BoxTree.Middle(first, end), tree.Nearest(BoxTree.Left(node), point));

    public TreeNode Right(BoxTree tree, double* point)
    {
        int right = BoxTree.Right(node, first, end);
        return new TreeNode(right, BoxTree.Middle(first, end), end, tree.Nearest(right, point));
    }
}
