namespace MutualInfo.Neighbours.Primitives;

/// <summary>Counts the points of one variable in balls around every one of them.</summary>
internal interface IBallCounter
{
    /// <summary>Counts the points in the balls around every point, itself among them.</summary>
    /// <param name="balls">The radii, by the index of the point; receives the counts.</param>
    /// <param name="options">Threads, cancellation, progress.</param>
    void Count(BallCounts balls, EstimationOptions options);
}

/// <summary>Finds neighbours among points, in the maximum norm. Every way gives the same distances and the same counts.</summary>
internal interface IPointSearch : IBallCounter
{
    /// <summary>Gets what the points are called in lists and counts.</summary>
    ReadOnlySpan<int> Rows { get; }

    /// <summary>Fills the list of every point with its nearest others.</summary>
    void Nearest(NeighbourLists lists, EstimationOptions options);
}
