using MutualInfo.Multivariate;
using MutualInfo.Tests.Laws;

namespace MutualInfo.Tests.Multivariate;

/// <summary>What holds for several variables under every estimator whose joint is a variable like any other: C4, C5, S1, S2 and X1.</summary>
public class SeveralVariablesLaws
{
    public static TheoryData<string> All => Joining(Promises.None);

    public static TheoryData<string> Shannon => Joining(Promises.Shannon);

    public static TheoryData<string> Counting => Joining(Promises.Counting);

    // Two variables are the case that the estimator measures by itself.
    [Theory, MemberData(nameof(All))]
    public void TwoVariables_EveryQuantity_IsTheirMutualInformationToTheBit(string name) => Law.ForAll(name, DataSets.For, (estimator, data, _) =>
    {
        double expected = estimator.Estimate(data).Value.Nats;
        JointVariables both = Observed(estimator, data);
        Law.SameBits("I(X;Y)", expected, both.MutualInformation("X", "Y").Value.Nats);
        Law.SameBits("the total correlation", expected, both.TotalCorrelation("Y", "X").Value.Nats);
        Law.SameBits("the dual total correlation", expected, both.DualTotalCorrelation().Value.Nats);
        Law.SameBits("the interaction information", expected, both.InteractionInformation().Value.Nats);
    });

    // C4, TC + DTC = Σ I(Xᵢ; the others), and the sign of the interaction, McGill's: identities of entropies under any rule, each of which is
    // measured once. So only sums round: 8 ε of the largest for the three estimates of the chain rule, more for more terms.
    [Theory, MemberData(nameof(All))]
    public void Quantities_OfThreeVariables_AreOneAlgebra(string name) => Law.ForAll(name, DataSets.For, (estimator, data, _) =>
    {
        JointVariables all = Observed(estimator, data).Add("Z", Third(data));
        double rounding = 8 * Law.Epsilon * Math.Max(1, all.Entropy().Nats);
        double pair = all.MutualInformation(["X"], ["Y", "Z"]).Value.Nats;
        double single = all.MutualInformation("X", "Y").Value.Nats;
        Law.Near("I(X;Y,Z)", pair, single + all.ConditionalMutualInformation("X", "Z", "Y").Value.Nats, rounding);

        double each = pair + all.MutualInformation(["Y"], ["X", "Z"]).Value.Nats + all.MutualInformation(["Z"], ["X", "Y"]).Value.Nats;
        Law.Near("TC + DTC", each, all.TotalCorrelation().Value.Nats + all.DualTotalCorrelation().Value.Nats, 3 * rounding);

        double added = all.ConditionalMutualInformation("X", "Y", "Z").Value.Nats - single;
        Law.Near("the interaction information", added, all.InteractionInformation().Value.Nats, 3 * rounding);
    });

    // S1. The sums are sorted, and the joint has one order of its factors.
    [Theory, MemberData(nameof(All))]
    public void Quantities_InAnyOrderOfTheVariables_AreBitwiseEqual(string name) => Law.ForAll(name, DataSets.For, (estimator, data, _) =>
    {
        JointVariables one = Observed(estimator, data).Add("Z", Third(data));
        JointVariables other = Add(Add(((IMultivariateEstimator)estimator).Observe().Add("Z", Third(data)), "Y", data.Y), "X", data.X);
        Law.SameBits("I(X;Y|Z)", one.ConditionalMutualInformation("X", "Y", "Z").Value.Nats, other.ConditionalMutualInformation("Y", "X", "Z").Value.Nats);
        Law.SameBits("TC", one.TotalCorrelation().Value.Nats, other.TotalCorrelation("Y", "X", "Z").Value.Nats);
        Law.SameBits("DTC", one.DualTotalCorrelation().Value.Nats, other.DualTotalCorrelation().Value.Nats);
        Law.SameBits("II", one.InteractionInformation().Value.Nats, other.InteractionInformation().Value.Nats);
    });

