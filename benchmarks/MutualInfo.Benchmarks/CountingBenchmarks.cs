using BenchmarkDotNet.Attributes;
using MutualInfo.Discrete;

namespace MutualInfo.Benchmarks;

/// <summary>I(T;Y) by counting: the 12-bit data's 4096 samples, a layer of width 10.</summary>
[MemoryDiagnoser]
public class CountingBenchmarks
{
    private const int Count = 4096;
    private const int Width = 10;

    private readonly float[] _layer = Layers.Tanh(Count, Width);
    private readonly Symbols _labels = Symbols.FromLabels(Layers.Labels(Count));

    [Benchmark]
    public MutualInformationEstimate ExactDiscrete() => Measure(Estimators.ExactDiscrete());

    [Benchmark(Baseline = true)]
    public MutualInformationEstimate Binning() => Measure(Estimators.Binning(30, -1, 1));

    [Benchmark]
    public MutualInformationEstimate AdaptiveBinning() => Measure(Estimators.AdaptiveBinning());

    private MutualInformationEstimate Measure(DiscreteEstimator estimator) =>
        estimator.Estimate(Samples.FromRows(_layer, Width), _labels);
}
