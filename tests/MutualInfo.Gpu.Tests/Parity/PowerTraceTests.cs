using MutualInfo.Gpu.Tests.Support;
using MutualInfo.Kernels;

namespace MutualInfo.Gpu.Tests.Parity;

/// <summary>Traces of the third and fourth power: against the eigenvalues' powers, and against the CPU's.</summary>
public class PowerTraceTests
{
    // Sums of n³ products, none of them negative: relative rounding of some n·ε, which 1e-12 covers to thousands.
    private const double Relative = 1e-12;

    [EmulatorTheory]
    [InlineData(1, 3)]
    [InlineData(7, 3)]
    [InlineData(8, 4)]
    [InlineData(9, 3)]
    [InlineData(25, 3)]
    [InlineData(33, 4)]
    public void TraceOfPower_Gaussian_IsThatOfTheEigenvalues(int n, int power)
    {
        Similarity similarity = Similarity.Gaussian(Samples.FromRows<double>(Seeded.Normal(new Random(n), n * 3), 3), 1.3);
        double[] eigenvalues = new double[n];
        CpuBackend.Shared.Spectrum(similarity, eigenvalues, EstimationOptions.Default);
        double expected = eigenvalues.Sum(value => Math.Pow(n * value, power));
        Assert.Equal(expected, Emulator.Backend.TraceOfPower(similarity, power, EstimationOptions.Default), Relative * expected);
    }

    [EmulatorTheory]
    [InlineData(3)]
    [InlineData(4)]
    public void TraceOfPower_ClassesWithRepetitions_IsTheCpus(int power)
    {
        const int N = 40;
        Random random = new(power);
        double[] values = [.. Enumerable.Range(0, N * 2).Select(_ => (double)random.Next(4))];
        Similarity similarity = Similarity.Join(
            Similarity.Gaussian(Samples.FromRows<double>(values, 2), 1.5), Similarity.Delta(Symbols.FromLabels(Seeded.Labels(random, N, 4))));
        double expected = CpuBackend.Shared.TraceOfPower(similarity, power, EstimationOptions.Default);
        Assert.Equal(expected, Emulator.Backend.TraceOfPower(similarity, power, EstimationOptions.Default), Relative * expected);
    }

    [EmulatorFact]
    public void TraceOfPower_OtherPower_IsRefused()
    {
        Similarity similarity = Similarity.Gaussian(Samples.FromScalars<double>([1, 2, 3]), 1);
        Assert.Equal(
            "power", Assert.Throws<ArgumentOutOfRangeException>(() => Emulator.Backend.TraceOfPower(similarity, 5, EstimationOptions.Default)).ParamName);
    }
}
