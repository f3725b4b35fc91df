using MutualInfo.Kernels;
using MutualInfo.Reference;
using MutualInfo.Tests.Guards;

namespace MutualInfo.Tests.KnownAnswers;

/// <summary>Enclosures hold the entropy of the whole spectrum, which a textbook twin computes; and they are as narrow as was asked where that is possible.</summary>
public class EnclosureTests
{
    private static readonly double[] _orders = [0.5, 0.9, 1, 1.01, 1.3, 2, 3, 5, 40, double.PositiveInfinity];

    // 1,000 cases: orders, bandwidths from one cluster to all apart, repeated rows, rank budgets from a panel to none.
    [Fact]
    public void Enclose_ThousandSeededCases_HoldTheEntropy()
    {
        for (int seed = 0; seed < 1000; seed++)
        {
            Random random = new(seed);
            double order = _orders[seed % _orders.Length];
            int dimension = 1 + random.Next(3);
            int n = 2 + random.Next(order < 1 ? 11 : 35);
            double sigma = Math.Pow(10, 2.5 * random.NextDouble() - 1);
            double[] values = Seeded.Normal(random, n * dimension);
            if (seed % 4 == 0)
                values.AsSpan(0, dimension).CopyTo(values.AsSpan((n - 1) * dimension));
            EnclosureLimits limits = new()
            {
                Width = Information.FromBits(Math.Pow(10, -1 - 8 * random.NextDouble())),
                MaximumRank = seed % 3 == 0 ? 1 + random.Next(n) : null,
            };

            EntropyEnclosure enclosure = new MatrixRenyiEstimator(order, new FixedBandwidth(sigma)).Enclose(Samples.FromRows<double>(values, dimension), limits);

            double truth = Entropy(Pairs.Gram(values, dimension, sigma), order);
            Assert.True(
                enclosure.Lower.Nats <= truth && truth <= enclosure.Upper.Nats,
                $"seed {seed}, α = {order}, n = {n}, σ = {sigma}: {truth:R} is not in [{enclosure.Lower.Nats:R}, {enclosure.Upper.Nats:R}]");
        }
    }

    // The rank budget is a panel, 32, so that the bounds of the residual are what is tested. 200 samples, n·ε·100 of the twin is 1e-11.
    [Theory]
    [InlineData(0.9), InlineData(1), InlineData(1.01), InlineData(1.7), InlineData(4)]
    public void Enclose_BudgetOfOnePanel_HoldsTheEntropy(double order)
    {
        foreach (double sigma in (double[])[0.2, 0.5, 1])
        {
            double[] values = Seeded.Normal(new Random(5), 200 * 2);
            MatrixRenyiEstimator estimator = new(order, new FixedBandwidth(sigma));

            EntropyEnclosure enclosure = estimator.Enclose(Samples.FromRows<double>(values, 2), new EnclosureLimits { MaximumRank = 32 });

            double truth = KernelEntropy.Renyi(Pairs.Gram(values, 2, sigma), order);
            Assert.InRange(truth, enclosure.Lower.Nats - 1e-11, enclosure.Upper.Nats + 1e-11);
            Assert.InRange(enclosure.Rank, 1, 32);
            Assert.InRange(enclosure.ResidualTrace, 1e-9, 1);
        }
    }

    [Theory]
    [InlineData(0.9, 1e-3), InlineData(1, 1e-8), InlineData(1.01, 1e-8), InlineData(2, 1e-10), InlineData(double.PositiveInfinity, 1e-10)]
    public void Enclose_FewDimensions_IsAsNarrowAsAsked(double order, double bits)
    {
        double[] values = Seeded.Normal(new Random(8), 600);
        MatrixRenyiEstimator estimator = new(order, new FixedBandwidth(0.5));

        EntropyEnclosure enclosure = estimator.Enclose(Samples.FromScalars<double>(values), new EnclosureLimits { Width = Information.FromBits(bits) });

        Assert.InRange(enclosure.Width.Bits, 0, bits);
        Assert.InRange(enclosure.Rank, 1, 128);
        Assert.Equal(estimator.Estimate(Samples.FromScalars<double>(values), Symbols.Distinct(600)).EntropyX.Bits, enclosure.Middle.Bits, bits);
    }

    [Fact]
    public void Enclose_ManyDimensions_TakesTheWholeSpectrum()
    {
        double[] values = Seeded.Normal(new Random(9), 300 * 12);
        MatrixRenyiEstimator estimator = new(1.01, new FixedBandwidth(1));

        EntropyEnclosure enclosure = estimator.Enclose(Samples.FromRows<double>(values, 12));

        Assert.Equal((300, 0.0), (enclosure.Rank, enclosure.ResidualTrace));
        Assert.InRange(estimator.Estimate(Samples.FromRows<double>(values, 12), Symbols.Distinct(300)).EntropyX.Bits, enclosure.Lower.Bits, enclosure.Upper.Bits);
        Assert.InRange(enclosure.Width.Bits, 0, 1e-6);
    }

