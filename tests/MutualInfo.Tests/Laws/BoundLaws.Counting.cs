namespace MutualInfo.Tests.Laws;

// Bounds that only shares of symbols keep.
public partial class BoundLaws
{
    public static TheoryData<string> Shannon => Specimens.Promising(Promises.Shannon);

    // R2, exact: rounding below 0 is returned as 0.
    [Theory, MemberData(nameof(Shannon))]
    public void Estimate_PlugInInformation_IsNeverNegative(string name) => Law.ForAll(name, DataSets.For, (estimator, data, _) =>
        Assert.True(estimator.Estimate(data).Value.Nats >= 0));

    // R3, 4 ε·H.
    [Theory, MemberData(nameof(Shannon))]
    public void Estimate_PlugInInformation_IsAtMostEachEntropy(string name) => Law.ForAll(name, DataSets.For, (estimator, data, _) =>
    {
        MutualInformationEstimate estimate = estimator.Estimate(data);
        double tolerance = 4 * Law.Epsilon * Math.Max(1, estimate.JointEntropy.Nats);
        double least = Math.Min(estimate.EntropyX.Nats, estimate.EntropyY.Nats);
        double most = Math.Max(estimate.EntropyX.Nats, estimate.EntropyY.Nats);
        Law.AtMost("I(X;Y)", estimate.Value.Nats, least, tolerance);
        Law.AtMost("max(H(X), H(Y))", most, estimate.JointEntropy.Nats, tolerance);
        Law.AtMost("H(X,Y)", estimate.JointEntropy.Nats, estimate.EntropyX.Nats + estimate.EntropyY.Nats, tolerance);
    });
}
