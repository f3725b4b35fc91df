using BenchmarkDotNet.Attributes;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using MutualInfo.Kernels;

namespace MutualInfo.Benchmarks;

/// <summary>
/// All eigenvalues of a Gram matrix. Not quite the same work: MathNet's decomposition has no form without eigenvectors, so it computes
/// those too; ours has none. Both copy the matrix first.
/// </summary>
[MemoryDiagnoser]
public class EigenvalueBenchmarks
{
    private double[] _gram = [];

    /// <summary>Gets or sets n, the order of the matrix.</summary>
    [Params(64, 256)]
    public int Count { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        const int width = 10;
        float[] layer = Layers.Tanh(Count, width);
        _gram = new double[Count * Count];
        for (int i = 0; i < Count; i++)
        {
            for (int j = 0; j < Count; j++)
            {
                double squared = 0;
                for (int k = 0; k < width; k++)
                    squared += Math.Pow(layer[i * width + k] - layer[j * width + k], 2);
                _gram[i * Count + j] = Math.Exp(-2 * squared);
            }
        }
    }

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