    // S2. Counts do not know the order of samples; sums over pairs and spectra round differently: seven entropies in all.
    [Theory, MemberData(nameof(All))]
    public void InteractionInformation_ShuffledSamples_IsEqual(string name) => Law.ForAll(name, DataSets.For, (estimator, data, specimen) =>
    {
        int[] order = data.Permutation(data.Count);
        Observations shuffled = data.Rows(order);
        MultivariateEstimate expected = Observed(estimator, data).Add("Z", Third(data)).InteractionInformation();
        int[] labels = Third(data).Codes.ToArray();
        Symbols third = Symbols.FromLabels([.. order.Select(row => labels[row])]);
        MultivariateEstimate actual = Observed(specimen.For(shuffled), shuffled).Add("Z", third).InteractionInformation();
        if (specimen.Promises.HasFlag(Promises.Counting))
            Law.SameBits("II", expected.Value.Nats, actual.Value.Nats);
        else
            Law.Near("II", expected.Value.Nats, actual.Value.Nats, 7 * specimen.Rounding * Math.Max(1, expected.JointEntropy.Nats));
    });

    // A constant is known to everyone already; joined, it changes no count and no similarity. Given, it takes off its own entropy, which
    // some corrections make other than 0.
    [Theory, MemberData(nameof(BoundLaws.NothingForConstants), MemberType = typeof(BoundLaws))]
    public void ConditionalMutualInformation_GivenAConstant_IsMutualInformationToTheBit(string name) => Law.ForAll(name, DataSets.For, (estimator, data, _) =>
    {
        JointVariables all = Observed(estimator, data).Add("constant", Symbols.FromLabels(new int[data.Count]));
        Law.SameBits("I(X;Y|constant)", all.MutualInformation("X", "Y").Value.Nats, all.ConditionalMutualInformation("X", "Y", "constant").Value.Nats);
        Law.SameBits("I(X;constant|Y)", 0, all.ConditionalMutualInformation("X", "constant", "Y").Value.Nats);
    });

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
        JointVariables copies = ((IMultivariateEstimator)estimator).Observe();
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

    // X1.
    [Theory, MemberData(nameof(All))]
    public void Quantities_AnyNumberOfThreads_AreBitwiseEqual(string name)
    {
        Observations data = DataSets.Related(1, 130, 3);
        IMutualInformationEstimator estimator = Specimens.Named(name).For(data);
        double[] expected = Quantities(estimator, data, 1);
        foreach (int threads in (int[])[2, 3, 7, 16, -1])
            Assert.Equal(expected.Select(BitConverter.DoubleToInt64Bits), Quantities(estimator, data, threads).Select(BitConverter.DoubleToInt64Bits));
    }

    private static double[] Quantities(IMutualInformationEstimator estimator, Observations data, int threads)
    {
        JointVariables all = Add(
            Add(((IMultivariateEstimator)estimator).Observe(new EstimationOptions { MaxDegreeOfParallelism = threads }), "X", data.X), "Y", data.Y).Add("Z", Third(data));
        return [all.ConditionalMutualInformation("X", "Y", "Z").Value.Nats, all.TotalCorrelation().Value.Nats, all.DualTotalCorrelation().Value.Nats];
    }

    internal static TheoryData<string> Joining(Promises promises) =>
        [.. Specimens.All.Where(specimen => specimen.Promises.HasFlag(promises) && specimen.For(DataSets.Related(1, 12, 2)) is IMultivariateEstimator).Select(specimen => specimen.Name)];

    private static JointVariables Observed(IMutualInformationEstimator estimator, Observations data) =>
        Add(Add(((IMultivariateEstimator)estimator).Observe(), "X", data.X), "Y", data.Y);

    private static JointVariables Add(JointVariables set, string name, Variable variable) =>
        variable.IsLayer ? set.Add(name, variable.Samples) : set.Add(name, variable.Symbols);

    // Labels that go with the seed: one class, two, three, …
    private static Symbols Third(Observations data)
    {
        Random random = new(data.Seed * 7001 + data.Count);
        return Symbols.FromLabels(Seeded.Labels(random, data.Count, 1 + data.Seed % 4));
    }
}
