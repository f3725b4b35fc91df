using MutualInfo.Kernels;
using MutualInfo.Reference;

namespace MutualInfo.Tests.Parity;

/// <summary>Σ λ³ and Σ λ⁴ by products of matrices against the eigenvalues of the textbook's Gram matrix, by rotations.</summary>
public class PowerTraceTests
{
    private const double Epsilon = 2.220446049250313e-16;

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void TraceOfPower_AnyCount_EqualsThePowersOfTheEigenvalues(int power)
    {
        foreach (int n in (int[])[1, 2, 3, 4, 5, 7, 8, 31, 32, 33, 63, 64, 65, 90])
        {
            Similarity similarity = Similarity.Gaussian(Samples.FromRows<double>(Rows(n, repeats: false), 3), 0.8);
            Require(Expected(similarity, power), similarity, power, $"n = {n}");
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void TraceOfPower_RepeatedRowsAndLabels_EqualsThePowersOfTheEigenvalues(int power)
    {
        foreach (int n in (int[])[5, 40, 77])
        {
            Similarity repeated = Similarity.Gaussian(Samples.FromRows<double>(Rows(n, repeats: true), 3), 0.8);
            Similarity joint = Similarity.Join(repeated, Similarity.Delta(Symbols.FromLabels([.. Enumerable.Range(0, n).Select(i => i % 3)])));
            Require(Expected(repeated, power), repeated, power, $"repeated, n = {n}");
            Require(Expected(joint, power), joint, power, $"with labels, n = {n}");
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void TraceOfPower_SymbolsAndConstants_AreSumsOfPowersOfCounts(int power)
    {
        Symbols symbols = Symbols.FromLabels([5, 5, 5, 1, 1, 9]);
        double expected = Math.Pow(3, power) + Math.Pow(2, power) + 1;
        Assert.Equal(expected, CpuBackend.Shared.TraceOfPower(Similarity.Delta(symbols), power, EstimationOptions.Default));
        Assert.Equal(Math.Pow(6, power), CpuBackend.Shared.TraceOfPower(Similarity.Constant(6), power, EstimationOptions.Default));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void TraceOfPower_AnyNumberOfThreads_IsBitwiseEqual(int power)
    {
        Similarity similarity = Similarity.Gaussian(Samples.FromRows<double>(Rows(300, repeats: false), 3), 0.8);
        double expected = CpuBackend.Shared.TraceOfPower(similarity, power, new EstimationOptions { MaxDegreeOfParallelism = 1 });
        foreach (int threads in (int[])[2, 3, 7, 16])
            Assert.Equal(expected, CpuBackend.Shared.TraceOfPower(similarity, power, new EstimationOptions { MaxDegreeOfParallelism = threads }));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void Estimate_WholeOrder_IsBetweenItsNeighbours(int order)
    {
        // The neighbouring orders are computed from eigenvalues; entropies fall as the order grows.
        double[] rows = Rows(80, repeats: true);
        Information Entropy(double alpha) =>
            new MatrixRenyiEstimator(alpha, new FixedBandwidth(0.8)).Estimate(Samples.FromRows<double>(rows, 3), Symbols.Distinct(80)).EntropyX;
        Information below = Entropy(order - 1e-9);
        Information above = Entropy(order + 1e-9);

        Assert.InRange(Entropy(order).Nats, above.Nats - 1e-13, below.Nats + 1e-13);
        // |dS/dα| is at most (ln n)² here, so the neighbours are that close.
        Assert.InRange((below - above).Nats, 0, 2e-9 * Math.Pow(Math.Log(80), 2) + 2e-13);
    }

    [Fact]
    public void TraceOfPower_OtherBackends_AddUpTheSpectrum()
    {
        Similarity similarity = Similarity.Gaussian(Samples.FromRows<double>(Rows(40, repeats: true), 3), 0.8);
        IComputeBackend spectral = new SpectralBackend();
        Require(spectral.TraceOfPower(similarity, 3, EstimationOptions.Default), similarity, 3, "third power");
        Require(spectral.TraceOfPower(similarity, 4, EstimationOptions.Default), similarity, 4, "fourth power");
    }

    [Fact]
    public void TraceOfPower_BadArguments_ThrowWithTheirNames()
    {
        Similarity similarity = Similarity.Constant(3);
        IComputeBackend spectral = new SpectralBackend();
        foreach (IComputeBackend backend in (IComputeBackend[])[CpuBackend.Shared, spectral])
        {
            Assert.Throws<ArgumentOutOfRangeException>("power", () => backend.TraceOfPower(similarity, 2, EstimationOptions.Default));
            Assert.Throws<ArgumentOutOfRangeException>("power", () => backend.TraceOfPower(similarity, 5, EstimationOptions.Default));
            Assert.Throws<ArgumentNullException>("similarity", () => backend.TraceOfPower(null!, 3, EstimationOptions.Default));
        }

        EstimationOptions cancelled = new() { CancellationToken = new CancellationToken(canceled: true) };
        Similarity some = Similarity.Gaussian(Samples.FromRows<double>(Rows(40, repeats: false), 3), 0.8);
        Assert.ThrowsAny<OperationCanceledException>(() => CpuBackend.Shared.TraceOfPower(some, 3, cancelled));
    }

    private static void Require(double expected, Similarity similarity, int power, string name)
    {
        foreach (VectorPath path in CpuBackend.SupportedPaths)
        {
            double actual = CpuBackend.For(path).TraceOfPower(similarity, power, EstimationOptions.Default);
            // Eigenvalues are off by n·ε·n at most, and only the largest matter in a sum of their powers; entries by a few ε.
            double allowed = (power + 1) * (similarity.Count + 20) * Epsilon * Math.Max(expected, similarity.Count);
            Assert.True(Math.Abs(expected - actual) <= allowed, $"{name}, {path}: {actual:R}, expected {expected:R}");
        }
    }

    private static double Expected(Similarity similarity, int power)
    {
        int n = similarity.Count;
        double[,] gram = Pairs.Gram(similarity.Coordinates.ToArray(), similarity.Dimension, 1);
        double[] masked = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
                masked[i * n + j] = similarity.Partition is { } symbols && symbols.Codes[i] != symbols.Codes[j] ? 0 : gram[i, j];
        }

        return JacobiEigenvalues.Of(masked, n).Sum(value => Math.Pow(value, power));
    }

    private static double[] Rows(int n, bool repeats)
    {
        double[] rows = Seeded.Normal(new Random(n), n * 3);
        for (int i = 3; repeats && i < n; i += 3)
            rows.AsSpan(0, 3).CopyTo(rows.AsSpan(i * 3));
        return rows;
    }

    /// <summary>A backend that has nothing but a spectrum.</summary>
    private sealed class SpectralBackend : IComputeBackend
    {
        public string Name => "spectral";

        public void RowSums(Similarity similarity, Span<double> destination, EstimationOptions options) =>
            CpuBackend.Shared.RowSums(similarity, destination, options);

        public double SquaredNorm(Similarity similarity, EstimationOptions options) => CpuBackend.Shared.SquaredNorm(similarity, options);

        public void Spectrum(Similarity similarity, Span<double> destination, EstimationOptions options) =>
            CpuBackend.Shared.Spectrum(similarity, destination, options);
    }
}
