using System.Numerics.Tensors;
using BenchmarkDotNet.Attributes;
using MutualInfo.Kernels;
using MutualInfo.Reference;

namespace MutualInfo.Benchmarks;

/// <summary>The row sums of one Gram matrix, the work behind every kernel density estimate; all n² pairs count, and nothing is stored.</summary>
[MemoryDiagnoser]
public class RowSumsBenchmarks
{
    private const int Count = 1000;
    private const int Width = 10;
    private const double Sigma = 0.3;

    private readonly double[] _values = [.. Layers.Tanh(Count, Width).Select(value => (double)value)];
    private readonly double[] _sums = new double[Count];
    private readonly double[] _row = new double[Count];
    private Similarity _similarity = Similarity.Delta(Symbols.Distinct(1));
    private EstimationOptions _options = EstimationOptions.Default;

    /// <summary>Gets or sets our number of threads; −1 is all cores. The others have one.</summary>
    [Params(1, -1)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _similarity = Similarity.Gaussian(Samples.FromRows<double>(_values, Width), Sigma);
        _options = new EstimationOptions { MaxDegreeOfParallelism = Threads };
    }

    [Benchmark(Baseline = true)]
    public void Ours() => CpuBackend.Shared.RowSums(_similarity, _sums, _options);

    /// <summary>What one would write with TensorPrimitives: a distance for each pair, then the exponential of a whole row at once.</summary>
    [Benchmark]
    public void WithTensorPrimitives()
    {
        for (int i = 0; i < Count; i++)
        {
            ReadOnlySpan<double> own = _values.AsSpan(i * Width, Width);
            for (int j = 0; j < Count; j++)
            {
                double distance = TensorPrimitives.Distance<double>(own, _values.AsSpan(j * Width, Width));
                _row[j] = -distance * distance / (2 * Sigma * Sigma);
            }

            TensorPrimitives.Exp<double>(_row, _row);
            _sums[i] = TensorPrimitives.Sum<double>(_row);
        }
    }

    [Benchmark]
    public void Naive()
    {
        for (int i = 0; i < Count; i++)
        {
            _sums[i] = 0;
            for (int j = 0; j < Count; j++)
                _sums[i] += Math.Exp(-Pairs.SquaredDistance(_values, Width, i, j) / (2 * Sigma * Sigma));
        }
    }
}
