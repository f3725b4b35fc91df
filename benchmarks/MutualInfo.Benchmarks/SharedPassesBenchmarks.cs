using BenchmarkDotNet.Attributes;
using MutualInfo.Recording;
using MutualInfo.Sensitivity;

namespace MutualInfo.Benchmarks;

/// <summary>An epoch of several variants of each estimator in one recorder, beside a recorder for each of them, which shares nothing.</summary>
public class SharedPassesBenchmarks
{
    private const int Count = 1000;

    private static readonly int[] _widths = [20, 10, 5, 3];

    private readonly LayerActivations<float>[] _layers =
        [.. _widths.Select(width => LayerActivations.FromRows($"hidden-{width}", Layers.Tanh(Count, width), width))];

    private InformationPlaneRecorder<float>[] _together = [];
    private InformationPlaneRecorder<float>[] _apart = [];
    private int _epoch;

    /// <summary>Gets or sets which variants record.</summary>
    [Params("5 σ", "5 widths", "5 EBAB", "3 α", "all")]
    public string Recorded { get; set; } = "all";

    [GlobalSetup]
    public void Setup()
    {
        (string Name, Sweep Sweep)[] known =
        [
            ("5 σ", Sweep.OfBandwidth(Estimators.KernelDensity(), 0.05, 0.07, 0.11, 0.17, 0.3)),
            ("5 widths", Sweep.OfBins(Estimators.Binning(), 10, 20, 30, 50, 100)),
            ("5 EBAB", Sweep.OfBins(Estimators.AdaptiveBinning(), 10, 20, 30, 50, 100)),
            ("3 α", Sweep.OfOrder(Estimators.MatrixRenyi(), 1.01, 1.5, 5)),
        ];
        Sweep[] sweeps = [.. known.Where(one => Recorded == "all" || Recorded == one.Name).Select(one => one.Sweep)];
        IMutualInformationEstimator[] estimators = [.. sweeps.SelectMany(sweep => sweep.Estimators)];
        _together = [Recorder(estimators, sweeps)];
        _apart = Array.ConvertAll(estimators, estimator => Recorder([estimator], []));
    }

    [Benchmark(Baseline = true)]
    public void Together() => Record(_together);

    [Benchmark]
    public void OneByOne() => Record(_apart);

    private void Record(InformationPlaneRecorder<float>[] recorders)
    {
        foreach (InformationPlaneRecorder<float> recorder in recorders)
            recorder.Record(_epoch, _layers);
        _epoch++;
    }

    private static InformationPlaneRecorder<float> Recorder(IMutualInformationEstimator[] estimators, Sweep[] sweeps) =>
        new(Symbols.Distinct(Count), Symbols.FromLabels(Layers.Labels(Count)), estimators) { Sweeps = sweeps };
}
