using BenchmarkDotNet.Attributes;
using MutualInfo.Kernels;
using MutualInfo.Reference;

namespace MutualInfo.Benchmarks;

/// <summary>Σ k², all that order 2 needs, against the way through the eigenvalues, whose squares sum to the same.</summary>
[MemoryDiagnoser]
public class SquaredNormBenchmarks
{
    private const int Count = 512;
    private const int Width = 10;
    private const double Sigma = 0.5;

    private readonly double[] _values = [.. Layers.Tanh(Count, Width).Select(value => (double)value)];
    private readonly double[] _eigenvalues = new double[Count];
    private readonly Similarity _similarity;

    public SquaredNormBenchmarks() => _similarity = Similarity.Gaussian(Samples.FromRows<double>(_values, Width), Sigma);

    [Benchmark(Baseline = true)]
    public double Ours() => CpuBackend.Shared.SquaredNorm(_similarity, EstimationOptions.Default);

    [Benchmark]
    public double ThroughTheSpectrum()
    {
        CpuBackend.Shared.Spectrum(_similarity, _eigenvalues, EstimationOptions.Default);
        return _eigenvalues.Sum(value => value * value) * Count * Count;
    }

    [Benchmark]
    public double Naive() => Pairs.Gram(_values, Width, Sigma).Cast<double>().Sum(value => value * value);
}
