namespace MutualInfo.Neighbours.Primitives;

/// <summary>
/// The distance of one sample's k-th neighbour, and how many others lie at exactly that distance: where ties are decided.
/// </summary>
/// <remarks>
/// <para>
/// Without ties one sample lies there, and the counts are the textbook's: k in the joint space, and in a margin those that are
/// nearer, the sample itself among them.
/// </para>
/// <para>
/// Where s samples share the distance, r of them belong to the k neighbours, and any r of the s would do. In every margin a share
/// r/(s + 1) of those at exactly that distance counts as nearer, rounded down: what infinitesimal noise would do on average,
/// without the noise. Where the distance is 0 there is nothing nearer, and all that are equal count, in the joint space and in
/// the margins, as for symbols.
/// </para>
/// </remarks>
/// <param name="Neighbours">k.</param>
/// <param name="Radius">The distance of the k-th neighbour.</param>
/// <param name="Nearer">The others that are nearer, below k.</param>
/// <param name="Sharing">s, the others at exactly that distance; 0 where it is not known yet.</param>
internal readonly record struct NeighbourShell(int Neighbours, double Radius, int Nearer, int Sharing)
{
    /// <summary>Gets whether the list ended before the samples at the distance did, so that they have to be counted.</summary>
    public bool IsOpenEnded => Sharing == 0;

    /// <summary>Gets whether other samples share the distance, or it is 0.</summary>
    public bool IsTied => Sharing != 1 || Radius == 0;

    /// <summary>
    /// Gets whether the k neighbours are certain, and do not equal the sample: then their smallest rectangle is certain too.
    /// </summary>
    public bool HasCertainNeighbours => Radius > 0 && Nearer + Sharing == Neighbours;

    /// <summary>
    /// Gets the samples that count as neighbours in the joint space, the sample itself in the place of the last.
    /// </summary>
    public int JointCount => Radius == 0 ? Sharing + 1 : Neighbours;

    /// <summary>Reads the shell off a list of distances that is longer than k.</summary>
    public static NeighbourShell Of(ReadOnlySpan<double> distances, int neighbours)
    {
        double radius = distances[neighbours - 1];
        int nearer = neighbours - 1;
        while (nearer > 0 && distances[nearer - 1] == radius)
            nearer--;
        int end = neighbours;
        while (end < distances.Length && distances[end] == radius)
            end++;
        return new NeighbourShell(neighbours, radius, nearer, end == distances.Length ? 0 : end - nearer);
    }

    /// <summary>The same with the samples in the closed ball counted, the sample itself among them.</summary>
    public NeighbourShell Counted(int closed) => this with { Sharing = closed - 1 - Nearer };

    /// <summary>The samples that count as neighbours in a margin, the sample itself among them.</summary>
    /// <param name="open">Those that are nearer than the radius there, the sample among them.</param>
    /// <param name="closed">Those that are no farther.</param>
    public int MarginCount(int open, int closed) =>
        Radius == 0 ? closed : open + (int)((long)(closed - open) * (Neighbours - Nearer) / (Sharing + 1));
}
