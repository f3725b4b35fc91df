using BenchmarkDotNet.Attributes;
using MutualInfo.Kernels;

namespace MutualInfo.Benchmarks;

/// <summary>The spectrum of a joint Gram matrix with labels: class by class, and as if nothing were known of its zeros.</summary>
public class ClassBlockBenchmarks
{
    private const int Count = 1000;
    private const int Width = 10;

    private readonly double[] _eigenvalues = new double[Count];
    private Similarity _joint = Similarity.Delta(Symbols.Distinct(1));
    private double[] _product = [];

    /// <summary>Gets or sets C, the number of classes.</summary>
    [Params(2, 10)]
    public int Classes { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        int[] labels = [.. Enumerable.Range(0, Count).Select(i => i % Classes)];
        Similarity layer = Similarity.Gaussian(Samples.FromRows<float>(Layers.Tanh(Count, Width), Width), 0.5);
        _joint = Similarity.Join(layer, Similarity.Delta(Symbols.FromLabels(labels)));
        _product = Layers.Gram(Count, Width);
        for (int i = 0; i < _product.Length; i++)
        {
            if (labels[i / Count] != labels[i % Count])
                _product[i] = 0;
        }
    }

    /// <summary>Makes the Gram matrix as well.</summary>
    [Benchmark(Baseline = true)]
    public void ByClass() => CpuBackend.Shared.Spectrum(_joint, _eigenvalues, EstimationOptions.Default);

    /// <summary>The product is there already.</summary>
    [Benchmark]
    public void Whole() =>
        SymmetricSpectrum.EigenvaluesInPlace([.. _product], Count, _eigenvalues, EstimationOptions.Default);
}
