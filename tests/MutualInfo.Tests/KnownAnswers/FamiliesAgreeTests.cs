using MutualInfo.Kernels;
using MutualInfo.Reference;

namespace MutualInfo.Tests.KnownAnswers;

/// <summary>The counting and the kernel family are one formula; where both can speak, they say the same number.</summary>
public class FamiliesAgreeTests
{
    // Both sides sum the same positive terms, in different orders; n = 120 of them round to about 1e-14.
    private const double SummationOrder = 1e-12;

    private static int Count => Math.Min(120, TestBackend.MostSamples);

    public static TheoryData<int> Seeds() => [1, 2, 3, 4, 5];

    [BackendTheory]
    [MemberData(nameof(Seeds))]
    public void KernelDensity_OnSymbols_IsThePlugInEntropy(int seed)
    {
        (Symbols x, Symbols y) = SymbolPair(seed);

        MutualInformationEstimate kernel = Estimators.KernelDensity().Estimate(x, y, TestBackend.Options);
        MutualInformationEstimate counting = Estimators.ExactDiscrete().Estimate(x, y);

        Assert.Equal(counting.EntropyX.Nats, kernel.EntropyX.Nats, SummationOrder);
        Assert.Equal(counting.JointEntropy.Nats, kernel.JointEntropy.Nats, SummationOrder);
        Assert.Equal(counting.Value.Nats, kernel.Value.Nats, SummationOrder);
        Assert.Equal(Counting.MutualInformation(x.Codes.ToArray(), y.Codes.ToArray()), kernel.Value.Nats, SummationOrder);
    }

    [BackendTheory]
    [MemberData(nameof(Seeds))]
    public void KernelDensity_AgainstLabels_IsTheClassConditionalForm(int seed)
    {
        Random random = new(seed);
        double[] values = Seeded.Normal(random, Count * 3);
        int[] labels = Seeded.Labels(random, Count, 4);

        double nats = Estimators.KernelDensity(0.25).Estimate(Samples.FromRows<double>(values, 3), Symbols.FromLabels(labels), TestBackend.Options).Value.Nats;

        // H(all) − Σ p_c H(class c), each class by its own samples alone.
        double expected = KernelEntropy.RowMeans(Pairs.Gram(values, 3, 0.5));
        foreach (int label in labels.Distinct())
        {
            double[] own = [.. values.Chunk(3).Where((_, row) => labels[row] == label).SelectMany(row => row)];
            expected -= own.Length / 3.0 / Count * KernelEntropy.RowMeans(Pairs.Gram(own, 3, 0.5));
        }

        Assert.Equal(expected, nats, SummationOrder);
    }

    [BackendTheory]
    [MemberData(nameof(Seeds))]
    public void MatrixRenyi_OnSymbols_IsTheRenyiEntropyOfTheHistogram(int seed)
    {
        (Symbols x, Symbols y) = SymbolPair(seed);
        double[] shares = [.. x.Histogram.ToArray().Select(count => (double)count / Count)];

        foreach (double order in (double[])[0.3, 0.5, 0.9, 1, 1.5, 2, 5, 40, double.PositiveInfinity])
            Assert.Equal(KernelEntropy.Renyi(shares, order), Estimators.MatrixRenyi(order).Estimate(x, y, TestBackend.Options).EntropyX.Nats, SummationOrder);

        // The factor 1/(1 − α) = −100 amplifies the rounding of the twin's sum, which is not anchored to the trace.
        Assert.Equal(KernelEntropy.Renyi(shares, 1.01), Estimators.MatrixRenyi(1.01).Estimate(x, y, TestBackend.Options).EntropyX.Nats, 100 * SummationOrder);
    }

    [BackendTheory]
    [MemberData(nameof(Seeds))]
    public void DistinctInputs_InEveryFamily_GiveTheEntropyOfTheLayer(int seed)
    {
        double[] values = Array.ConvertAll(Seeded.Normal(new Random(seed), Count * 3), value => Math.Round(value, 1));
        IMutualInformationEstimator[] estimators =
        [
            Estimators.ExactDiscrete(), Estimators.Binning(), Estimators.AdaptiveBinning(), Estimators.KernelDensity(),
            Estimators.AdaptiveKernelDensity(), Estimators.MatrixRenyi(), Estimators.MatrixRenyi(1), Estimators.MatrixRenyi(2),
        ];

        foreach (IMutualInformationEstimator estimator in estimators)
        {
            MutualInformationEstimate estimate = estimator.Estimate(Samples.FromRows<double>(values, 3), Symbols.Distinct(Count), TestBackend.Options);
            Assert.Equal(estimate.EntropyX.Nats, estimate.Value.Nats, SummationOrder);
        }
    }

    [BackendTheory]
    [MemberData(nameof(Seeds))]
    public void KernelDensity_BandwidthTowardsZeroOnRepeatingRows_IsExactDiscrete(int seed)
    {
        Random random = new(seed);
        double[] values = Array.ConvertAll(Seeded.Labels(random, Count * 3, 3), label => (double)label);
        Symbols labels = Symbols.FromLabels(Seeded.Labels(random, Count, 4));
        Samples<double> samples = Samples.FromRows<double>(values, 3);

        MutualInformationEstimate kernel = new KernelDensityEstimator(new FixedBandwidth(1e-3)).Estimate(samples, labels, TestBackend.Options);
        MutualInformationEstimate counting = Estimators.ExactDiscrete().Estimate(samples, labels);

        Assert.Equal(counting.EntropyX.Nats, kernel.EntropyX.Nats, SummationOrder);
        Assert.Equal(counting.Value.Nats, kernel.Value.Nats, SummationOrder);
    }

    private static (Symbols X, Symbols Y) SymbolPair(int seed)
    {
        Random random = new(seed);
        return (Symbols.FromLabels(Seeded.Labels(random, Count, 7)), Symbols.FromLabels(Seeded.Labels(random, Count, 5)));
    }
}
