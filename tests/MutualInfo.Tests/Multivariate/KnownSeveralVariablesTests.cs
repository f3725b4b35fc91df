using MutualInfo.Kernels;
using MutualInfo.Multivariate;
using MutualInfo.Reference;
using MutualInfo.Tests.Laws;

namespace MutualInfo.Tests.Multivariate;

/// <summary>Values that are known for several variables: gates, textbook definitions over counts and Gram matrices, and another program's.</summary>
public partial class KnownSeveralVariablesTests
{
    // Whole Gram matrices, multiplied entry by entry: a few thousand roundings, times 100 at α = 1.01.
    [BackendTheory, InlineData("density", 1e-12), InlineData("1.01", 1e-10), InlineData("2", 1e-12), InlineData("3", 1e-12)]
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
            JointVariables all = estimator.Observe(TestBackend.Options)
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
    [BackendFact]
    public void Families_OfSymbols_Agree()
    {
        Random random = new(17);
        int[][] labels = [.. Enumerable.Range(0, 4).Select(_ => Seeded.Labels(random, 90, 3))];
        JointVariables counted = Estimators.ExactDiscrete().Observe();
        JointVariables kernel = Estimators.KernelDensity().Observe(TestBackend.Options);
        JointVariables neumann = Estimators.MatrixRenyi(1).Observe(TestBackend.Options);
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
    [BackendFact]
    public void Columns_UnderOneFixedBandwidth_AreTogetherTheLayer()
    {
        double[] values = Seeded.Normal(new Random(4), 60 * 5);
        Samples<double> layer = Samples.FromRows<double>(values, 5);
        foreach (IMultivariateEstimator estimator in (IMultivariateEstimator[])[Estimators.KernelDensity(0.5), Estimators.MatrixRenyi(2, new FixedBandwidth(0.7)), Estimators.Binning(4, -2, 2)])
        {
            JointVariables units = estimator.Observe(TestBackend.Options).AddColumns("unit", layer);
            double whole = estimator.Estimate(layer, Symbols.Distinct(60), TestBackend.Options).EntropyX.Nats;
            // The same products in the order in which factors sort.
            Law.Near($"{estimator}", whole, units.Entropy().Nats, 1e-12);
            Assert.Equal(["unit.0", "unit.1", "unit.2", "unit.3", "unit.4"], units.Names);
        }
    }
}
