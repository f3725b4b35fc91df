using MutualInfo.Hardware;
using MutualInfo.Kernels.Primitives.Reduction;

namespace MutualInfo.Kernels.Primitives;

/// <summary>Orthogonal reduction of a symmetric matrix to tridiagonal form, which keeps its eigenvalues to a small multiple of n·ε·‖A‖.</summary>
/// <remarks>
/// Small matrices in one stage, large ones in two; the order alone, and the width of the vectors, decide which, so results are the same bits for
/// any number of threads. 4/3·n³ operations. Cancellation is noticed within some milliseconds; progress goes from 0 to 1.
/// </remarks>
internal static unsafe class TridiagonalReduction
{
    /// <summary>The distance of rows, in doubles, that suits the caches: whole vectors, and not a multiple of 1024 bytes.</summary>
    public static nint StrideFor(int n)
    {
        nint stride = (n + 7) & ~7;
        return stride % 128 == 0 ? stride + 8 : stride;
    }

    /// <summary>Reduces a matrix in place.</summary>
    /// <param name="lower">
    /// n × n, row-major, of which the lower triangle is read; entries at most 2 in magnitude. All n rows up to column n − 1, rounded up to a
    /// multiple of 8, are scratch: what they hold afterwards means nothing. Fastest on a cache line's boundary.
    /// </param>
    /// <param name="n">The order.</param>
    /// <param name="stride">From one row to the next: a multiple of 8, at least n; best <see cref="StrideFor"/>.</param>
    /// <param name="diagonal">Receives n entries.</param>
    /// <param name="offDiagonal">Receives n − 1 entries; entry i couples i and i + 1.</param>
    /// <param name="options">Vectors, threads, cancellation, progress.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static void Reduce(double* lower, int n, nint stride, double* diagonal, double* offDiagonal, EstimationOptions options)
    {
        if (n < FirstOrderInTwoStages(options.VectorPath()))
            ReduceInOneStage(lower, n, stride, diagonal, offDiagonal, options);
        else
            ReduceInTwoStages(lower, n, stride, diagonal, offDiagonal, options);
    }

    /// <summary>Reduces a matrix of any order in one stage.</summary>
    public static void ReduceInOneStage(double* lower, int n, nint stride, double* diagonal, double* offDiagonal, EstimationOptions options)
    {
        OneStage work = new(lower, n, stride, diagonal, offDiagonal, options);
        VectorPaths.Run(options.VectorPath(), ref work);
    }

    /// <summary>Reduces a matrix of any order in two stages.</summary>
    public static void ReduceInTwoStages(double* lower, int n, nint stride, double* diagonal, double* offDiagonal, EstimationOptions options)
    {
        TwoStages work = new(lower, n, stride, diagonal, offDiagonal, options);
        VectorPaths.Run(options.VectorPath(), ref work);
    }

    private static int FirstOrderInTwoStages(VectorPath path) => path == VectorPath.Vector512 ? 448 : 512;

    private readonly struct OneStage(
        double* lower, int n, nint stride, double* diagonal, double* offDiagonal, EstimationOptions options) : IVectorCode<double>
    {
        public void Run<TLanes, TVector>()
            where TLanes : ILanes<TVector, double>
            where TVector : unmanaged
        {
            OneStageReduction<TLanes, TVector> reduction = Spare<OneStageReduction<TLanes, TVector>>.Take();
            reduction.Reduce(lower, n, stride, diagonal, offDiagonal, options);
            Spare<OneStageReduction<TLanes, TVector>>.Keep(reduction);
        }
    }

    private readonly struct TwoStages(
        double* lower, int n, nint stride, double* diagonal, double* offDiagonal, EstimationOptions options) : IVectorCode<double>
    {
        public void Run<TLanes, TVector>()
            where TLanes : ILanes<TVector, double>
            where TVector : unmanaged
        {
            TwoStageReduction<TLanes, TVector> reduction = Spare<TwoStageReduction<TLanes, TVector>>.Take();
            reduction.Reduce(lower, n, stride, diagonal, offDiagonal, options);
            Spare<TwoStageReduction<TLanes, TVector>>.Keep(reduction);
        }
    }
}
