using MutualInfo.Hardware;
using MutualInfo.Kernels.Primitives.Reduction;

namespace MutualInfo.Kernels.Primitives;

/// <summary>
/// Orthogonal reduction of a symmetric matrix to tridiagonal form, which keeps its eigenvalues to a small multiple of n·ε·‖A‖.
/// </summary>
/// <remarks>
/// Small matrices in one stage, large ones in two, the smallest in twice the precision; the order alone, and the width of the
/// vectors, decide which, so results are the same bits for any number of threads. 4/3·n³ operations. Cancellation is noticed
/// within some milliseconds; progress goes from 0 to 1.
/// </remarks>
internal static unsafe class TridiagonalReduction
{
    /// <summary>
    /// The distance of rows, in doubles, that suits the caches: whole vectors, and not a multiple of 1024 bytes.
    /// </summary>
    public static nint StrideFor(int n)
    {
        nint stride = (n + 7) & ~7;
        return stride % 128 == 0 ? stride + 8 : stride;
    }

    /// <summary>Reduces a matrix in place.</summary>
    /// <param name="lower">
    /// n × n, row-major; entries at most 2 in magnitude. The lower triangle is the matrix; what lies right of it may hold
    /// anything, and all of it is scratch: rows are written up to the multiple of 8 that follows column n − 1, where the stride
    /// leaves that much room.
    /// </param>
    /// <param name="n">The order.</param>
    /// <param name="stride">
    /// From one row to the next, at least n; fastest is <see cref="StrideFor"/>, from a cache line's boundary.
    /// </param>
    /// <param name="diagonal">Receives n entries.</param>
    /// <param name="offDiagonal">Receives n − 1 entries; entry i couples i and i + 1.</param>
    /// <param name="options">Vectors, threads, cancellation, progress.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static void Reduce(double* lower, int n, nint stride, double* diagonal, double* offDiagonal, EstimationOptions options)
    {
        if (n < SmallReduction.EndOrder)
        {
            SmallReduction.Reduce(lower, n, stride, diagonal, offDiagonal);
            options.Progress?.Report(1);
        }
        else if (n < FirstOrderInTwoStages(options.VectorPath()))
        {
            ReduceInOneStage(lower, n, stride, diagonal, offDiagonal, options);
        }
        else
        {
            ReduceInTwoStages(lower, n, stride, diagonal, offDiagonal, options);
        }
    }

    /// <summary>Reduces a matrix of any order in one stage.</summary>
    public static void ReduceInOneStage(
        double* lower, int n, nint stride, double* diagonal, double* offDiagonal, EstimationOptions options)
    {
        if (stride % 8 != 0 || (nint)lower % 64 != 0)
        {
            // That many passes over rows that straddle cache lines, or leave no room for whole vectors, cost more than a copy.
            nint aligned = StrideFor(n);
            using AlignedBuffer<double> copy = AlignedBuffer<double>.Rent(checked(n * (int)aligned));
            for (int row = 0; row < n; row++)
            {
                Span<double> target = new(copy.Pointer + row * aligned, row + 1);
                new ReadOnlySpan<double>(lower + row * stride, row + 1).CopyTo(target);
            }

            RunInOneStage(copy.Pointer, n, aligned, diagonal, offDiagonal, options);
            return;
        }

        RunInOneStage(lower, n, stride, diagonal, offDiagonal, options);
    }

    /// <summary>Reduces a matrix of any order in two stages.</summary>
    public static void ReduceInTwoStages(
        double* lower, int n, nint stride, double* diagonal, double* offDiagonal, EstimationOptions options)
    {
        TwoStages work = new(lower, n, stride, diagonal, offDiagonal, options);
        VectorPaths.Run(options.VectorPath(), ref work);
    }

    private static void RunInOneStage(
        double* lower, int n, nint stride, double* diagonal, double* offDiagonal, EstimationOptions options)
    {
        OneStage work = new(lower, n, stride, diagonal, offDiagonal, options);
        VectorPaths.Run(options.VectorPath(), ref work);
    }

    // Where two stages overtake one. Measured on a Xeon of the Sapphire Rapids generation, whose second-level cache has 2 MB a
    // core; the time of one stage over that of two, on one thread and on two: 512 bits: n = 768: 0.90, 0.71; 832: 1.10, 0.76;
    // 1024: 1.53, 0.93. 256 bits: n = 1024: 0.91, 0.65; 1152: 0.97, 0.71. 128 bits: n = 1408: 0.85, 0.68. Scalar: n = 1280: 0.76,
    // 0.72.
    private static int FirstOrderInTwoStages(VectorPath path) => path switch
    {
        VectorPath.Vector512 => 832,
        VectorPath.Vector256 => 1216,
        _ => 2048,
    };

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
