namespace MutualInfo.Neighbours.Primitives;

/// <summary>What a nearest-neighbour estimator found at one k.</summary>
/// <param name="Nats">The information, in nats, at most ln n.</param>
/// <param name="UnboundedNats">What the formula gave, in nats.</param>
internal readonly record struct NeighbourEstimate(double Nats, double UnboundedNats)
{
    /// <summary>Gets the share of the samples whose k-th neighbour is at distance 0, or at a distance that another sample shares.</summary>
    public double TiedShare { get; init; }

    /// <summary>Gets the share of the samples that have no other of their symbol.</summary>
    public double IsolatedShare { get; init; }

    /// <summary>Gets the bias that fewer neighbours show; null where none were looked at, or they are no nearer.</summary>
    public NeighbourhoodBias? Bias { get; init; }

    /// <summary>
    /// Bounds a value by ln n, which no information of n samples exceeds. One neighbour alone can give more: ψ(n) − ψ(1) is 0.577 beyond
    /// ln n, and ψ(n) − ψ(2) 0.423 below it.
    /// </summary>
    public static NeighbourEstimate Of(double nats, int count) => new(Math.Min(nats, Math.Log(count)), nats);
}
