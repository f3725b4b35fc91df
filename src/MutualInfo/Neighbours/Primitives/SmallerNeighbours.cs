namespace MutualInfo.Neighbours.Primitives;

/// <summary>Which smaller k each k is compared with: half as many, from the same search.</summary>
internal static class SmallerNeighbours
{
    /// <summary>The numbers of neighbours that were asked for, and after them the halves that are not among them.</summary>
    public static int[] With(ReadOnlySpan<int> neighbours)
    {
        List<int> all = [.. neighbours];
        foreach (int k in neighbours)
        {
            if (k > 1 && !all.Contains(k / 2))
                all.Add(k / 2);
        }

        return [.. all];
    }

    /// <summary>Where the half of a k stands; −1 where it is not looked at. One neighbour has no half.</summary>
    public static int IndexOf(int[] all, int neighbours) => neighbours > 1 ? Array.IndexOf(all, neighbours / 2) : -1;
}
