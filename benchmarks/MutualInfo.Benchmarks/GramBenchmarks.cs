using BenchmarkDotNet.Attributes;
using MutualInfo.Kernels;
using MutualInfo.Reference;

namespace MutualInfo.Benchmarks;

/// <summary>
/// The whole Gram matrix, on all cores. Not quite the same work: ours takes float32 samples into memory that is there, the twin doubles
/// into a new matrix, one pair at a time on one core.
/// </summary>
public class GramBenchmarks
{
    private float[] _layer = [];
    private double[] _doubles = [];
    private double[] _gram = [];

    /// <summary>Gets or sets n, the number of samples.</summary>
    [Params(256, 1000)]
    public int Count { get; set; }

    /// <summary>Gets or sets d, the numbers in each sample.</summary>
    [Params(10, 100)]
    public int Width { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _layer = Layers.Tanh(Count, Width);
        _doubles = [.. _layer.Select(value => (double)value)];
        _gram = new double[Count * Count];
    }

    [Benchmark(Baseline = true)]
    public void Ours() => GaussianGram.Fill(Samples.FromRows<float>(_layer, Width), 0.5, _gram);

    [Benchmark]
    public double[,] Naive() => Pairs.Gram(_doubles, Width, 0.5);
}
