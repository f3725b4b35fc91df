using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using MutualInfo.Kernels;

namespace MutualInfo.Gpu.Bench;

/// <summary>Medians of calls, transfers included, after a warm-up that compiles the kernels. Each repetition has samples of its own.</summary>
internal sealed class Timing(GpuBackend backend, DeviceFigures figures)
{
    private const int Repetitions = 7;
    private const int Inputs = 3;

    /// <summary>Times everything, and prints it as CSV below lines that say what it was measured on.</summary>
    public void Run()
    {
        foreach (string line in Machine())
            Console.WriteLine($"# {line}");
        Console.WriteLine("work,n,d,matrices,milliseconds,fastest,slowest,GFLOP/s,share of peak");
        foreach ((int n, int d) in (ReadOnlySpan<(int, int)>)[(8192, 10), (8192, 512), (100_000, 10)])
        {
            Similarity[] inputs = [.. Enumerable.Range(0, Inputs).Select(seed => Data.Gaussian(n, d, seed))];
            double[] sums = new double[n];
            // A difference, its square and their sum for each feature of each pair; exponentials are not counted.
            double operations = 3.0 * n * n * d;
            Report("row sums", n, d, 1, inputs, input => backend.RowSums(input, sums, EstimationOptions.Default), operations);
            Report("row sums at 4 bandwidths", n, d, 1, inputs, input => backend.RowSumsAt(input, [1, 2, 3, 4], EstimationOptions.Default), operations);
            Report("squared norm", n, d, 1, inputs, input => backend.SquaredNorm(input, EstimationOptions.Default), operations);
        }

        foreach (int n in (int[])[512, 1024])
        {
            Similarity[][] batches = [.. Enumerable.Range(0, Inputs).Select(set => Batch(n, set))];
            Report("spectra", n, 50, 64, batches, batch => backend.Spectra(batch, EstimationOptions.Default), 64 * 4.0 / 3 * Math.Pow(n, 3));
        }

        foreach (int n in (int[])[512, 1024, 2048, 4096, 8192])
        {
            Similarity[] inputs = [.. Enumerable.Range(0, Inputs).Select(seed => Data.Gaussian(n, 50, seed))];
            double[] eigenvalues = new double[n];
            Report("spectrum", n, 50, 1, inputs, input => backend.Spectrum(input, eigenvalues, EstimationOptions.Default), 4.0 / 3 * Math.Pow(n, 3));
        }
    }

    private IEnumerable<string> Machine()
    {
        yield return $"{backend.Device}, {figures.Multiprocessors} multiprocessors at {figures.Megahertz} MHz, {figures.Driver}";
        yield return string.Create(
            CultureInfo.InvariantCulture, $"double-precision peak of its vector units: {(figures.DoublePeak is { } peak ? $"{peak / 1e12:0.0} TFLOP/s" : "not known")}");
        if (KernelDriver() is { } driver)
            yield return driver;
        yield return $"MutualInfo {typeof(GpuBackend).Assembly.GetName().Version?.ToString(3)}, {figures.Library}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}";
        yield return string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyy-MM-dd}; medians of {Repetitions} calls over {Inputs} inputs, after one that compiles");
    }

    // The first line of what NVIDIA's driver says of itself on Linux; elsewhere nvidia-smi has to be asked.
    private static string? KernelDriver()
    {
        const string Path = "/proc/driver/nvidia/version";
        return File.Exists(Path) ? File.ReadLines(Path).FirstOrDefault() : null;
    }

    private static Similarity[] Batch(int n, int set) => [.. Enumerable.Range(0, 64).Select(seed => Data.Gaussian(n, 50, 64 * set + seed))];

    private void Report<T>(string work, int n, int d, int matrices, T[] inputs, Action<T> call, double operations)
    {
        // Every input once: what is found out about a similarity is kept in it, and belongs to no call.
        foreach (T input in inputs)
            call(input);
        double[] seconds = new double[Repetitions];
        for (int i = 0; i < Repetitions; i++)
        {
            long start = Stopwatch.GetTimestamp();
            call(inputs[i % inputs.Length]);
            seconds[i] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        Array.Sort(seconds);
        double median = seconds[Repetitions / 2];
        string share = figures.DoublePeak is { } peak ? (operations / median / peak).ToString("0.000", CultureInfo.InvariantCulture) : "";
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{work},{n},{d},{matrices},{1000 * median:0.###},{1000 * seconds[0]:0.###},{1000 * seconds[^1]:0.###},{operations / median / 1e9:0.#},{share}"));
    }
}
