using MutualInfo.Gpu.Tests.Support;
using MutualInfo.Kernels;

namespace MutualInfo.Gpu.Tests.Parity;

/// <summary>Row sums and norms in single precision: within the stated bound of the CPU's doubles, and not by being doubles themselves.</summary>
public class SinglePrecisionTests
{
    private static readonly Lazy<GpuBackend> _single = new(static () => new GpuBackend(Emulator.Device, GpuPrecision.Single));

    /// <summary>n around the tiles of 16 samples of the emulator's groups, and coordinates far from 0, near each other, and far apart.</summary>
    public static TheoryData<int, int, double, double> Cases() => new()
    {
        { 1, 1, 0, 1 }, { 2, 3, 0, 1 }, { 15, 8, 0, 1 }, { 16, 9, 0, 1 }, { 17, 1, 0, 1 }, { 33, 17, 0, 1 }, { 64, 5, 0, 1 },
        { 40, 3, 1e8, 1 }, { 40, 3, 0, 1e-4 }, { 40, 3, 5, 1e4 }, { 40, 100, 0, 1 },
    };

    [EmulatorTheory, MemberData(nameof(Cases))]
    public void RowSums_AnySamples_AreWithinTheBound(int n, int d, double offset, double spread)
    {
        (Similarity similarity, double bound) = Case(n, d, offset, spread);
        double[] expected = new double[n], actual = new double[n];
        CpuBackend.Shared.RowSums(similarity, expected, EstimationOptions.Default);
        _single.Value.RowSums(similarity, actual, EstimationOptions.Default);
        for (int i = 0; i < n; i++)
            Assert.Equal(expected[i], actual[i], n * bound);
        Assert.Equal(actual, _single.Value.RowSumsAt(similarity, [2, 1], EstimationOptions.Default)[1]);
    }

    [EmulatorTheory, MemberData(nameof(Cases))]
    public void SquaredNorm_AnySamples_IsWithinTheBound(int n, int d, double offset, double spread)
    {
        (Similarity similarity, double bound) = Case(n, d, offset, spread);
        double expected = CpuBackend.Shared.SquaredNorm(similarity, EstimationOptions.Default);
        Assert.Equal(expected, _single.Value.SquaredNorm(similarity, EstimationOptions.Default), (double)n * n * bound);
    }

    // What would be double in disguise is exact to a billionth of this.
    [EmulatorFact]
    public void RowSums_OfOrdinarySamples_AreRoundedToSingle()
    {
        (Similarity similarity, _) = Case(64, 5, 0, 1);
        double[] expected = new double[64], actual = new double[64];
        CpuBackend.Shared.RowSums(similarity, expected, EstimationOptions.Default);
        _single.Value.RowSums(similarity, actual, EstimationOptions.Default);
        double worst = expected.Zip(actual, (one, other) => Math.Abs(one - other) / one).Max();
        Assert.InRange(worst, 1e-9, 1e-6);
        Assert.Contains("single precision", _single.Value.Name, StringComparison.Ordinal);
    }

    // Twice the exponent of the narrowest bandwidth is beyond single precision: times a distance of 0 it must still be 0.
    [EmulatorFact]
    public void RowSumsAt_NarrowestBandwidth_HaveTheirOwnTermLeft()
    {
        (Similarity similarity, _) = Case(10, 2, 0, 1);
        Assert.All(_single.Value.RowSumsAt(similarity, [1e-200], EstimationOptions.Default)[0], sum => Assert.Equal(1, sum));
    }

    [EmulatorFact]
    public void Spectrum_InSinglePrecision_IsThatOfDouble()
    {
        (Similarity similarity, _) = Case(20, 3, 0, 1);
        double[] expected = new double[20], actual = new double[20];
        Emulator.Backend.Spectrum(similarity, expected, EstimationOptions.Default);
        _single.Value.Spectrum(similarity, actual, EstimationOptions.Default);
        Assert.Equal(expected, actual);
    }

    [EmulatorFact]
    public void Constructor_UnknownPrecision_IsRefused() =>
        Assert.Equal("precision", Assert.Throws<ArgumentOutOfRangeException>(() => new GpuBackend(Emulator.Device, (GpuPrecision)7)).ParamName);

    // The bound that GpuPrecision.Single states for one similarity; σ is 1, so r is in bandwidths.
    private static (Similarity Similarity, double Bound) Case(int n, int d, double offset, double spread)
    {
        double[] values = [.. Seeded.Normal(new Random(n + d), n * d).Select(value => offset + spread * value)];
        double[] means = [.. Enumerable.Range(0, d).Select(k => Enumerable.Range(0, n).Average(i => values[i * d + k]))];
        double r = Enumerable.Range(0, n).Max(i => Math.Sqrt(Enumerable.Range(0, d).Sum(k => Math.Pow(values[i * d + k] - means[k], 2))));
        return (Similarity.Gaussian(Samples.FromRows<double>(values, d), 1), (0.4 * d + 1.8 * r + 8) * Math.ScaleB(1, -24));
    }
}
