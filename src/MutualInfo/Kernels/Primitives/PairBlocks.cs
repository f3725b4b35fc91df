using System.Runtime.CompilerServices;
using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives;

/// <summary>
/// The pairs of one part: block by block through the lower triangle, each block in strips of one panel,
/// each strip in register tiles.
/// </summary>
/// <remarks>
/// After Goto and van de Geijn: a slab of a panel's features (16 KB) stays in the first-level cache while all rows of the block
/// pass by, the slab of the rows and the block itself stay in the second. Where one slab holds all features, a strip is finished
/// while it is in the first.
/// </remarks>
internal static unsafe class PairBlocks<TForm, TLanes, TVector, T>
    where TForm : IPairForm
    where TLanes : ILanes<TVector, T>
    where TVector : unmanaged
    where T : unmanaged
{
    private const int Size = PairBlock<T>.Size;

    private static int Width => PairPanels<T>.Width;

    public static void Run<TConsumer>(PairPass<T, TConsumer> pass, int part)
        where TConsumer : struct, IPairConsumer<T>
    {
        using AlignedBuffer<T> room = AlignedBuffer<T>.Rent(Size * PairBlock<T>.RowStride);
        (long number, long end) = pass.Panels.BlocksOf(part);
        int row = (int)((Math.Sqrt(8.0 * number + 1) - 1) / 2);
        int column = (int)(number - (long)row * (row + 1) / 2);
        for (; number < end; number++)
        {
            PairBlock<T> block = new()
            {
                Values = room.Pointer,
                FirstRow = row * Size,
                RowCount = Math.Min(Size, pass.Panels.Count - row * Size),
                FirstColumn = column * Size,
            };
            Fill(pass, block);
            pass.Consumer.Take<TLanes, TVector>(part, block);
            column++;
            if (column > row)
                (row, column) = (row + 1, 0);
        }
    }

    private static void Fill<TConsumer>(PairPass<T, TConsumer> pass, PairBlock<T> block)
        where TConsumer : struct, IPairConsumer<T>
    {
        int d = pass.Panels.Dimension;
        int columns = Math.Min(Size, pass.Panels.Count - block.FirstColumn);
        for (int feature = 0; feature < d; feature += PairPanels<T>.SlabFeatures)
        {
            pass.Cancellation.ThrowIfCancellationRequested();
            for (int strip = 0; strip < columns; strip += Width)
            {
                // On the diagonal a strip begins at its own corner.
                int firstRow = block.IsDiagonal ? strip : 0;
                SumSlab(pass.Panels, block, firstRow, strip, feature);
                if (TConsumer.Quantity != PairQuantity.SquaredDistance && feature + PairPanels<T>.SlabFeatures >= d)
                    Finish<TConsumer>(pass.Panels, block, firstRow, strip, pass.Factor);
            }
        }

        if (TConsumer.Quantity == PairQuantity.Similarity && block.IsDiagonal)
            block.ClearBeyondTheDiagonal();
    }

    private static void SumSlab(PairPanels<T> panels, PairBlock<T> block, int firstRow, int strip, int feature)
    {
        int features = Math.Min(PairPanels<T>.SlabFeatures, panels.Dimension - feature);
        T* columns = panels.At(block.FirstColumn + strip, feature);
        for (int lane = 0; lane < Width; lane += PairTile<TForm, TLanes, TVector, T>.Columns)
        {
            for (int r = firstRow; r < block.RowCount; r += PairTile<TForm, TLanes, TVector, T>.Rows)
            {
                PairTile<TForm, TLanes, TVector, T>.Sum(
                    features, panels.At(block.FirstRow + r, feature), columns + lane, Width, block.Row(r) + strip + lane, feature);
            }
        }
    }

    private static void Finish<TConsumer>(PairPanels<T> panels, PairBlock<T> block, int firstRow, int strip, T factor)
        where TConsumer : struct, IPairConsumer<T>
    {
        if (panels.Evaluation == PairEvaluation.Refined)
        {
            PairRefinement<TLanes, TVector, T>.Refine(panels, block, firstRow, strip);
            Finish<DirectForm, TConsumer>(panels, block, firstRow, strip, factor);
        }
        else
        {
            Finish<TForm, TConsumer>(panels, block, firstRow, strip, factor);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)] // Fast from the first call on.
    private static void Finish<TFinal, TConsumer>(PairPanels<T> panels, PairBlock<T> block, int firstRow, int strip, T factor)
        where TFinal : IPairForm
        where TConsumer : struct, IPairConsumer<T>
    {
        int width = PairPanels<T>.Width;
        TVector factors = TLanes.Create(factor);
        T* others = panels.HalfNorms + block.FirstColumn + strip;
        for (int r = firstRow; r < block.RowCount; r++)
        {
            T* values = block.Row(r) + strip;
            TVector own = TLanes.Create(panels.HalfNorms[block.FirstRow + r]);
            for (int c = 0; c < width; c += TLanes.Count)
            {
                TVector exponent = TFinal.Exponent<TLanes, TVector, T>(TLanes.Load(values + c), own, TLanes.Load(others + c));
                if (TConsumer.Quantity == PairQuantity.Similarity)
                    exponent = Exponential<TLanes, TVector, T>.Of(TLanes.Multiply(exponent, factors));
                TLanes.Store(exponent, values + c);
            }
        }
    }
}
