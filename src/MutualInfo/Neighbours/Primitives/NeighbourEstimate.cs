namespace MutualInfo.Neighbours.Primitives;

/// <summary>What a nearest-neighbour estimator found at one k.</summary>
/// <param name="Nats">The information, in nats.</param>
/// <param name="TiedShare">The share of the samples whose k-th neighbour is at distance 0, or at a distance that another sample shares.</param>
/// <param name="IsolatedShare">The share of the samples that have no other of their symbol.</param>
internal readonly record struct NeighbourEstimate(double Nats, double TiedShare, double IsolatedShare);
