using MutualInfo.Gpu.Tests.Support;
using MutualInfo.Kernels;
using MutualInfo.Sensitivity;
using MutualInfo.Tests.Laws;

namespace MutualInfo.Gpu.Tests.Parity;

/// <summary>Row sums at many bandwidths from one pass for every four: those of the CPU, and those of each bandwidth by itself.</summary>
public class RowSumsAtTests
{
    private static readonly double[] _widenings = [1, 0.5, 3, 1, 20, 0.25, 7];

    public static TheoryData<int, int> Sizes() => new() { { 1, 1 }, { 2, 3 }, { 7, 1 }, { 8, 8 }, { 9, 9 }, { 17, 2 }, { 33, 17 }, { 64, 5 } };

    // 1e-12: the accuracy of row sums, of which an exponential is a term.
    [EmulatorTheory, MemberData(nameof(Sizes))]
    public void RowSumsAt_AnySize_AreTheCpus(int n, int d)
    {
        Similarity similarity = Gaussian(n, d);
        Similarity joint = Similarity.Join(similarity, Similarity.Delta(Symbols.FromLabels([.. Enumerable.Range(0, n).Select(i => i % 3)])));
        foreach (Similarity one in (Similarity[])[similarity, joint])
        {
            for (int count = 1; count <= _widenings.Length; count++)
            {
                IReadOnlyList<double[]> expected = CpuBackend.Shared.RowSumsAt(one, _widenings[..count], EstimationOptions.Default);
                IReadOnlyList<double[]> actual = Emulator.Backend.RowSumsAt(one, _widenings[..count], EstimationOptions.Default);
                Assert.Equal(count, actual.Count);
                for (int i = 0; i < count; i++)
                    IsNear(expected[i], actual[i]);
            }
        }
    }

    // The arithmetic of a bandwidth does not depend on the others of its pass; powers of two scale an exponent exactly.
    [EmulatorFact]
    public void RowSumsAt_AnyCompany_AreTheSameBits()
    {
        Similarity similarity = Gaussian(40, 3);
        IReadOnlyList<double[]> together = Emulator.Backend.RowSumsAt(similarity, _widenings, EstimationOptions.Default);
        for (int i = 0; i < _widenings.Length; i++)
        {
            Assert.Equal(Emulator.Backend.RowSumsAt(similarity, [_widenings[i]], EstimationOptions.Default)[0], together[i]);
            Assert.Equal(Emulator.Backend.RowSumsAt(similarity, [3, _widenings[i], 2], EstimationOptions.Default)[1], together[i]);
        }

        double[] own = new double[40];
        Emulator.Backend.RowSums(similarity, own, EstimationOptions.Default);
        Assert.Equal(own, together[0]);
    }

    [EmulatorFact]
    public void RowSumsAt_ExtremeWidenings_AreTheirLimits()
    {
        Similarity similarity = Gaussian(10, 2);
        IReadOnlyList<double[]> sums = Emulator.Backend.RowSumsAt(similarity, [1e-200, 1e200, double.Epsilon, double.MaxValue], EstimationOptions.Default);
        Assert.All(sums[0].Concat(sums[2]), sum => Assert.Equal(1, sum));
        Assert.All(sums[1].Concat(sums[3]), sum => Assert.Equal(10, sum));
    }

    [EmulatorFact]
    public void RowSumsAt_SymbolsOnly_AreTheirCounts()
    {
        Similarity delta = Similarity.Delta(Symbols.FromLabels([5, 5, 1, 5, 1]));
        Assert.All(Emulator.Backend.RowSumsAt(delta, [1, 2], EstimationOptions.Default), sums => Assert.Equal([3, 3, 2, 3, 2], sums));
    }

    [EmulatorFact]
    public void RowSumsAt_BadArguments_NameThem()
    {
        Similarity similarity = Gaussian(3, 1);
        Assert.Equal("widenings", Assert.Throws<ArgumentNullException>(() => Emulator.Backend.RowSumsAt(similarity, null!, EstimationOptions.Default)).ParamName);
        Assert.Equal("similarity", Assert.Throws<ArgumentNullException>(() => Emulator.Backend.RowSumsAt(null!, [1], EstimationOptions.Default)).ParamName);
        Assert.Equal("widenings", Assert.Throws<ArgumentOutOfRangeException>(() => Emulator.Backend.RowSumsAt(similarity, [1, 0], EstimationOptions.Default)).ParamName);
        Assert.Empty(Emulator.Backend.RowSumsAt(similarity, [], EstimationOptions.Default));
    }

    // As SweepLaws has it for the CPU: 2e-12 for coordinates that are divided by their bandwidths in one and not in the other.
    [EmulatorFact]
    public void Sweep_OfBandwidth_IsNearToEachAlone()
    {
        Observations data = DataSets.Related(3, 40, 2);
        Sweep sweep = Sweep.OfBandwidth(Estimators.KernelDensity(), 1, 0.3, 0.77, 5, 3);
        SensitivityCurve curve = sweep.Estimate(data.X.Samples, data.Y.Samples, Emulator.OnDevice);
        for (int i = 0; i < curve.Points.Count; i++)
            Law.IsNear(sweep.Estimators[i].Estimate(data, Emulator.OnDevice), curve.Points[i].Estimate, 2e-12);
    }

    private static Similarity Gaussian(int n, int d) =>
        Similarity.Gaussian(Samples.FromRows<double>(Seeded.Normal(new Random(n + d), n * d), d), 0.7 * Math.Sqrt(d));

    private static void IsNear(double[] expected, double[] actual)
    {
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], 1e-12 * expected[i]);
    }
}
