using MutualInfo.Gpu.Tests.Support;
using MutualInfo.Kernels;

namespace MutualInfo.Gpu.Tests.Parity;

/// <summary>Every kind of similarity, at sizes around the tiles: row sums, norms, traces and spectra are the CPU's.</summary>
public class StructureParityTests
{
    private const double Epsilon = 2.220446049250313e-16;

    /// <summary>A kind and n.</summary>
    public static TheoryData<string, int> Kinds()
    {
        TheoryData<string, int> kinds = [];
        foreach (string kind in (string[])["gaussian", "delta", "constant layer", "classes", "one class", "distinct labels", "repetitions", "classes with repetitions", "two layers", "far apart"])
        {
            foreach (int n in (int[])[1, 2, 7, 8, 9, 16, 17])
                kinds.Add(kind, n);
        }

        foreach (int n in (int[])[15, 63, 64])
        {
            kinds.Add("classes with repetitions", n);
            kinds.Add("two layers", n);
        }

        return kinds;
    }

    // 1e-12: the accuracy of the row sums of either.
    [EmulatorTheory, MemberData(nameof(Kinds))]
    public void RowSumsAndNorm_OfEveryKind_AreTheCpus(string kind, int n)
    {
        Similarity similarity = Make(kind, n);
        double[] expected = new double[n], actual = new double[n];
        CpuBackend.Shared.RowSums(similarity, expected, EstimationOptions.Default);
        Emulator.Backend.RowSums(similarity, actual, EstimationOptions.Default);
        for (int i = 0; i < n; i++)
            Assert.Equal(expected[i], actual[i], 1e-12 * expected[i]);
        double norm = CpuBackend.Shared.SquaredNorm(similarity, EstimationOptions.Default);
        Assert.Equal(norm, Emulator.Backend.SquaredNorm(similarity, EstimationOptions.Default), 1e-12 * norm);
    }

    // n·ε·‖A‖ for either, ‖A‖ being the largest eigenvalue; what structure makes 0 is exactly 0 in both.
    [EmulatorTheory, MemberData(nameof(Kinds))]
    public void Spectrum_OfEveryKind_IsTheCpus(string kind, int n)
    {
        Similarity similarity = Make(kind, n);
        double[] expected = new double[n], actual = new double[n];
        CpuBackend.Shared.Spectrum(similarity, expected, EstimationOptions.Default);
        Emulator.Backend.Spectrum(similarity, actual, EstimationOptions.Default);
        double tolerance = 2 * n * Epsilon * expected[^1];
        for (int i = 0; i < n; i++)
            Assert.Equal(expected[i], actual[i], tolerance);
        Assert.Equal(expected.Count(value => value == 0), actual.Count(value => value == 0));
        Assert.Equal(1, actual.Sum(), tolerance + n * Epsilon);

        IComputeBackend backend = Emulator.Backend;
        foreach (int power in (int[])[3, 4])
        {
            double trace = CpuBackend.Shared.TraceOfPower(similarity, power, EstimationOptions.Default);
            // The slope of a power, on a sum that its largest terms make.
            Assert.Equal(trace, backend.TraceOfPower(similarity, power, EstimationOptions.Default), (power + 1) * (n + 20) * Epsilon * Math.Max(trace, n));
        }
    }

    [EmulatorFact]
    public void Spectra_OfEveryKindTogether_AreThoseOfEachAlone()
    {
        Similarity[] all = [.. Kinds().Select(row => Make((string)row[0], (int)row[1])).Where(one => one.Count < 18)];
        IReadOnlyList<double[]> together = Emulator.Backend.Spectra(all, EstimationOptions.Default);
        for (int i = 0; i < all.Length; i++)
        {
            double[] alone = new double[all[i].Count];
            Emulator.Backend.Spectrum(all[i], alone, EstimationOptions.Default);
            Assert.Equal(alone, together[i]);
        }
    }

    private static Similarity Make(string kind, int n)
    {
        Random random = new(n);
        Similarity numbers = Similarity.Gaussian(Samples.FromRows<double>(Seeded.Normal(random, 3 * n), 3), 1.5);
        // Whole numbers repeat, within a class and across classes.
        Similarity repeated = Similarity.Gaussian(Samples.FromRows<double>([.. Enumerable.Range(0, 2 * n).Select(_ => (double)random.Next(3))], 2), 1.5);
        Similarity classes = Similarity.Delta(Symbols.FromLabels(Seeded.Labels(random, n, 3)));
        return kind switch
        {
            "gaussian" => numbers,
            "delta" => classes,
            "constant layer" => Similarity.Gaussian(Samples.FromScalars<double>(new double[n]), 1),
            "classes" => Similarity.Join(numbers, classes),
            "one class" => Similarity.Join(numbers, Similarity.Delta(Symbols.FromLabels(new int[n]))),
            "distinct labels" => Similarity.Join(numbers, Similarity.Delta(Symbols.Distinct(n))),
            "repetitions" => repeated,
            "classes with repetitions" => Similarity.Join(repeated, classes),
            "two layers" => Similarity.Join(numbers, repeated),
            _ => Similarity.Gaussian(Samples.FromScalars<double>([.. Enumerable.Range(0, n).Select(i => 60.0 * i)]), 1),
        };
    }
}
