using BenchmarkDotNet.Attributes;
using MutualInfo.Reference;

namespace MutualInfo.Benchmarks;

/// <summary>KSG of two variables of the same width, in the tree and panel by panel, against all pairs as the paper writes them, at a tenth of the samples.</summary>
[MemoryDiagnoser]
public class NeighbourBenchmarks
{
    private const int Count = 10_000;
    private const int NaiveCount = 1000;

    private double[] _x = [];
    private double[] _y = [];
    private EstimationOptions _options = EstimationOptions.Default;

    /// <summary>Gets or sets dx and dy.</summary>
    [Params(1, 5, 25)]
    public int Width { get; set; }

    /// <summary>Gets or sets the number of threads; −1 is all cores.</summary>
    [Params(1, -1)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        Random random = new(1);
        _x = [.. Enumerable.Range(0, Count * Width).Select(_ => random.NextDouble() + random.NextDouble())];
        _y = [.. _x.Select(value => value + random.NextDouble())];
        _options = new EstimationOptions { MaxDegreeOfParallelism = Threads };
    }

    [Benchmark(Baseline = true)]
    public MutualInformationEstimate Kraskov() =>
        Estimators.Kraskov().Estimate(Samples.FromRows<double>(_x, Width), Samples.FromRows<double>(_y, Width), _options);

    /// <summary>Five k from one search.</summary>
    [Benchmark]
    public IReadOnlyList<MutualInformationEstimate> FiveNumbersOfNeighbours() => Estimators.Kraskov().EstimateAll(
        Samples.FromRows<double>(_x, Width), Samples.FromRows<double>(_y, Width), [2, 3, 4, 8, 16], _options);

    /// <summary>A tenth of the samples, so a hundredth of the pairs.</summary>
    [Benchmark]
    public double NaiveTenth() => NearestNeighbours.Kraskov(_x[..(NaiveCount * Width)], Width, _y[..(NaiveCount * Width)], Width, 3);
}
