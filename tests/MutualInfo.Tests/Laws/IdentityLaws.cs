namespace MutualInfo.Tests.Laws;

/// <summary>What information is by definition, and what processing does to it: C1, C2, C3 and C5.</summary>
public partial class IdentityLaws
{
    public static TheoryData<string> All => Specimens.Promising(Promises.None);

    // C1, 8 ε·H.
    [BackendTheory, MemberData(nameof(All))]
    public void Estimate_Value_IsTheDifferenceOfItsEntropies(string name) => Law.ForAll(name, DataSets.For, (estimator, data, _) =>
    {
        MutualInformationEstimate estimate = estimator.Estimate(data);
        double tolerance = 8 * Law.Epsilon * Math.Max(1, estimate.JointEntropy.Nats);
        Law.Near("H(X) + H(Y) − H(X,Y)", estimate.Value.Nats, (estimate.EntropyX + estimate.EntropyY - estimate.JointEntropy).Nats, tolerance);
        Law.Near("H(X) − H(X|Y)", estimate.Value.Nats, (estimate.EntropyX - estimate.EntropyXGivenY).Nats, tolerance);
        Law.Near("H(Y) − H(Y|X)", estimate.Value.Nats, (estimate.EntropyY - estimate.EntropyYGivenX).Nats, tolerance);
    });

    // "Distinct ⇒ I = H", for all families: the joint variable is the distinct one. An entropy of n distinct symbols subtracts itself.
    [BackendTheory, MemberData(nameof(All))]
    public void Estimate_DistinctInputs_IsTheEntropyOfTheLayer(string name) => Law.ForAll(name, DataSets.LayersAndLabels, (estimator, data, _) =>
    {
        MutualInformationEstimate estimate = estimator.Estimate(data with { Y = Variable.Distinct(data.Count) });
        Law.SameBits("H(X,T)", estimate.EntropyY.Nats, estimate.JointEntropy.Nats);
        Law.Near("I(X;T)", estimate.EntropyX.Nats, estimate.Value.Nats, 4 * Law.Epsilon * Math.Max(1, estimate.EntropyY.Nats));
    });
}
