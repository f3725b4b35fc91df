using BenchmarkDotNet.Attributes;
using MutualInfo.Recording;

namespace MutualInfo.Benchmarks;

/// <summary>One epoch of the 12-bit network: 4096 samples of six layers, both axes of the plane, by each estimator alone and by all.</summary>
[MemoryDiagnoser]
public class EpochBenchmarks
{
    private const int Count = 4096;

    private static readonly int[] _widths = [10, 7, 5, 4, 3, 2];

    private readonly float[][] _layers = [.. _widths.Select(width => Layers.Tanh(Count, width))];
    private InformationPlaneRecorder<float> _recorder = Recorder(Estimators.ExactDiscrete());
    private int _epoch;

    /// <summary>Gets or sets which estimators record.</summary>
    [Params("all", "binning", "EBAB", "exact", "kernel density", "order 2")]
    public string Recorded { get; set; } = "all";

    [GlobalSetup]
    public void Setup()
    {
        (string Name, IMutualInformationEstimator Estimator)[] known =
        [
            ("binning", Estimators.Binning(30, -1, 1)),
            ("EBAB", Estimators.AdaptiveBinning()),
            ("exact", Estimators.ExactDiscrete()),
            ("kernel density", Estimators.KernelDensity(0.1)),
            ("order 2", Estimators.MatrixRenyi(2)),
        ];
        _recorder = Recorder([.. known.Where(one => Recorded == "all" || Recorded == one.Name).Select(one => one.Estimator)]);
    }

    [Benchmark]
    public void Epoch()
    {
        for (int layer = 0; layer < _layers.Length; layer++)
            _recorder.Record(_epoch, $"hidden-{layer}", Samples.FromRows<float>(_layers[layer], _widths[layer]));
        _epoch++;
    }

    private static InformationPlaneRecorder<float> Recorder(params IMutualInformationEstimator[] estimators) =>
        new(Symbols.Distinct(Count), Symbols.FromLabels(Layers.Labels(Count)), estimators);
}
