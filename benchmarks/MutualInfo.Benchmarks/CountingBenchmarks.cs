using BenchmarkDotNet.Attributes;
using MutualInfo.Discrete;
using MutualInfo.Reference;

namespace MutualInfo.Benchmarks;

/// <summary>I(T;Y) by counting, from the 12-bit data's 4096 samples of a layer of width 10 up, against bins named by text in a dictionary.</summary>
[MemoryDiagnoser]
public class CountingBenchmarks
{
    private const int Count = 4096;

    private readonly Symbols _labels = Symbols.FromLabels(Layers.Labels(Count));
    private readonly string[] _names = [.. Layers.Labels(Count).Select(label => label.ToString(System.Globalization.CultureInfo.InvariantCulture))];
    private float[] _layer = [];

    /// <summary>Gets or sets d.</summary>
    [Params(10, 100, 784)]
    public int Width { get; set; }

    [GlobalSetup]
    public void Setup() => _layer = Layers.Tanh(Count, Width);

    [Benchmark]
    public MutualInformationEstimate ExactDiscrete() => Measure(Estimators.ExactDiscrete());

    [Benchmark]
    public MutualInformationEstimate Binning() => Measure(Estimators.Binning(30, -1, 1));

    [Benchmark]
    public MutualInformationEstimate BinningPerNeuron() => Measure(new DiscreteEstimator(new EqualWidthBins(30, BinRange.PerNeuron)));

    [Benchmark]
    public MutualInformationEstimate FixedWidth() => Measure(new DiscreteEstimator(new FixedWidthBins(0.07)));

    [Benchmark]
    public MutualInformationEstimate AdaptiveBinning() => Measure(Estimators.AdaptiveBinning());

    [Benchmark]
    public MutualInformationEstimate EqualFrequency() => Measure(new DiscreteEstimator(new EqualFrequencyBins(30)));

    /// <summary>The same as <see cref="FixedWidth"/>, as a first program would have it.</summary>
    [Benchmark(Baseline = true)]
    public double NaiveFixedWidth()
    {
        double[] values = Array.ConvertAll(_layer, value => (double)value);
        return Counting.MutualInformation(MutualInfo.Reference.Binning.RowSymbols(values, Width, (value, _) => Math.Floor(value / 0.07)), _names);
    }

    private MutualInformationEstimate Measure(DiscreteEstimator estimator) => estimator.Estimate(Samples.FromRows(_layer, Width), _labels);
}
