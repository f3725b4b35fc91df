using MutualInfo.Multivariate;
using MutualInfo.Reference;
using MutualInfo.Tests.Laws;

namespace MutualInfo.Tests.Multivariate;

// Gates, and textbook definitions over counts.
public partial class KnownSeveralVariablesTests
{
    private const double RoundingOfCounts = 8 * Law.Epsilon * 3 * 0.6931471805599453;

    // C5, exact from the truth tables.
    [Fact]
    public void Gates_ExclusiveOr_TellsNothingInPairsAndAllInThree()
    {
        JointVariables gate = Estimators.ExactDiscrete().Observe()
            .Add("a", Symbols.FromLabels([0, 0, 1, 1])).Add("b", Symbols.FromLabels([0, 1, 0, 1])).Add("a xor b", Symbols.FromLabels([0, 1, 1, 0]));
        Law.Near("I(a;c)", 0, gate.MutualInformation("a", "a xor b").Value.Nats, 0);
        Law.Near("I(a;c|b)", Math.Log(2), gate.ConditionalMutualInformation("a", "a xor b", "b").Value.Nats, RoundingOfCounts);
        Law.Near("TC", Math.Log(2), gate.TotalCorrelation().Value.Nats, RoundingOfCounts);
        Law.Near("DTC", 2 * Math.Log(2), gate.DualTotalCorrelation().Value.Nats, RoundingOfCounts);
        Law.Near("II", Math.Log(2), gate.InteractionInformation().Value.Nats, RoundingOfCounts);
    }

    // ln 2·(2 − ¾ log₂ 3) and its kin: the values of the literature to seven digits, by their closed forms to the last.
    [Fact]
    public void Gates_And_HasTheValuesOfItsTable()
    {
        JointVariables gate = Estimators.ExactDiscrete().Observe()
            .Add("a", Symbols.FromLabels([0, 0, 1, 1])).Add("b", Symbols.FromLabels([0, 1, 0, 1])).Add("a and b", Symbols.FromLabels([0, 0, 0, 1]));
        double entropy = 2 * Math.Log(2) - 0.75 * Math.Log(3);
        Law.Near("I(a;c)", entropy - 0.5 * Math.Log(2), gate.MutualInformation("a", "a and b").Value.Nats, RoundingOfCounts);
        Law.Near("I(a,b;c)", entropy, gate.MutualInformation(["a", "b"], ["a and b"]).Value.Nats, RoundingOfCounts);
        Law.Near("I(a;c|b)", 0.5 * Math.Log(2), gate.ConditionalMutualInformation("a", "a and b", "b").Value.Nats, RoundingOfCounts);
        Law.Near("I(a;c)", 0.2157616, gate.MutualInformation("a", "a and b").Value.Nats, 5e-8);
        Law.Near("I(a,b;c)", 0.5623351, gate.MutualInformation(["a", "b"], ["a and b"]).Value.Nats, 5e-8);
    }

    // Any three of the four bits are independent; the fourth follows from them.
    [Fact]
    public void Gates_ParityOfFourBits_IsSeenByAllFourTogether()
    {
        JointVariables bits = Estimators.ExactDiscrete().Observe();
        for (int bit = 0; bit < 3; bit++)
            bits.Add($"bit {bit}", Symbols.FromLabels([.. Enumerable.Range(0, 8).Select(i => i >> bit & 1)]));
        bits.Add("parity", Symbols.FromLabels([.. Enumerable.Range(0, 8).Select(i => int.PopCount(i) % 2)]));
        Law.Near("TC of three", 0, bits.TotalCorrelation("bit 0", "bit 2", "parity").Value.Nats, 0);
        Law.Near("TC", Math.Log(2), bits.TotalCorrelation().Value.Nats, 2 * RoundingOfCounts);
        Law.Near("DTC", 3 * Math.Log(2), bits.DualTotalCorrelation().Value.Nats, 4 * RoundingOfCounts);
        Law.Near("II", Math.Log(2), bits.InteractionInformation().Value.Nats, 4 * RoundingOfCounts);
        Law.Near("I(0;1|2,parity)", Math.Log(2), bits.ConditionalMutualInformation(["bit 0"], ["bit 1"], ["bit 2", "parity"]).Value.Nats, RoundingOfCounts);
    }

    // Definitions over the joint distribution, which know no entropies: 1e-12 for n terms in another order.
    [Fact]
    public void Counts_RandomLabels_GiveTheTextbooksDefinitions()
    {
        foreach (int seed in Seeds.All)
        {
            Random random = new(seed * 101 + 7);
            int n = 5 + 60 * (seed % 4);
            int[][] labels = [.. Enumerable.Range(0, 4).Select(k => Seeded.Labels(random, n, 2 + k))];
            labels[2] = [.. labels[0].Zip(labels[1], (a, b) => (a + b) % 3)];
            JointVariables all = Estimators.ExactDiscrete().Observe();
            for (int k = 0; k < labels.Length; k++)
                all.Add($"{k}", Symbols.FromLabels(labels[k]));
            Law.Near($"I(0;2|1), seed {seed}", SeveralVariables.ConditionalInformation(labels[0], labels[2], labels[1]), all.ConditionalMutualInformation("0", "2", "1").Value.Nats, 1e-12);
            Law.Near($"TC, seed {seed}", SeveralVariables.TotalCorrelation(labels), all.TotalCorrelation().Value.Nats, 1e-12);
            Law.Near($"DTC, seed {seed}", SeveralVariables.DualTotalCorrelation(labels), all.DualTotalCorrelation().Value.Nats, 1e-12);
            Law.Near($"II of three, seed {seed}", SeveralVariables.InteractionInformation(labels[..3]), all.InteractionInformation("0", "1", "2").Value.Nats, 1e-12);
            Law.Near($"II, seed {seed}", SeveralVariables.InteractionInformation(labels), all.InteractionInformation().Value.Nats, 1e-12);
        }
    }

    [Fact]
    public void Columns_ADefaultRange_IsEachColumnsOwn()
    {
        double[] values = Seeded.Normal(new Random(4), 60 * 2);
        for (int row = 0; row < 60; row++)
            values[2 * row] *= 1000;
        double[] first = [.. Enumerable.Range(0, 60).Select(row => values[2 * row])];
        double[] second = [.. Enumerable.Range(0, 60).Select(row => values[2 * row + 1])];
        double expected = Estimators.Binning(8).Estimate(Samples.FromScalars<double>(first), Samples.FromScalars<double>(second)).Value.Nats;
        Law.SameBits("TC", expected, Estimators.Binning(8).Observe().AddColumns("unit", Samples.FromRows<double>(values, 2)).TotalCorrelation().Value.Nats);
    }
}
