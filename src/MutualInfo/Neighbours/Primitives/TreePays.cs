namespace MutualInfo.Neighbours.Primitives;

/// <summary>
/// Whether a tree is faster than visiting every pair: by the dimension and the number of points alone, never by the threads.
/// </summary>
/// <remarks>
/// Measured with 512-bit vectors on one core, by powers of two and of three in the dimension: a search from 1,000 points on in
/// two dimensions, 16,000 in six; counting, whose balls hold more, from 540 and 44,000.
/// </remarks>
internal static class TreePays
{
    // Beyond it no memory holds enough points, and a power of the dimension would overflow.
    private const int LargestDimension = 16;

    /// <summary>For the nearest neighbours of every point.</summary>
    public static NeighbourSearch ForNearest(int count, int dimension) =>
        dimension <= LargestDimension && count >= 250 * Math.Pow(2, dimension) ? NeighbourSearch.Tree : NeighbourSearch.Panels;

    /// <summary>For the points in balls around every point.</summary>
    public static NeighbourSearch ForCounts(int count, int dimension) =>
        dimension <= LargestDimension && count >= 60 * Math.Pow(3, dimension) ? NeighbourSearch.Tree : NeighbourSearch.Panels;
}
