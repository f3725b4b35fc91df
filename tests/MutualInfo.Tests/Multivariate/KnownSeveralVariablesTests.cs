using MutualInfo.Kernels;
using MutualInfo.Multivariate;
using MutualInfo.Reference;
using MutualInfo.Tests.Laws;

namespace MutualInfo.Tests.Multivariate;

/// <summary>Values that are known for several variables: gates, textbook definitions over counts and Gram matrices, and another program's.</summary>
public class KnownSeveralVariablesTests
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

    // Whole Gram matrices, multiplied entry by entry: a few thousand roundings, times 100 at α = 1.01.
    [Theory, InlineData("density", 1e-12), InlineData("1.01", 1e-10), InlineData("2", 1e-12), InlineData("3", 1e-12)]
    public void Kernels_SamplesAndLabels_GiveTheFormulasOverProductsOfGramMatrices(string rule, double tolerance)
    {
        foreach (int seed in Seeds.All)
        {
            Random random = new(seed * 211 + 3);
            const int N = 40;
            double[] wide = Seeded.Normal(random, 3 * N);
            double[] narrow = Seeded.Normal(random, N);
            int[] labels = Seeded.Labels(random, N, 3);
            double[][,] grams = [Pairs.Gram(wide, 3, 0.8), Pairs.Gram(narrow, 1, 0.8), KernelEntropy.Delta(labels)];
            IMultivariateEstimator estimator = rule == "density"
                ? new KernelDensityEstimator(new FixedBandwidth(0.8))
                : Estimators.MatrixRenyi(double.Parse(rule, System.Globalization.CultureInfo.InvariantCulture), new FixedBandwidth(0.8));
            JointVariables all = estimator.Observe()
                .Add("wide", Samples.FromRows<double>(wide, 3)).Add("narrow", Samples.FromScalars<double>(narrow)).Add("labels", Symbols.FromLabels(labels));
            Law.Near($"I(0;1|2), seed {seed}", SeveralVariables.ConditionalInformation(Entropy, 0, 1, 2), all.ConditionalMutualInformation("wide", "narrow", "labels").Value.Nats, tolerance);
            Law.Near($"TC, seed {seed}", SeveralVariables.TotalCorrelation(Entropy, 3), all.TotalCorrelation().Value.Nats, tolerance);
            Law.Near($"DTC, seed {seed}", SeveralVariables.DualTotalCorrelation(Entropy, 3), all.DualTotalCorrelation().Value.Nats, tolerance);

            double Entropy(int[] subset)
            {
                double[,] product = subset.Select(k => grams[k]).Aggregate(KernelEntropy.Product);
                return rule == "density" ? KernelEntropy.RowMeans(product) : KernelEntropy.Renyi(product, ((MatrixRenyiEstimator)estimator).Order);
            }
        }
    }

    // The families are one formula: kernel density of symbols is the plug-in entropy, to the order of summation.
    [Fact]
    public void Families_OfSymbols_Agree()
    {
        Random random = new(17);
        int[][] labels = [.. Enumerable.Range(0, 4).Select(_ => Seeded.Labels(random, 90, 3))];
        JointVariables counted = Estimators.ExactDiscrete().Observe();
        JointVariables kernel = Estimators.KernelDensity().Observe();
        JointVariables neumann = Estimators.MatrixRenyi(1).Observe();
        for (int k = 0; k < labels.Length; k++)
        {
            foreach (JointVariables all in (JointVariables[])[counted, kernel, neumann])
                all.Add($"{k}", Symbols.FromLabels(labels[k]));
        }

        foreach (JointVariables all in (JointVariables[])[kernel, neumann])
        {
            Law.Near("TC", counted.TotalCorrelation().Value.Nats, all.TotalCorrelation().Value.Nats, 1e-12);
            Law.Near("DTC", counted.DualTotalCorrelation().Value.Nats, all.DualTotalCorrelation().Value.Nats, 1e-12);
            Law.Near("II", counted.InteractionInformation().Value.Nats, all.InteractionInformation().Value.Nats, 1e-11);
        }
    }

    // At equal bandwidths the columns of a layer together are the layer.
    [Fact]
    public void Columns_UnderOneFixedBandwidth_AreTogetherTheLayer()
    {
        double[] values = Seeded.Normal(new Random(4), 60 * 5);
        Samples<double> layer = Samples.FromRows<double>(values, 5);
        foreach (IMultivariateEstimator estimator in (IMultivariateEstimator[])[Estimators.KernelDensity(0.5), Estimators.MatrixRenyi(2, new FixedBandwidth(0.7)), Estimators.Binning(4, -2, 2)])
        {
            JointVariables units = estimator.Observe().AddColumns("unit", layer);
            double whole = estimator.Estimate(layer, Symbols.Distinct(60)).EntropyX.Nats;
            // The same products in the order in which factors sort.
            Law.Near($"{estimator}", whole, units.Entropy().Nats, 1e-12);
            Assert.Equal(["unit.0", "unit.1", "unit.2", "unit.3", "unit.4"], units.Names);
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
