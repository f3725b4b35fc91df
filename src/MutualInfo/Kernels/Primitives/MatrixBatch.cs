using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives;

/// <summary>
/// The spectra of many matrices of one order, one matrix to a core. A run within a part has one thread, so no core is given two.
/// </summary>
internal sealed unsafe class MatrixBatch : IPartitionedWork
{
    private double* _matrices;
    private double* _eigenvalues;
    private int _n;
    private EstimationOptions _options = EstimationOptions.Default;

    /// <summary>Computes the eigenvalues of each, ascending, one matrix after another.</summary>
    public static void Compute(
        ReadOnlySpan<double> matrices, int n, int count, Span<double> destination, EstimationOptions options)
    {
        MatrixBatch work = Spare<MatrixBatch>.Take();
        fixed (double* first = matrices, eigenvalues = destination)
        {
            work._matrices = first;
            work._eigenvalues = eigenvalues;
            work._n = n;
            work._options = options;
            WorkerTeam.Shared.Run(work, count, options);
        }

        work._options = EstimationOptions.Default;
        Spare<MatrixBatch>.Keep(work);
    }

    public void Execute(int part)
    {
        ReadOnlySpan<double> matrix = new(_matrices + (nint)part * _n * _n, _n * _n);
        CopiedSpectrum.Compute(matrix, _n, new Span<double>(_eigenvalues + (nint)part * _n, _n), _options);
    }
}
