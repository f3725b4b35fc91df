using MutualInfo.Gpu.Tests.Support;
using MutualInfo.Kernels;

namespace MutualInfo.Gpu.Tests.Parity;

/// <summary>The kernels against the CPU's: the same row sums, norms and eigenvalues, at sizes around every tile.</summary>
public class EmulatorParityTests
{
    private const double Epsilon = 2.220446049250313e-16;

    /// <summary>n and d around the tiles of 8 samples and the stripes of 8 features of the emulator's groups.</summary>
    public static TheoryData<int, int> Sizes() => new() { { 1, 1 }, { 2, 1 }, { 7, 3 }, { 8, 8 }, { 9, 9 }, { 17, 1 }, { 33, 16 }, { 40, 17 } };

    [EmulatorTheory, MemberData(nameof(Sizes))]
    public void RowSums_AnySize_AreTheCpus(int n, int d)
    {
        Similarity similarity = Similarity.Gaussian(Samples.FromRows<double>(Seeded.Normal(new Random(n + d), n * d), d), Math.Sqrt(d));
        double[] expected = new double[n], actual = new double[n];
        CpuBackend.Shared.RowSums(similarity, expected, EstimationOptions.Default);
        Emulator.Backend.RowSums(similarity, actual, EstimationOptions.Default);
        for (int i = 0; i < n; i++)
            Assert.Equal(expected[i], actual[i], 1e-12 * expected[i]);
    }

    [EmulatorTheory, MemberData(nameof(Sizes))]
    public void SquaredNorm_AnySize_IsTheCpus(int n, int d)
    {
        Similarity similarity = Similarity.Gaussian(Samples.FromRows<double>(Seeded.Normal(new Random(n + d), n * d), d), Math.Sqrt(d));
        double expected = CpuBackend.Shared.SquaredNorm(similarity, EstimationOptions.Default);
        Assert.Equal(expected, Emulator.Backend.SquaredNorm(similarity, EstimationOptions.Default), 1e-12 * expected);
    }

    [EmulatorTheory, MemberData(nameof(Sizes))]
    public void Spectrum_AnySize_IsTheCpus(int n, int d)
    {
        Similarity similarity = Similarity.Gaussian(Samples.FromRows<double>(Seeded.Normal(new Random(n + d), n * d), d), Math.Sqrt(d));
        IsNear(Spectrum(CpuBackend.Shared, similarity), Spectrum(Emulator.Backend, similarity));
    }

    [EmulatorFact]
    public void Everything_OfClassesWithRepetitions_IsTheCpus()
    {
        const int N = 30, D = 2;
        Random random = new(5);
        // Whole numbers repeat, within a class and across classes.
        double[] values = [.. Enumerable.Range(0, N * D).Select(_ => (double)random.Next(4))];
        Similarity similarity = Similarity.Join(
            Similarity.Gaussian(Samples.FromRows<double>(values, D), 1.5), Similarity.Delta(Symbols.FromLabels(Seeded.Labels(random, N, 4))));
        double[] expected = new double[N], actual = new double[N];
        CpuBackend.Shared.RowSums(similarity, expected, EstimationOptions.Default);
        Emulator.Backend.RowSums(similarity, actual, EstimationOptions.Default);
        for (int i = 0; i < N; i++)
            Assert.Equal(expected[i], actual[i], 1e-12 * expected[i]);
        IsNear(Spectrum(CpuBackend.Shared, similarity), Spectrum(Emulator.Backend, similarity));
    }

    [EmulatorFact]
    public void Spectra_OfManyMatrices_AreThoseOfEachAlone()
    {
        Random random = new(9);
        int[] sizes = [5, 20, 1, 13, 20];
        Similarity[] all = [.. sizes.Select(n => Similarity.Gaussian(Samples.FromRows<double>(Seeded.Normal(random, n * 3), 3), 1))];
        IReadOnlyList<double[]> together = Emulator.Backend.Spectra(all, EstimationOptions.Default);
        for (int i = 0; i < all.Length; i++)
            Assert.Equal(Spectrum(Emulator.Backend, all[i]), together[i]);
    }

    [EmulatorFact]
    public void Spectrum_TenRuns_AreTheSameBits()
    {
        Similarity similarity = Similarity.Gaussian(Samples.FromRows<double>(Seeded.Normal(new Random(3), 24 * 4), 4), 1.2);
        double[] first = Spectrum(Emulator.Backend, similarity);
        for (int run = 1; run < 10; run++)
            Assert.Equal(first, Spectrum(Emulator.Backend, similarity));
    }

    private static double[] Spectrum(IComputeBackend backend, Similarity similarity)
    {
        double[] eigenvalues = new double[similarity.Count];
        backend.Spectrum(similarity, eigenvalues, EstimationOptions.Default);
        return eigenvalues;
    }

    // n·ε·‖A‖ on either side, ‖A‖ being the largest eigenvalue.
    private static void IsNear(double[] expected, double[] actual)
    {
        double tolerance = 2 * expected.Length * Epsilon * expected.Max();
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], tolerance);
    }
}
