using MutualInfo.Gpu.Tests.Support;
using MutualInfo.Kernels;
using MutualInfo.Tests.Laws;

namespace MutualInfo.Gpu.Tests.Laws;

/// <summary>On one device the same bits, run to run, alone or in a batch, from one thread or several: a race in a kernel would show here.</summary>
public class RepeatabilityLaws
{
    private const int Runs = 10;

    /// <summary>n and d on either side of the emulator's tiles of 8 samples and stripes of 8 features.</summary>
    public static TheoryData<int, int> Shapes() => new() { { 2, 1 }, { 7, 3 }, { 9, 9 }, { 17, 2 }, { 33, 8 } };

    public static TheoryData<string> Names =>
        [.. Specimens.All.Where(specimen => specimen.Promises.HasFlag(Promises.ComputedInDouble)).Select(specimen => specimen.Name)];

    [EmulatorTheory, MemberData(nameof(Shapes))]
    public void EveryCall_TenRuns_GivesTheSameBits(int n, int d)
    {
        Similarity similarity = Gaussian(n, d);
        Similarity joint = Similarity.Join(similarity, Similarity.Delta(Symbols.FromLabels([.. Enumerable.Range(0, n).Select(i => i % 3)])));
        foreach (Similarity one in (Similarity[])[similarity, joint])
        {
            double[] first = Everything(one);
            for (int run = 1; run < Runs; run++)
                Assert.Equal(first.Select(BitConverter.DoubleToInt64Bits), Everything(one).Select(BitConverter.DoubleToInt64Bits));
        }
    }

    [EmulatorFact]
    public void Spectra_TenRunsAndOtherOrders_GiveTheBitsOfEachAlone()
    {
        Similarity[] all = [.. ((int[])[5, 20, 1, 13, 20, 2]).Select((n, i) => Gaussian(n, 1 + i))];
        double[][] alone = [.. all.Select(one => Spectrum(one))];
        for (int run = 0; run < Runs; run++)
        {
            int[] order = [.. Enumerable.Range(0, all.Length)];
            new Random(run).Shuffle(order);
            IReadOnlyList<double[]> together = Emulator.Backend.Spectra([.. order.Select(i => all[i])], EstimationOptions.Default);
            for (int i = 0; i < order.Length; i++)
                Assert.Equal(alone[order[i]], together[i]);
        }
    }

    // T5 ten times over: single precision is widened before it goes to the device, so that its numbers are those of the copy.
    [EmulatorTheory, MemberData(nameof(Names))]
    public void Estimate_SinglePrecisionAndItsWidenedCopy_AreTheSameBitsTenTimes(string name)
    {
        const int N = 9, D = 2;
        float[] single = [.. DataSets.Related(1, N, D).X.ToSingle()];
        Symbols labels = Symbols.FromLabels([.. Enumerable.Range(0, N).Select(i => i % 3)]);
        double[] widened = [.. single.Select(value => (double)value)];
        Observations data = new("widened", 1, Variable.Layer(widened, D), Variable.Labels([.. labels.Codes.ToArray().Select(code => (long)code)]));
        IMutualInformationEstimator estimator = Specimens.Named(name).For(data);
        MutualInformationEstimate expected = estimator.Estimate(data, Emulator.OnDevice);
        for (int run = 0; run < Runs; run++)
            Law.IsBitwiseEqual(expected, estimator.Estimate(Samples.FromRows<float>(single, D), labels, Emulator.OnDevice));
    }

    [EmulatorFact]
    public async Task Calls_FromSeveralThreads_GiveTheSameBits()
    {
        Similarity[] all = [Gaussian(9, 2), Gaussian(17, 1), Gaussian(12, 9)];
        double[][] expected = [.. all.Select(Everything)];
        await Task.WhenAll(Enumerable.Range(0, 6).Select(caller => Task.Run(() =>
        {
            for (int call = 0; call < 5; call++)
                Assert.Equal(expected[(caller + call) % 3], Everything(all[(caller + call) % 3]));
        })));
    }

    private static double[] Everything(Similarity similarity)
    {
        double[] sums = new double[similarity.Count];
        Emulator.Backend.RowSums(similarity, sums, EstimationOptions.Default);
        IReadOnlyList<double[]> widened = Emulator.Backend.RowSumsAt(similarity, [2, 0.3, 1], EstimationOptions.Default);
        return [.. sums, .. widened.SelectMany(one => one), Emulator.Backend.SquaredNorm(similarity, EstimationOptions.Default), .. Spectrum(similarity)];
    }

    private static double[] Spectrum(Similarity similarity)
    {
        double[] eigenvalues = new double[similarity.Count];
        Emulator.Backend.Spectrum(similarity, eigenvalues, EstimationOptions.Default);
        return eigenvalues;
    }

    private static Similarity Gaussian(int n, int d) =>
        Similarity.Gaussian(Samples.FromRows<double>(Seeded.Normal(new Random(n + d), n * d), d), Math.Sqrt(d));
}
