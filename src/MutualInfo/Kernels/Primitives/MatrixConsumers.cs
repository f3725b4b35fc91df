using System.Numerics;
using System.Runtime.CompilerServices;
using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives;

/// <summary>Stores similarities in the lower triangle of a matrix; what lies right of the diagonal is left alone.</summary>
internal readonly unsafe struct LowerTriangleConsumer<T> : IPairConsumer<T>
    where T : unmanaged, INumber<T>
{
    public static PairQuantity Quantity => PairQuantity.Similarity;

    public required MatrixRows<T> Matrix { get; init; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // Fast from the first call on.
    public void Take<TLanes, TVector>(int part, PairBlock<T> block)
        where TLanes : ILanes<TVector, T>
        where TVector : unmanaged
    {
        for (int r = 0; r < block.RowCount; r++)
        {
            int columns = PairBlock<T>.Size;
            if (block.IsDiagonal)
            {
                columns = r + 1;
                block.Row(r)[r] = T.One;
            }

            Matrix.Store<TLanes, TVector>(block.Row(r), columns, block.FirstRow + r, block.FirstColumn);
        }

        Matrix.Settle();
    }
}

/// <summary>Stores similarities in both triangles of a matrix, the same bits in both.</summary>
internal readonly unsafe struct WholeMatrixConsumer<T> : IPairConsumer<T>
    where T : unmanaged, INumber<T>
{
    public static PairQuantity Quantity => PairQuantity.Similarity;

    public required MatrixRows<T> Matrix { get; init; }

    public void Take<TLanes, TVector>(int part, PairBlock<T> block)
        where TLanes : ILanes<TVector, T>
        where TVector : unmanaged
    {
        new LowerTriangleConsumer<T> { Matrix = Matrix }.Take<TLanes, TVector>(part, block);
        Mirror<TLanes, TVector>(block);
        Matrix.Settle();
    }

    /// <summary>A few columns at a time are turned into rows, so that each row of the mirror is stored in one go.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // Fast from the first call on.
    private void Mirror<TLanes, TVector>(PairBlock<T> block)
        where TLanes : ILanes<TVector, T>
        where TVector : unmanaged
    {
        int w = TLanes.Count;
        // On the diagonal row c of the mirror begins beside it; up to there lies what the triangle has stored.
        int columns = block.IsDiagonal ? block.RowCount : PairBlock<T>.Size;
        T* turned = stackalloc T[w * PairBlock<T>.Size];
        for (int column = 0; column < columns; column += w)
        {
            // Rows beyond the last one of the block are turned too, and not stored.
            for (int r = block.IsDiagonal ? column : 0; r < block.RowCount; r += w)
                TLanes.Transpose(block.Row(r) + column, PairBlock<T>.RowStride, turned + r, PairBlock<T>.Size);
            for (int c = column; c < Math.Min(column + w, columns); c++)
            {
                int first = block.IsDiagonal ? c + 1 : 0;
                Matrix.Store<TLanes, TVector>(
                    turned + (c - column) * PairBlock<T>.Size + first, block.RowCount - first, block.FirstColumn + c, block.FirstRow + first);
            }
        }
    }
}
