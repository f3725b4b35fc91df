using BenchmarkDotNet.Attributes;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using MutualInfo.Kernels;

namespace MutualInfo.Benchmarks;

/// <summary>
/// All eigenvalues of a Gram matrix. Not quite the same work: MathNet's decomposition has no form without eigenvectors, so it computes
/// those too; ours has none. All copy the matrix first.
/// </summary>
[MemoryDiagnoser]
public class EigenvalueBenchmarks
{
    private double[] _gram = [];

    /// <summary>Gets or sets n, the order of the matrix.</summary>
    [Params(64, 256, 1024)]
    public int Count { get; set; }

    [GlobalSetup]
    public void Setup() => _gram = Layers.Gram(Count, 10);

    [Benchmark(Baseline = true)]
    public double[] Ours()
    {
        double[] eigenvalues = new double[Count];
        SymmetricSpectrum.Eigenvalues(_gram, Count, eigenvalues);
        return eigenvalues;
    }

    [Benchmark]
    public object MathNet() => DenseMatrix.OfColumnMajor(Count, Count, _gram).Evd(Symmetricity.Symmetric).EigenValues;
}
