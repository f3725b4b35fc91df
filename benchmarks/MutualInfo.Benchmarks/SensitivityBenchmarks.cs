using BenchmarkDotNet.Attributes;
using MutualInfo.Discrete;
using MutualInfo.Sensitivity;

namespace MutualInfo.Benchmarks;

/// <summary>One parameter swept in one pass, beside the same estimators asked one by one.</summary>
[MemoryDiagnoser]
public class SensitivityBenchmarks
{
    // None but the first is a power of two times another: nothing is exact by luck.
    private static readonly double[] _sigmas = [0.05, 0.07, 0.11, 0.17, 0.3, 0.5, 0.9, 1.7];

    private static readonly int[] _bins = [5, 10, 20, 30, 50, 100, 200, 256];

    private Sweep _sweep = Sweep.OfBins(Estimators.Binning(), 2);
    private float[] _layer = [];
    private Symbols _labels = Symbols.Distinct(1);

    /// <summary>Gets or sets what is swept, over how many samples of what dimension.</summary>
    [Params("σ 2000 3", "σ 2000 20", "σ 2000 100", "σ 2000 784", "α 1000 20", "width 10000 10", "frequency 10000 10", "EBAB 10000 10")]
    public string Case { get; set; } = "";

    private int Dimension => int.Parse(Case.Split(' ')[2], System.Globalization.CultureInfo.InvariantCulture);

    [GlobalSetup]
    public void Setup()
    {
        int count = int.Parse(Case.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
        _layer = Layers.Tanh(count, Dimension);
        _labels = Symbols.FromLabels([.. Enumerable.Range(0, count).Select(i => i % 10)]);
        _sweep = Case.Split(' ')[0] switch
        {
            "σ" => Sweep.OfBandwidth(Estimators.KernelDensity(), _sigmas),
            "α" => Sweep.OfOrder(Estimators.MatrixRenyi(), 0.9, 1, 1.01, 1.1, 1.5, 5),
            "width" => Sweep.OfBins(Estimators.Binning(), _bins),
            "frequency" => Sweep.OfBins(new DiscreteEstimator(new EqualFrequencyBins(5)), _bins),
            _ => Sweep.OfBins(Estimators.AdaptiveBinning(), _bins),
        };
    }

    [Benchmark(Baseline = true)]
    public double InOnePass() => _sweep.Estimate(Samples.FromRows<float>(_layer, Dimension), _labels).Spread.Nats;

    [Benchmark]
    public double OneByOne()
    {
        double sum = 0;
        foreach (IMutualInformationEstimator estimator in _sweep.Estimators)
            sum += estimator.Estimate(Samples.FromRows<float>(_layer, Dimension), _labels).Value.Nats;
        return sum;
    }
}
