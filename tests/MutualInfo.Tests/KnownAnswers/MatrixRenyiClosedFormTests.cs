using MutualInfo.Kernels;
using MutualInfo.Reference;

namespace MutualInfo.Tests.KnownAnswers;

/// <summary>Gram matrices whose spectrum is known, so the entropy is too.</summary>
public class MatrixRenyiClosedFormTests
{
    // The bound. At order 1.01 the factor 100 makes 1e-13 out of a rounding of 1e-15; nothing here comes near 1e-9.
    private const double Rounding = 1e-9;

    public static TheoryData<double> Orders() => [0.5, 0.9, 1, 1.01, 1.5, 2, 3.7, 5, double.PositiveInfinity];

    [BackendTheory]
    [InlineData(1.01, 0.4942828636)]
    [InlineData(1, 0.4958422580)]
    [InlineData(2, 0.3798854930)]
    public void Entropy_TwoSamples_IsThatOfTheTwoKnownEigenvalues(double order, double printed)
    {
        double kappa = Math.Exp(-0.5);

        double nats = EntropyOf([0, 1], 1, order, 1);

        Assert.Equal(KernelEntropy.Renyi([(1 + kappa) / 2, (1 - kappa) / 2], order), nats, Rounding);
        Assert.Equal(printed, nats, Rounding);
    }

    [BackendTheory]
    [InlineData(1.01, 1.0289885516)]
    [InlineData(2, 0.9675840263)]
    public void Entropy_ClustersOfFiveThreeTwo_IsThatOfTheirShares(double order, double printed)
    {
        double[] far = [0, 0, 0, 0, 0, 1e6, 1e6, 1e6, -1e6, -1e6];

        double nats = EntropyOf(far, 1, order, 1);

        Assert.Equal(printed, nats, Rounding);
        Assert.Equal(printed, Estimators.MatrixRenyi(order).Estimate(Symbols.FromLabels([1, 1, 1, 1, 1, 2, 2, 2, 3, 3]), Symbols.Distinct(10), TestBackend.Options).EntropyX.Nats, Rounding);
        Assert.Equal(printed, new MatrixRenyiEstimator(order, new FixedBandwidth(1)).Entropy(GramMatrix.FromMatrix(Pairs.Gram(far, 1, 1))).Nats, Rounding);
    }

    [BackendTheory]
    [MemberData(nameof(Orders))]
    public void Entropy_EqualClusters_IsTheLogarithmOfTheirNumber(double order)
    {
        foreach (int clusters in (int[])[1, 2, 3, 7])
        {
            int[] labels = [.. Enumerable.Range(0, 6 * clusters).Select(i => i % clusters)];
            double[] far = Array.ConvertAll(labels, label => 1e4 * label);

            Assert.Equal(Math.Log(clusters), EntropyOf(far, 1, order, 1), Rounding);
            Assert.Equal(Math.Log(clusters), Estimators.MatrixRenyi(order).Estimate(Symbols.FromLabels(labels), Symbols.Distinct(labels.Length), TestBackend.Options).EntropyX.Nats, Rounding);
        }
    }

    [BackendTheory]
    [MemberData(nameof(Orders))]
    public void Entropy_BandwidthTowardsZero_IsLnN(double order) =>
        Assert.Equal(Math.Log(40), EntropyOf(Normal(40, 3), 3, order, 1e-6), Rounding);

    [BackendTheory]
    [MemberData(nameof(Orders))]
    public void Entropy_BandwidthTowardsInfinity_IsZero(double order) =>
        Assert.Equal(0, EntropyOf(Normal(40, 3), 3, order, 1e9), Rounding);

    [BackendTheory]
    [MemberData(nameof(Orders))]
    public void Entropy_SamplesPermutedOrRotated_Stays(double order)
    {
        double[] values = Normal(30, 2);
        double expected = EntropyOf(values, 2, order, 0.5);

        double[] reversed = [.. values.Chunk(2).Reverse().SelectMany(row => row)];
        (double sine, double cosine) = Math.SinCos(0.7);
        double[] rotated = [.. values.Chunk(2).SelectMany(row => (double[])[cosine * row[0] - sine * row[1], sine * row[0] + cosine * row[1]])];

        Assert.Equal(expected, EntropyOf(reversed, 2, order, 0.5), RoundingAt(order));
        Assert.Equal(expected, EntropyOf(rotated, 2, order, 0.5), RoundingAt(order));
    }

    [BackendFact]
    public void Estimate_LabelsOfTheTrap_IsNegativeAndExact()
    {
        Symbols x = Symbols.FromLabels([1, 1, 0, 1]);
        Symbols y = Symbols.FromLabels([1, 1, 1, 0]);

        // Exactly log₂(24/25) bits: a few roundings of logarithms of about 1.
        Assert.Equal(Math.Log2(24.0 / 25), Estimators.MatrixRenyi(2).Estimate(x, y, TestBackend.Options).Value.Bits, 1e-15);
    }

    [BackendTheory]
    // The labels of the trap: three of four equal in each variable, but not the same three.
    [InlineData(2, 2, 1, 1, 0)]
    [InlineData(5, 2, 1, 1, 0)]
    // Near independence the sign follows the sign of the dependence. For the trap's labels orders near 1 give Shannon's sign, plus.
    [InlineData(0.9, 8110, 890, 890, 110)]
    [InlineData(1.01, 8098, 902, 902, 98)]
    public void Estimate_TableWithNegativeInformation_IsNegativeAndExact(double order, int a, int b, int c, int d)
    {
        (int[] x, int[] y) = Counting.Samples(new long[,] { { a, b }, { c, d } });
        double n = a + b + c + d;
        double expected = KernelEntropy.Renyi([(a + b) / n, (c + d) / n], order) + KernelEntropy.Renyi([(a + c) / n, (b + d) / n], order)
            - KernelEntropy.Renyi([a / n, b / n, c / n, d / n], order);

        double nats = Estimators.MatrixRenyi(order).Estimate(Symbols.FromLabels(x), Symbols.FromLabels(y), TestBackend.Options).Value.Nats;

        Assert.True(nats < 0, $"{nats:R}");
        Assert.Equal(expected, nats, Rounding);
    }

    // Below order 1 the least eigenvalues count, and a relative floor of 1e-12 leaves out up to n of them, each with 1e-12^α.
    private static double RoundingAt(double order) => order < 1 ? 1e-5 : Rounding;

    private static double EntropyOf(double[] values, int dimension, double order, double sigma) =>
        Estimators.MatrixRenyi(order, new FixedBandwidth(sigma))
            .Estimate(Samples.FromRows<double>(values, dimension), Symbols.Distinct(values.Length / dimension), TestBackend.Options).EntropyX.Nats;

    private static double[] Normal(int count, int dimension) => Seeded.Normal(new Random(20240), count * dimension);
}
