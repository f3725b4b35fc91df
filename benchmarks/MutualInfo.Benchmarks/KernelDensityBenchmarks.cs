using BenchmarkDotNet.Attributes;
using MutualInfo.Kernels;

namespace MutualInfo.Benchmarks;

/// <summary>The row sums of one Gram matrix, the work behind every kernel density estimate. All n² pairs are visited.</summary>
[MemoryDiagnoser]
public class KernelDensityBenchmarks
{
    private const int Count = 1000;
    private const int Width = 10;

    private readonly Similarity _similarity = Similarity.Gaussian(Samples.FromRows(Layers.Tanh(Count, Width), Width), 0.3);
    private readonly double[] _sums = new double[Count];
    private EstimationOptions _options = EstimationOptions.Default;

    /// <summary>Gets or sets the number of threads; −1 is all cores.</summary>
    [Params(1, -1)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Setup() => _options = new EstimationOptions { MaxDegreeOfParallelism = Threads };

    [Benchmark]
    public void RowSums() => CpuBackend.Shared.RowSums(_similarity, _sums, _options);
}
