using MutualInfo.Gpu.Tests.Support;
using MutualInfo.Kernels;

namespace MutualInfo.Gpu.Tests.Parity;

/// <summary>The kernels against the CPU's: the same row sums, norms and eigenvalues, at sizes around every tile.</summary>
public class EmulatorParityTests
{
    private const double Epsilon = 2.220446049250313e-16;

    /// <summary>n and d around the tiles of 8 samples and the stripes of 8 features of the emulator's groups, and around those of a GPU.</summary>
    public static TheoryData<int, int> Sizes() => new()
    {
        { 1, 1 }, { 2, 1 }, { 7, 3 }, { 8, 8 }, { 9, 9 }, { 15, 7 }, { 16, 15 }, { 17, 1 }, { 33, 16 }, { 40, 17 }, { 63, 2 }, { 64, 5 },
    };

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
