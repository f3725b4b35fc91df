using MutualInfo.Kernels;
using MutualInfo.Reference;
using MutualInfo.Tests.Laws;

namespace MutualInfo.Tests.Parity;

/// <summary>What structure saves is exact, and said.</summary>
public partial class GramStructureTests
{
    // Equal rows merged, against the whole matrix by a twin. n·ε of the spectrum, times 100 for the order.
    [BackendTheory]
    [InlineData(1), InlineData(1.01), InlineData(1.5), InlineData(double.PositiveInfinity)]
    public void Estimate_RepeatedRows_EqualsTheWholeMatrix(double order)
    {
        int[] picks = [.. Enumerable.Range(0, 90).Select(i => i * i % 13)];
        double[] distinct = Seeded.Normal(new Random(3), 13 * 2);
        double[] values = [.. picks.SelectMany(pick => distinct[(2 * pick)..(2 * pick + 2)])];
        Symbols labels = Symbols.FromLabels([.. picks.Select((pick, i) => i % 3)]);

        MutualInformationEstimate estimate = new MatrixRenyiEstimator(order, new FixedBandwidth(0.8)).Estimate(Samples.FromRows<double>(values, 2), labels, TestBackend.Options);

        double[,] gram = Pairs.Gram(values, 2, 0.8);
        Assert.Equal(KernelEntropy.Renyi(gram, order), estimate.EntropyX.Nats, 100 * 90 * Law.Epsilon);
        double[,] joint = KernelEntropy.Product(gram, KernelEntropy.Delta([.. labels.Codes]));
        Assert.Equal(KernelEntropy.Renyi(joint, order), estimate.JointEntropy.Nats, 100 * 90 * Law.Epsilon);
    }

    [BackendFact]
    public void Spectra_SeveralSimilarities_AreThoseOfEachAlone()
    {
        Similarity[] similarities =
        [
            .. ((int[])[1, 2, 50, 120, 30]).Where(n => n <= TestBackend.MostSamples).Select(n => Similarity.Gaussian(Samples.FromScalars<double>(Seeded.Normal(new Random(n), n)), 0.3)),
            Similarity.Delta(Symbols.FromLabels([1, 1, 2])),
        ];

        IReadOnlyList<double[]> together = TestBackend.Instance.Spectra(similarities, TestBackend.Options);

        for (int i = 0; i < similarities.Length; i++)
        {
            double[] alone = new double[similarities[i].Count];
            TestBackend.Instance.Spectrum(similarities[i], alone, TestBackend.Options);
            Assert.Equal(alone, together[i]);
        }
    }
}
