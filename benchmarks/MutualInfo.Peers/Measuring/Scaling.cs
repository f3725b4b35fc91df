using System.Text.Json;
using MutualInfo.Peers.Contender;
using MutualInfo.Peers.Pages;

namespace MutualInfo.Peers.Measuring;

/// <summary>The time of our kernels against n at fixed d, and against d at fixed n, each with the least time that the hardware allows.</summary>
internal static class Scaling
{
    // Beyond it a point is left out: the picture is to take minutes.
    private const double LongestSeconds = 60;

    private static readonly int[] _counts = [128, 256, 512, 1024, 2048, 4096, 8192];
    private static readonly int[] _dimensions = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024];

    /// <summary>Measures everything, and returns it as JSON.</summary>
    public static string Measure(bool isQuick)
    {
        Ceilings ceilings = Ceilings.Measure();
        int[] counts = isQuick ? _counts[..4] : _counts;
        int[] dimensions = isQuick ? _dimensions[..6] : _dimensions;
        int fixedCount = isQuick ? 512 : 2048;
        const int fixedDimension = 10;
        ScalingSeries[] series =
        [
            Series("Gram matrix", "n", counts, n => GramPoint(n, n, fixedDimension, ceilings)),
            Series("row sums", "n", counts, n => RowSumsPoint(n, n, fixedDimension, ceilings)),
            Series("eigenvalues", "n", counts, n => EigenvaluesPoint(n, ceilings)),
            Series("Gram matrix", "d", dimensions, d => GramPoint(d, fixedCount, d, ceilings)),
            Series("row sums", "d", dimensions, d => RowSumsPoint(d, fixedCount, d, ceilings)),
        ];
        return JsonSerializer.Serialize(
            new { threads = Environment.ProcessorCount, fixedCount, fixedDimension, ceilings, series },
            ResultFiles.Json);
    }

    private static ScalingSeries Series(string name, string axis, int[] values, Func<int, ScalingPoint> point)
    {
        List<ScalingPoint> points = [];
        foreach (int value in values)
        {
            // Cubic in n at worst, so the next point takes at most eight times as long.
            if (points.Count > 0 && 8 * points[^1].Seconds > LongestSeconds)
                break;
            points.Add(point(value));
            Console.Error.WriteLine($"{name}, {axis} = {value}: {points[^1].Seconds:G3} s, ceiling {points[^1].Ceiling:G3} s");
        }

        return new ScalingSeries(name, axis, [.. points]);
    }

    // Half of all pairs, a multiply-add for each of d features; all n² results are written.
    private static ScalingPoint GramPoint(int at, int n, int d, Ceilings ceilings)
    {
        float[] x = Gaussian(n, d);
        double[] gram = new double[n * n];
        (double median, double minimum) = Stopped.SecondsOf(
            () => Library.GramInto(Samples.FromRows<float>(x, d), Sigma(d), gram, EstimationOptions.Default), 0.15);
        double pairs = 0.5 * n * (n + 1);
        return new ScalingPoint(at, median, minimum, Math.Max(2 * pairs * d / ceilings.FlopsAllThreads, 8.0 * n * n / ceilings.BytesAllThreads));
    }

    // The same pairs; nothing is written but n sums.
    private static ScalingPoint RowSumsPoint(int at, int n, int d, Ceilings ceilings)
    {
        float[] x = Gaussian(n, d);
        double[] sums = new double[n];
        (double median, double minimum) = Stopped.SecondsOf(
            () => Library.RowSumsInto(Samples.FromRows<float>(x, d), Sigma(d), sums, EstimationOptions.Default), 0.15);
        return new ScalingPoint(at, median, minimum, 2 * (0.5 * n * (n + 1)) * d / ceilings.FlopsAllThreads);
    }

    // (4/3)·n³ operations reduce a symmetric matrix to tridiagonal form, whatever the method.
    private static ScalingPoint EigenvaluesPoint(int n, Ceilings ceilings)
    {
        const int d = 10;
        double[] gram = new double[n * n];
        Library.GramInto(Samples.FromRows<float>(Gaussian(n, d), d), Sigma(d), gram, EstimationOptions.Default);
        double[] found = new double[n];
        (double median, double minimum) = Stopped.SecondsOf(() => Library.EigenvaluesInto(gram, n, found, EstimationOptions.Default), 0.15);
        return new ScalingPoint(n, median, minimum, 4.0 / 3 * n * n * n / ceilings.FlopsAllThreads);
    }

    private static double Sigma(int d) => 0.5 * Math.Sqrt(d);

    private static float[] Gaussian(int n, int d)
    {
        Random random = new(n * 10_000 + d);
        float[] values = new float[n * d];
        for (int i = 0; i < values.Length; i++)
            values[i] = (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
        return values;
    }
}

/// <summary>One curve.</summary>
internal sealed record ScalingSeries(string Name, string Axis, ScalingPoint[] Points);

/// <summary>One point: n or d, the median and the minimum time, and the least that the hardware allows, in seconds.</summary>
internal sealed record ScalingPoint(int At, double Seconds, double Minimum, double Ceiling);
