using System.Numerics;
using MutualInfo.Hardware;
using MutualInfo.Internal;

namespace MutualInfo.Kernels.Primitives;

/// <summary>What is wanted of the Gram matrix of a Gaussian similarity: sums of its rows, its norm, or its entries.</summary>
/// <remarks>
/// Every unordered pair is computed once. Parts depend on n alone and are combined in order, so bits do not depend on threads.
/// </remarks>
internal static unsafe class GaussianPairs
{
    // 128 MB of them.
    private const long MostPartialSums = 1 << 24;

    /// <summary>Computes Σⱼ k(i, j) for every row, its own 1 included.</summary>
    /// <param name="panels">The samples.</param>
    /// <param name="destination">Receives n sums.</param>
    /// <param name="loops">The loops of the path in use.</param>
    /// <param name="options">Threads, cancellation, progress.</param>
    public static void RowSums(
        PairPanels<double> panels, Span<double> destination, PairLoops<double> loops, EstimationOptions options)
    {
        int stride = panels.PaddedCount;
        int parts = panels.PartCount;
        using AlignedBuffer<double> partials = AlignedBuffer<double>.Rent(checked(parts * stride));
        partials.Span.Clear();
        PairPass<double, RowSumConsumer>.Run(panels, 1, new RowSumConsumer { Partials = partials.Pointer, PartStride = stride }, loops, options);

        AddParts(partials.Span, parts, stride, destination[..panels.Count]);
    }

    /// <summary>Computes the row sums at several bandwidths, w times that of the panels, in one pass over the pairs.</summary>
    /// <param name="panels">The samples, packed for all these bandwidths.</param>
    /// <param name="widenings">The w.</param>
    /// <param name="destinations">Receive n sums each.</param>
    /// <param name="loops">The loops of the path in use.</param>
    /// <param name="options">Threads, cancellation, progress.</param>
    public static void RowSums(
        PairPanels<double> panels, ReadOnlySpan<double> widenings, ReadOnlySpan<Memory<double>> destinations, PairLoops<double> loops, EstimationOptions options)
    {
        int stride = panels.PaddedCount;
        nint ofOne = (nint)panels.PartCount * stride;
        // As many at once as have room for the sums of their parts; most often that is all.
        int most = (int)Math.Clamp(MostPartialSums / ofOne, 1, widenings.Length);
        using AlignedBuffer<double> partials = AlignedBuffer<double>.Rent(checked((int)(ofOne * most)));
        using AlignedBuffer<double> factors = AlignedBuffer<double>.Rent(most);
        for (int first = 0; first < widenings.Length; first += most)
        {
            int count = Math.Min(most, widenings.Length - first);
            for (int i = 0; i < count; i++)
                factors.Span[i] = 1 / (widenings[first + i] * widenings[first + i]);
            partials.Span.Clear();
            WidenedRowSums consumer = new()
            {
                Factors = factors.Pointer,
                FactorCount = count,
                Partials = partials.Pointer,
                FactorStride = ofOne,
                PartStride = stride,
            };
            PairPass<double, WidenedRowSums>.Run(panels, 1, consumer, loops, ProgressPart.Of(options, first / most, (widenings.Length + most - 1) / most));
            for (int i = 0; i < count; i++)
                AddParts(
                    partials.Span[(int)(i * ofOne)..], panels.PartCount, stride, destinations[first + i].Span[..panels.Count]);
        }
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
    public static void LowerTriangle<T>(
        PairPanels<T> panels, Span<T> matrix, int rowStride, PairLoops<T> loops, EstimationOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        fixed (T* first = matrix)
            PairPass<T, LowerTriangleConsumer<T>>.Run(panels, T.One, new LowerTriangleConsumer<T> { Matrix = new MatrixRows<T>(first, panels.Count, rowStride) }, loops, options);
    }

    /// <summary>Stores k(i, j) for all i and j. Symmetric to the last bit, with ones on the diagonal.</summary>
    /// <inheritdoc cref="LowerTriangle"/>
    public static void Matrix<T>(
        PairPanels<T> panels, Span<T> matrix, int rowStride, PairLoops<T> loops, EstimationOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        fixed (T* first = matrix)
            PairPass<T, WholeMatrixConsumer<T>>.Run(panels, T.One, new WholeMatrixConsumer<T> { Matrix = new MatrixRows<T>(first, panels.Count, rowStride) }, loops, options);
    }

    // Each sample's own 1, and the sums of the parts in their order.
    private static void AddParts(ReadOnlySpan<double> partials, int parts, int stride, Span<double> sums)
    {
        sums.Fill(1);
        for (int part = 0; part < parts; part++)
            System.Numerics.Tensors.TensorPrimitives.Add(sums, partials.Slice(part * stride, sums.Length), sums);
    }
}
