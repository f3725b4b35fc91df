using MutualInfo.Hardware;
using MutualInfo.Kernels.Primitives.Reduction;

namespace MutualInfo.Kernels.Primitives;

/// <summary>Orthogonal reduction of a symmetric matrix to tridiagonal form, which keeps its eigenvalues.</summary>
internal static class TridiagonalReduction
{
    /// <summary>The distance of rows, in doubles, that suits the caches: whole vectors, and not a multiple of 1024 bytes.</summary>
    public static nint StrideFor(int n)
    {
        nint stride = (n + 7) & ~7;
        return stride % 128 == 0 ? stride + 8 : stride;
    }

    /// <summary>Reduces the matrix.</summary>
    public static unsafe void Reduce(double* lower, int n, nint stride, double* diagonal, double* offDiagonal, EstimationOptions options)
    {
        if (n == 0)
            return;
        OneStage work = new(lower, n, stride, diagonal, offDiagonal, options);
        VectorPaths.Run(options.VectorPath(), ref work);
    }

    private readonly unsafe struct OneStage(
        double* lower, int n, nint stride, double* diagonal, double* offDiagonal, EstimationOptions options) : IVectorCode<double>
    {
        public void Run<TLanes, TVector>()
            where TLanes : ILanes<TVector, double>
            where TVector : unmanaged
        {
            new OneStageReduction<TLanes, TVector>().Reduce(lower, n, stride, diagonal, offDiagonal, options);
        }
    }
}
