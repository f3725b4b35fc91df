using MutualInfo.Multivariate;
using MutualInfo.Tests.Laws;

namespace MutualInfo.Tests.Multivariate;

// What only counts of symbols promise.
public partial class SeveralVariablesLaws
{
    public static TheoryData<string> Shannon => Joining(Promises.Shannon);

    public static TheoryData<string> Counting => Joining(Promises.Counting);

    // Shannon's are divergences, and none is greater than what the variables hold. Rounding of up to seven entropies.
    [Theory, MemberData(nameof(Shannon))]
    public void ShannonQuantities_AnyData_LieWithinTheirBounds(string name) => Law.ForAll(name, DataSets.For, (estimator, data, _) =>
    {
        JointVariables all = Observed(estimator, data).Add("Z", Third(data));
        double joint = all.Entropy().Nats;
        double tolerance = 16 * Law.Epsilon * Math.Max(1, joint);
        MultivariateEstimate conditional = all.ConditionalMutualInformation("X", "Y", "Z");
        Law.AtMost("0", 0, conditional.Value.Nats, 0);
        Law.AtMost("I(X;Y|Z)", conditional.Value.Nats, all.Entropy("X").Nats, tolerance);
        MultivariateEstimate total = all.TotalCorrelation();
        MultivariateEstimate dual = all.DualTotalCorrelation();
        Law.AtMost("0", 0, total.Value.Nats, 0);
        Law.AtMost("0", 0, dual.Value.Nats, 0);
        Law.AtMost("DTC", dual.Value.Nats, joint, tolerance);
        Law.AtMost("normalised TC", total.Normalised ?? 0, 1, 1e-12);
        Law.AtMost("normalised DTC", dual.Normalised ?? 0, 1, 1e-12);
    });

    // C5. Copies hold one variable's entropy, however many there are: 4 ε for each.
    [Theory, MemberData(nameof(Counting))]
    public void Quantities_OfFourCopies_AreMultiplesOfTheEntropy(string name) => Law.ForAll(name, DataSets.For, (estimator, data, _) =>
    {
        JointVariables copies = ((IMultivariateEstimator)estimator).Observe(TestBackend.Options);
        for (int copy = 0; copy < 4; copy++)
            Add(copies, $"copy {copy}", data.X);
        double entropy = copies.Entropy("copy 2").Nats;
        double tolerance = 16 * Law.Epsilon * Math.Max(1, entropy);
        Law.SameBits("the joint entropy", entropy, copies.Entropy().Nats);
        Law.Near("TC", 3 * entropy, copies.TotalCorrelation().Value.Nats, tolerance);
        Law.Near("DTC", entropy, copies.DualTotalCorrelation().Value.Nats, tolerance);
        Law.Near("II of three", -entropy, copies.InteractionInformation("copy 0", "copy 1", "copy 3").Value.Nats, tolerance);
        Law.Near("II of four", entropy, copies.InteractionInformation().Value.Nats, tolerance);
    });
}
