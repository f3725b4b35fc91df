using MutualInfo.Multivariate;
using MutualInfo.Tests.Laws;

namespace MutualInfo.Tests.Multivariate;

/// <summary>What holds for several variables under every estimator whose joint is a variable like any other: C4, C5, S1, S2 and X1.</summary>
public partial class SeveralVariablesLaws
{
    public static TheoryData<string> All => Joining(Promises.None);

    // Two variables are the case that the estimator measures by itself.
    [BackendTheory, MemberData(nameof(All))]
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
    [BackendTheory, MemberData(nameof(All))]
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
    [BackendTheory, MemberData(nameof(All))]
    public void Quantities_InAnyOrderOfTheVariables_AreBitwiseEqual(string name) => Law.ForAll(name, DataSets.For, (estimator, data, _) =>
    {
        JointVariables one = Observed(estimator, data).Add("Z", Third(data));
        JointVariables other = Add(Add(((IMultivariateEstimator)estimator).Observe(TestBackend.Options).Add("Z", Third(data)), "Y", data.Y), "X", data.X);
        Law.SameBits("I(X;Y|Z)", one.ConditionalMutualInformation("X", "Y", "Z").Value.Nats, other.ConditionalMutualInformation("Y", "X", "Z").Value.Nats);
        Law.SameBits("TC", one.TotalCorrelation().Value.Nats, other.TotalCorrelation("Y", "X", "Z").Value.Nats);
        Law.SameBits("DTC", one.DualTotalCorrelation().Value.Nats, other.DualTotalCorrelation().Value.Nats);
        Law.SameBits("II", one.InteractionInformation().Value.Nats, other.InteractionInformation().Value.Nats);
    });

    // S2. Counts do not know the order of samples; sums over pairs and spectra round differently: seven entropies in all.
    [BackendTheory, MemberData(nameof(All))]
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
    [BackendTheory, MemberData(nameof(BoundLaws.NothingForConstants), MemberType = typeof(BoundLaws))]
    public void ConditionalMutualInformation_GivenAConstant_IsMutualInformationToTheBit(string name) => Law.ForAll(name, DataSets.For, (estimator, data, _) =>
    {
        JointVariables all = Observed(estimator, data).Add("constant", Symbols.FromLabels(new int[data.Count]));
        Law.SameBits("I(X;Y|constant)", all.MutualInformation("X", "Y").Value.Nats, all.ConditionalMutualInformation("X", "Y", "constant").Value.Nats);
        Law.SameBits("I(X;constant|Y)", 0, all.ConditionalMutualInformation("X", "constant", "Y").Value.Nats);
    });

    // X1.
    [BackendTheory, MemberData(nameof(All))]
    public void Quantities_AnyNumberOfThreads_AreBitwiseEqual(string name)
    {
        Observations data = DataSets.Related(1, Math.Min(130, TestBackend.MostInSpectra), 3);
        IMutualInformationEstimator estimator = Specimens.Named(name).For(data);
        double[] expected = Quantities(estimator, data, 1);
        foreach (int threads in (int[])[2, 3, 7, 16, -1])
            Assert.Equal(expected.Select(BitConverter.DoubleToInt64Bits), Quantities(estimator, data, threads).Select(BitConverter.DoubleToInt64Bits));
    }

    private static double[] Quantities(IMutualInformationEstimator estimator, Observations data, int threads)
    {
        JointVariables all = Add(
            Add(((IMultivariateEstimator)estimator).Observe(TestBackend.Options with { MaxDegreeOfParallelism = threads }), "X", data.X), "Y", data.Y).Add("Z", Third(data));
        return [all.ConditionalMutualInformation("X", "Y", "Z").Value.Nats, all.TotalCorrelation().Value.Nats, all.DualTotalCorrelation().Value.Nats];
    }

    internal static TheoryData<string> Joining(Promises promises) =>
        [.. Specimens.All.Where(specimen => specimen.Promises.HasFlag(promises) && specimen.For(DataSets.Related(1, 12, 2)) is IMultivariateEstimator).Select(specimen => specimen.Name)];

    private static JointVariables Observed(IMutualInformationEstimator estimator, Observations data) =>
        Add(Add(((IMultivariateEstimator)estimator).Observe(TestBackend.Options), "X", data.X), "Y", data.Y);

    private static JointVariables Add(JointVariables set, string name, Variable variable) =>
        variable.IsLayer ? set.Add(name, variable.Samples) : set.Add(name, variable.Symbols);

    // Labels that go with the seed: one class, two, three, …
    private static Symbols Third(Observations data)
    {
        Random random = new(data.Seed * 7001 + data.Count);
        return Symbols.FromLabels(Seeded.Labels(random, data.Count, 1 + data.Seed % 4));
    }
}
