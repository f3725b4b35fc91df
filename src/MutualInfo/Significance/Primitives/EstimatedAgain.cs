using System.Numerics;

namespace MutualInfo.Significance.Primitives;

/// <summary>The way that works with any estimator: permute the rows of y and estimate again, from the numbers on.</summary>
internal sealed class EstimatedAgain<T>(IMutualInformationEstimator estimator, ObservedPair<T> pair) : PermutedInformation
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public override bool TakesAllCores => ManyEstimates.TakesAllCores(estimator, pair.Count);

    public override double Nats(ReadOnlySpan<int> order, EstimationOptions options) =>
        pair.WithYPermuted(order).EstimateBy(estimator, options).Value.Nats;
}