    [Fact]
    public void Enclose_Information_HoldsTheEstimate()
    {
        double[] x = Seeded.Normal(new Random(10), 300 * 2);
        double[] y = [.. Enumerable.Range(0, 300).Select(i => x[2 * i] + 0.1 * x[2 * i + 1])];
        Symbols labels = Symbols.FromLabels([.. y.Select(value => Math.Sign(value) + 1)]);
        MatrixRenyiEstimator estimator = new(1.01, new FixedBandwidth(0.7));
        Samples<double> samples = Samples.FromRows<double>(x, 2);

        InformationEnclosure numbers = estimator.Enclose(samples, Samples.FromScalars<double>(y));
        InformationEnclosure symbols = estimator.Enclose(samples, labels);

        Assert.InRange(estimator.Estimate(samples, Samples.FromScalars<double>(y)).Value.Bits, numbers.Lower.Bits, numbers.Upper.Bits);
        Assert.InRange(estimator.Estimate(samples, labels).Value.Bits, symbols.Lower.Bits, symbols.Upper.Bits);
        Assert.InRange(numbers.Width.Bits, 0, 3e-6);
        Assert.InRange(symbols.Width.Bits, 0, 3e-6);
        // Labels alone have a spectrum of counts, known to 4ε; order 1.01 makes 144 times that of it on either side.
        Assert.InRange(symbols.EntropyY.Width.Bits, 0, 1e-11);
    }

    [Theory]
    [InlineData(2), InlineData(3), InlineData(7), InlineData(16)]
    public void Enclose_AnyNumberOfThreads_GivesTheSameBits(int threads)
    {
        double[] values = Seeded.Normal(new Random(11), 2000);
        MatrixRenyiEstimator estimator = new(1.01, new FixedBandwidth(0.3));
        EntropyEnclosure one = estimator.Enclose(Samples.FromScalars<double>(values), null, new EstimationOptions { MaxDegreeOfParallelism = 1 });
        EntropyEnclosure many = estimator.Enclose(Samples.FromScalars<double>(values), null, new EstimationOptions { MaxDegreeOfParallelism = threads });
        Assert.Equal(one, many);
    }

    [Fact]
    public void Enclose_ConstantsAndOneSample_AreZero()
    {
        MatrixRenyiEstimator estimator = new(1.01, new FixedBandwidth(1));
        foreach (double[] values in (double[][])[[3], [2, 2, 2, 2]])
        {
            EntropyEnclosure enclosure = estimator.Enclose(Samples.FromScalars<double>(values));
            Assert.Equal(0, enclosure.Lower.Bits);
            Assert.InRange(enclosure.Upper.Bits, 0, 1e-12);
        }
    }

    [Fact]
    public void Enclose_ImpossibleArguments_Throw()
    {
        MatrixRenyiEstimator estimator = Estimators.MatrixRenyi();
        Refusal.Argument("x", () => estimator.Enclose(Samples.FromScalars<double>([])), "no samples");
        Refusal.Argument("x", () => estimator.Enclose(Samples.FromScalars([1, double.NaN])), "x[1][0] is NaN");
        Refusal.Argument("y", () => estimator.Enclose(Samples.FromScalars([1.0, 2]), Symbols.Distinct(3)), "x has 2 samples and y has 3");
        Refusal.OutOfRange("Width", () => _ = new EnclosureLimits { Width = Information.FromBits(0) }, "above 0");
        Refusal.OutOfRange("MaximumRank", () => _ = new EnclosureLimits { MaximumRank = 0 }, "at least 1");
        EstimationOptions cancelled = new() { CancellationToken = new CancellationToken(true) };
        Assert.Throws<OperationCanceledException>(() => estimator.Enclose(Samples.FromScalars([1.0, 2]), null, cancelled));
    }

    // Below order 1 the twin needs more digits than a double has: the root of a rounding of zero counts.
    private static double Entropy(double[,] gram, double order)
    {
        int n = gram.GetLength(0);
        double[] rows = [.. gram.Cast<double>()];
        double[] eigenvalues = order < 1 ? PreciseEigenvalues.Of(rows, n) : JacobiEigenvalues.Of(rows, n);
        double[] shares = [.. eigenvalues.Where(value => value > 0).Select(value => value / n)];
        return order switch
        {
            1 => -shares.Sum(share => share * Math.Log(share)),
            double.PositiveInfinity => -Math.Log(shares.Max()),
            _ => Math.Log(shares.Sum(share => Math.Pow(share, order))) / (1 - order),
        };
    }
}
