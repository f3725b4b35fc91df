using BenchmarkDotNet.Attributes;
using MutualInfo.Kernels;
using MutualInfo.Reference;

namespace MutualInfo.Benchmarks;

/// <summary>All eigenvalues of a small matrix, against rotations until nothing is left to rotate: cubic too, some dozens of times over.</summary>
public class SmallEigenvalueBenchmarks
{
    private const int Count = 64;

    private readonly double[] _gram = Layers.Gram(Count, 10);

    [Benchmark(Baseline = true)]
    public double[] Ours()
    {
        double[] eigenvalues = new double[Count];
        SymmetricSpectrum.EigenvaluesInPlace([.. _gram], Count, eigenvalues, EstimationOptions.Default);
        return eigenvalues;
    }

    [Benchmark]
    public double[] Naive() => JacobiEigenvalues.Of(_gram, Count);
}
