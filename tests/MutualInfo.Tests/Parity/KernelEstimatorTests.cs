using MutualInfo.Kernels;
using MutualInfo.Reference;

namespace MutualInfo.Tests.Parity;

/// <summary>Kernel estimates against Gram matrices that are built and measured entry by entry, spectra by MathNet.</summary>
public class KernelEstimatorTests
{
    // n² exponentials, each to a few ulps, and sums of n of them.
    private const double KernelDensity = 1e-12;

    // Two eigensolvers differ by n·ε; at order 1.01 the twin's plain sum loses two more digits.
    private const double Renyi = 1e-11;

    // Below order 1, eigenvalues near the floor of 1e-12 of the largest may fall on either side of it.
    private const double RenyiBelowOrderOne = 1e-5;

    public static TheoryData<int, int, int> Shapes() => new()
    {
        { 2, 1, 1 },
        { 3, 2, 1 },
        { 17, 1, 5 },
        { 64, 3, 2 },
        { Math.Min(65, TestBackend.MostSamples), 4, 4 },
        { Math.Min(100, TestBackend.MostSamples), 16, 3 },
    };

    [BackendTheory]
    [MemberData(nameof(Shapes))]
    public void KernelDensity_SamplesAndSamples_EqualsTheTwin(int count, int dimensionX, int dimensionY)
    {
        (double[] x, double[] y, _) = Data(count, dimensionX, dimensionY);

        MutualInformationEstimate estimate = new KernelDensityEstimator(new FixedBandwidth(0.7))
            .Estimate(Samples.FromRows<double>(x, dimensionX), Samples.FromRows<double>(y, dimensionY), TestBackend.Options);

        double[,] gramX = Pairs.Gram(x, dimensionX, 0.7);
        double[,] gramY = Pairs.Gram(y, dimensionY, 0.7);
        Assert.Equal(KernelEntropy.RowMeans(gramX), estimate.EntropyX.Nats, KernelDensity);
        Assert.Equal(KernelEntropy.RowMeans(gramY), estimate.EntropyY.Nats, KernelDensity);
        Assert.Equal(KernelEntropy.RowMeans(KernelEntropy.Product(gramX, gramY)), estimate.JointEntropy.Nats, KernelDensity);
    }

    [BackendTheory]
    [MemberData(nameof(Shapes))]
    public void MatrixRenyi_SamplesAndSamples_EqualsTheTwin(int count, int dimensionX, int dimensionY)
    {
        (double[] x, double[] y, _) = Data(count, dimensionX, dimensionY);
        double[,] gramX = Pairs.Gram(x, dimensionX, 0.7);
        double[,] gramY = Pairs.Gram(y, dimensionY, 0.7);
        double[,] product = KernelEntropy.Product(gramX, gramY);
        foreach (double order in (double[])[0.5, 1, 1.01, 1.5, 2, 3, 7, double.PositiveInfinity])
        {
            MutualInformationEstimate estimate = Estimators.MatrixRenyi(order, new FixedBandwidth(0.7))
                .Estimate(Samples.FromRows<double>(x, dimensionX), Samples.FromRows<double>(y, dimensionY), TestBackend.Options);

            double tolerance = order < 1 ? RenyiBelowOrderOne : Renyi;
            Assert.Equal(KernelEntropy.Renyi(gramX, order), estimate.EntropyX.Nats, tolerance);
            Assert.Equal(KernelEntropy.Renyi(gramY, order), estimate.EntropyY.Nats, tolerance);
            Assert.Equal(KernelEntropy.Renyi(product, order), estimate.JointEntropy.Nats, tolerance);
        }
    }

    [BackendTheory]
    [MemberData(nameof(Shapes))]
    public void KernelEstimators_SamplesAndLabels_EqualTheTwins(int count, int dimensionX, int classes)
    {
        (double[] x, _, int[] labels) = Data(count, dimensionX, classes);
        Symbols symbols = Symbols.FromLabels(labels);
        double[,] gram = Pairs.Gram(x, dimensionX, 0.7);
        double[,] delta = KernelEntropy.Delta(labels);
        double[,] product = KernelEntropy.Product(gram, delta);

        MutualInformationEstimate density = new KernelDensityEstimator(new FixedBandwidth(0.7)).Estimate(Samples.FromRows<double>(x, dimensionX), symbols, TestBackend.Options);
        Assert.Equal(KernelEntropy.RowMeans(delta), density.EntropyY.Nats, KernelDensity);
        Assert.Equal(KernelEntropy.RowMeans(product), density.JointEntropy.Nats, KernelDensity);
        foreach (double order in (double[])[1, 1.01, 2, 3])
        {
            MutualInformationEstimate renyi = Estimators.MatrixRenyi(order, new FixedBandwidth(0.7)).Estimate(Samples.FromRows<double>(x, dimensionX), symbols, TestBackend.Options);
            Assert.Equal(KernelEntropy.Renyi(delta, order), renyi.EntropyY.Nats, Renyi);
            Assert.Equal(KernelEntropy.Renyi(product, order), renyi.JointEntropy.Nats, Renyi);
        }
    }

    [BackendTheory]
    [MemberData(nameof(Shapes))]
    public void GramMatrix_OfTheCallersOwn_EqualsTheTwin(int count, int dimensionX, int dimensionY)
    {
        (double[] x, double[] y, _) = Data(count, dimensionX, dimensionY);
        double[,] gramX = Pairs.Gram(x, dimensionX, 0.7);
        double[,] gramY = Pairs.Gram(y, dimensionY, 0.7);
        foreach (double order in (double[])[1, 1.01, 2, 3])
        {
            MutualInformationEstimate estimate = Estimators.MatrixRenyi(order).Estimate(GramMatrix.FromMatrix(gramX), GramMatrix.FromMatrix(gramY), TestBackend.Options);

            double expected = KernelEntropy.Renyi(gramX, order) + KernelEntropy.Renyi(gramY, order)
                - KernelEntropy.Renyi(KernelEntropy.Product(gramX, gramY), order);
            Assert.Equal(expected, estimate.Value.Nats, 3 * Renyi);
        }
    }

    private static (double[] X, double[] Y, int[] Labels) Data(int count, int dimensionX, int dimensionY)
    {
        Random random = new(1000 * count + dimensionX);
        return (Seeded.Normal(random, count * dimensionX), Seeded.Normal(random, count * dimensionY), Seeded.Labels(random, count, dimensionY));
    }
}
