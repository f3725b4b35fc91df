using BenchmarkDotNet.Attributes;
using MutualInfo.Kernels;

namespace MutualInfo.Benchmarks;

/// <summary>Matrix-based Rényi I(T;Y) of 256 samples, by order: 1.01 needs three spectra, 2 needs none.</summary>
[MemoryDiagnoser]
public class MatrixRenyiBenchmarks
{
    private const int Count = 256;
    private const int Width = 10;

    private readonly float[] _layer = Layers.Tanh(Count, Width);
    private readonly Symbols _labels = Symbols.FromLabels(Layers.Labels(Count));

    /// <summary>Gets or sets α.</summary>
    [Params(1.01, 2)]
    public double Order { get; set; }

    [Benchmark]
    public MutualInformationEstimate Estimate() =>
        Estimators.MatrixRenyi(Order, new FixedBandwidth(0.5)).Estimate(Samples.FromRows(_layer, Width), _labels);
}
