using System.Diagnostics;
using System.Globalization;
using MutualInfo.Kernels;

namespace MutualInfo.Gpu.Bench;

/// <summary>Medians of calls, transfers included, after a warm-up that compiles the kernels.</summary>
internal static class Timing
{
    private const int Repetitions = 7;

    public static void Run(GpuBackend backend)
    {
        Console.WriteLine("work,n,d,matrices,milliseconds,GFLOP/s");
        foreach ((int n, int d) in (ReadOnlySpan<(int, int)>)[(8192, 10), (8192, 512), (100_000, 10)])
        {
            Similarity similarity = Data.Gaussian(n, d, 1);
            double[] sums = new double[n];
            // A difference, its square and their sum for each feature of each pair.
            Report("row sums", n, d, 1, () => backend.RowSums(similarity, sums, EstimationOptions.Default), 3.0 * n * n * d);
            Report("squared norm", n, d, 1, () => backend.SquaredNorm(similarity, EstimationOptions.Default), 3.0 * n * n * d);
        }

        foreach (int n in (int[])[512, 1024])
        {
            Similarity[] batch = [.. Enumerable.Range(0, 64).Select(seed => Data.Gaussian(n, 50, seed))];
            Report("spectra", n, 50, batch.Length, () => backend.Spectra(batch, EstimationOptions.Default), 64 * 4.0 / 3 * Math.Pow(n, 3));
        }

        foreach (int n in (int[])[512, 1024, 2048, 4096, 8192])
        {
            Similarity similarity = Data.Gaussian(n, 50, 1);
            double[] eigenvalues = new double[n];
            Report("spectrum", n, 50, 1, () => backend.Spectrum(similarity, eigenvalues, EstimationOptions.Default), 4.0 / 3 * Math.Pow(n, 3));
        }
    }

    private static void Report(string work, int n, int d, int matrices, Action call, double operations)
    {
        call();
        double[] seconds = new double[Repetitions];
        for (int i = 0; i < Repetitions; i++)
        {
            long start = Stopwatch.GetTimestamp();
            call();
            seconds[i] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        Array.Sort(seconds);
        double median = seconds[Repetitions / 2];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{work},{n},{d},{matrices},{1000 * median:0.###},{operations / median / 1e9:0.#}"));
    }
}
