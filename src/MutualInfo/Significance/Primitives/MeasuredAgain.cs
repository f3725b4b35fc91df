using System.Diagnostics;
using MutualInfo.Internal;

namespace MutualInfo.Significance.Primitives;

/// <summary>
/// The way of every representing estimator: both variables were represented and their entropies measured once; the representation
/// of y is permuted, and only the joint variable measured.
/// </summary>
internal sealed class MeasuredAgain(IRepresentingEstimator estimator, RepresentationPair pair) : PermutedInformation
{
    public override bool TakesAllCores => ManyEstimates.TakesAllCores(estimator, pair.X.Count);

    public override double Nats(ReadOnlySpan<int> order, EstimationOptions options) =>
        estimator.Measure([pair with { Y = pair.Y.Permuted(order)! }], options, Stopwatch.GetTimestamp())[0].Value.Nats;
}
