using System.Numerics;
using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives;

/// <summary>What is wanted of the Gram matrix of a Gaussian similarity: sums of its rows, its norm, or its entries.</summary>
/// <remarks>Every unordered pair is computed once. Parts depend on n alone and are combined in order, so bits do not depend on threads.</remarks>
internal static unsafe class GaussianPairs
{
    /// <summary>Computes Σⱼ k(i, j) for every row, its own 1 included.</summary>
    /// <param name="panels">The samples.</param>
    /// <param name="destination">Receives n sums.</param>
    /// <param name="loops">The loops of the path in use.</param>
    /// <param name="options">Threads, cancellation, progress.</param>
    public static void RowSums(PairPanels<double> panels, Span<double> destination, PairLoops<double> loops, EstimationOptions options)
    {
        int stride = panels.PaddedCount;
        int parts = panels.PartCount;
        using AlignedBuffer<double> partials = AlignedBuffer<double>.Rent(checked(parts * stride));
        partials.Span.Clear();
        PairPass<double, RowSumConsumer>.Run(panels, 1, new RowSumConsumer { Partials = partials.Pointer, PartStride = stride }, loops, options);

        Span<double> sums = destination[..panels.Count];
        sums.Fill(1);
        for (int part = 0; part < parts; part++)
            System.Numerics.Tensors.TensorPrimitives.Add(sums, partials.Span.Slice(part * stride, sums.Length), sums);
    }

    /// <summary>Computes Σᵢⱼ k(i, j)².</summary>
    public static double SquaredNorm(PairPanels<double> panels, PairLoops<double> loops, EstimationOptions options)
    {
        using AlignedBuffer<double> totals = AlignedBuffer<double>.Rent(panels.PartCount);
        totals.Span.Clear();
        // k² is the Gaussian of twice the exponent.
        PairPass<double, TotalConsumer>.Run(panels, 2, new TotalConsumer { Totals = totals.Pointer }, loops, options);
        return panels.Count + 2 * OrderedSum.Of(totals.Span);
    }

    /// <summary>Stores k(i, j) for j ≤ i; the rest of the matrix is left alone.</summary>
    /// <param name="panels">The samples.</param>
    /// <param name="matrix">Receives the triangle, row after row.</param>
    /// <param name="rowStride">The distance from one row to the next, at least n.</param>
    /// <param name="loops">The loops of the path in use.</param>
    /// <param name="options">Threads, cancellation, progress.</param>
    public static void LowerTriangle<T>(PairPanels<T> panels, Span<T> matrix, int rowStride, PairLoops<T> loops, EstimationOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        fixed (T* first = matrix)
            PairPass<T, LowerTriangleConsumer<T>>.Run(panels, T.One, new LowerTriangleConsumer<T> { Matrix = new MatrixRows<T>(first, panels.Count, rowStride) }, loops, options);
    }

    /// <summary>Stores k(i, j) for all i and j. Symmetric to the last bit, with ones on the diagonal.</summary>
    /// <inheritdoc cref="LowerTriangle"/>
    public static void Matrix<T>(PairPanels<T> panels, Span<T> matrix, int rowStride, PairLoops<T> loops, EstimationOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        fixed (T* first = matrix)
            PairPass<T, WholeMatrixConsumer<T>>.Run(panels, T.One, new WholeMatrixConsumer<T> { Matrix = new MatrixRows<T>(first, panels.Count, rowStride) }, loops, options);
    }
}
