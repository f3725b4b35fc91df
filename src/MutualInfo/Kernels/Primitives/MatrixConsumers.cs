using System.Numerics;
using System.Runtime.CompilerServices;
using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives;

/// <summary>Stores similarities in the lower triangle of a matrix; what lies right of the diagonal is left alone.</summary>
internal readonly unsafe struct LowerTriangleConsumer<T> : IPairConsumer<T>
    where T : unmanaged, INumber<T>
{
    public static PairQuantity Quantity => PairQuantity.Similarity;

    public required T* Matrix { get; init; }

    /// <summary>Gets the distance from one row to the next.</summary>
    public required nint RowStride { get; init; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // Fast from the first call on.
    public void Take<TLanes, TVector>(int part, PairStrip<T> strip)
        where TLanes : ILanes<TVector, T>
        where TVector : unmanaged
    {
        int width = PairPanels<T>.Width;
        for (int r = 0; r < strip.RowCount; r++)
        {
            T* source = strip.Values + r * width;
            T* target = Matrix + (strip.FirstRow + r) * RowStride + strip.FirstColumn;
            if (strip.IsCorner && r < width)
            {
                new ReadOnlySpan<T>(source, r).CopyTo(new Span<T>(target, r));
                target[r] = T.One;
                continue;
            }

            for (int c = 0; c < width; c += TLanes.Count)
                TLanes.Store(TLanes.Load(source + c), target + c);
        }
    }
}

/// <summary>Stores similarities in both triangles of a matrix, the same bits in both.</summary>
internal readonly unsafe struct WholeMatrixConsumer<T> : IPairConsumer<T>
    where T : unmanaged, INumber<T>
{
    public static PairQuantity Quantity => PairQuantity.Similarity;

    public required T* Matrix { get; init; }

    /// <summary>Gets the distance from one row to the next.</summary>
    public required nint RowStride { get; init; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // Fast from the first call on.
    public void Take<TLanes, TVector>(int part, PairStrip<T> strip)
        where TLanes : ILanes<TVector, T>
        where TVector : unmanaged
    {
        new LowerTriangleConsumer<T> { Matrix = Matrix, RowStride = RowStride }.Take<TLanes, TVector>(part, strip);
        int corner = strip.IsCorner ? Math.Min(PairPanels<T>.Width, strip.RowCount) : 0;
        MirrorOneByOne(strip, 0, corner);

        // The rest is a rectangle, turned square by square; the columns run outermost, so each row of the mirror is written in one go.
        int w = TLanes.Count;
        int whole = corner + (strip.RowCount - corner) / w * w;
        T* mirror = Matrix + strip.FirstColumn * RowStride + strip.FirstRow;
        for (int c = 0; c < PairPanels<T>.Width; c += w)
        {
            for (int r = corner; r < whole; r += w)
                TLanes.Transpose(strip.Values + r * PairPanels<T>.Width + c, PairPanels<T>.Width, mirror + c * RowStride + r, RowStride);
        }

        MirrorOneByOne(strip, whole, strip.RowCount);
    }

    private void MirrorOneByOne(PairStrip<T> strip, int firstRow, int endRow)
    {
        int width = PairPanels<T>.Width;
        for (int r = firstRow; r < endRow; r++)
        {
            int columns = strip.IsCorner ? Math.Min(r, width) : width;
            for (int c = 0; c < columns; c++)
                Matrix[(strip.FirstColumn + c) * RowStride + strip.FirstRow + r] = strip.Values[r * width + c];
        }
    }
}
