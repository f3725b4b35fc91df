using MutualInfo.Kernels;
using MutualInfo.Reference;
using MutualInfo.Tests.Laws;

namespace MutualInfo.Tests.Parity;

/// <summary>What structure saves is exact, and said.</summary>
public class GramStructureTests
{
    // Equal rows merged, against the whole matrix by a twin. n·ε of the spectrum, times 100 for the order.
    [Theory]
    [InlineData(1), InlineData(1.01), InlineData(1.5), InlineData(double.PositiveInfinity)]
    public void Estimate_RepeatedRows_EqualsTheWholeMatrix(double order)
    {
        int[] picks = [.. Enumerable.Range(0, 90).Select(i => i * i % 13)];
        double[] distinct = Seeded.Normal(new Random(3), 13 * 2);
        double[] values = [.. picks.SelectMany(pick => distinct[(2 * pick)..(2 * pick + 2)])];
        Symbols labels = Symbols.FromLabels([.. picks.Select((pick, i) => i % 3)]);

        MutualInformationEstimate estimate = new MatrixRenyiEstimator(order, new FixedBandwidth(0.8)).Estimate(Samples.FromRows<double>(values, 2), labels);

        double[,] gram = Pairs.Gram(values, 2, 0.8);
        Assert.Equal(KernelEntropy.Renyi(gram, order), estimate.EntropyX.Nats, 100 * 90 * Law.Epsilon);
        double[,] joint = KernelEntropy.Product(gram, KernelEntropy.Delta([.. labels.Codes]));
        Assert.Equal(KernelEntropy.Renyi(joint, order), estimate.JointEntropy.Nats, 100 * 90 * Law.Epsilon);
    }

    [Fact]
    public void Estimate_RepeatedRowsAndLabels_SayWhatWasSolved()
    {
        double[] values = [1, 2, 1, 2, 3, 3, 1, 4];
        Symbols labels = Symbols.FromLabels([0, 0, 0, 0, 1, 1, 1, 1]);

        EstimateDiagnostics diagnostics = Estimators.MatrixRenyi().Estimate(Samples.FromScalars<double>(values), labels).Diagnostics;

        Assert.Equal(new GramStructure { SampleCount = 8, BlockCount = 1, DistinctCount = 4, LargestSolved = 4 }, diagnostics.StructureX);
        Assert.Equal(new GramStructure { SampleCount = 8, BlockCount = 2, DistinctCount = 2, LargestSolved = 0 }, diagnostics.StructureY);
        Assert.Equal(new GramStructure { SampleCount = 8, BlockCount = 2, DistinctCount = 5, LargestSolved = 3 }, diagnostics.JointStructure);
        Assert.Contains("joint Gram matrix: 5 distinct of 8 samples in 2 block(s), the largest of 3", diagnostics.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Estimate_OrderTwo_SaysThatNothingWasSolved()
    {
        EstimateDiagnostics diagnostics = Estimators.MatrixRenyi(2).Estimate(Samples.FromScalars([1.0, 1, 2]), Symbols.Distinct(3)).Diagnostics;
        Assert.Equal(new GramStructure { SampleCount = 3, BlockCount = 1, DistinctCount = 3, LargestSolved = 0 }, diagnostics.StructureX);
        Assert.Equal("no eigenvalues, 1 block(s)", diagnostics.StructureX!.ToString());
    }

    [Fact]
    public void Estimate_KernelDensity_HasNoStructure() =>
        Assert.Null(Estimators.KernelDensity().Estimate(Samples.FromScalars([1.0, 1, 2]), Symbols.Distinct(3)).Diagnostics.JointStructure);

    [Fact]
    public void Spectra_SeveralSimilarities_AreThoseOfEachAlone()
    {
        Similarity[] similarities =
        [
            .. ((int[])[1, 2, 50, 120, 30]).Select(n => Similarity.Gaussian(Samples.FromScalars<double>(Seeded.Normal(new Random(n), n)), 0.3)),
            Similarity.Delta(Symbols.FromLabels([1, 1, 2])),
        ];

        IReadOnlyList<double[]> together = CpuBackend.Shared.Spectra(similarities, EstimationOptions.Default);

        for (int i = 0; i < similarities.Length; i++)
        {
            double[] alone = new double[similarities[i].Count];
            CpuBackend.Shared.Spectrum(similarities[i], alone, EstimationOptions.Default);
            Assert.Equal(alone, together[i]);
        }
    }
}
