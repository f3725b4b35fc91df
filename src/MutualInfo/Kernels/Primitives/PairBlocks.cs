using System.Runtime.CompilerServices;
using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives;

/// <summary>The pairs of one part: block by block through the lower triangle, each block in strips, each strip in register tiles.</summary>
/// <remarks>
/// After Goto and van de Geijn: a slab of a panel's features (16 KB) stays in the first-level cache while all rows of the block pass by, and the
/// panels of a block in the second. Where one slab holds all features, a strip goes to the consumer before the next is begun.
/// </remarks>
internal static unsafe class PairBlocks<TForm, TLanes, TVector, T>
    where TForm : IPairForm
    where TLanes : ILanes<TVector, T>
    where TVector : unmanaged
    where T : unmanaged
{
    private const int BlockRows = PairPanels<T>.BlockRows;

    public static void Run<TConsumer>(PairPass<T, TConsumer> pass, int part)
        where TConsumer : struct, IPairConsumer<T>
    {
        using AlignedBuffer<T> room = AlignedBuffer<T>.Rent(BlockRows * BlockRows);
        (long block, long end) = pass.Panels.BlocksOf(part);
        int row = (int)((Math.Sqrt(8.0 * block + 1) - 1) / 2);
        int column = (int)(block - (long)row * (row + 1) / 2);
        for (; block < end; block++)
        {
            Block(pass, part, row * BlockRows, column * BlockRows, room.Pointer);
            column++;
            if (column > row)
                (row, column) = (row + 1, 0);
        }
    }

    private static void Block<TConsumer>(PairPass<T, TConsumer> pass, int part, int firstRow, int firstColumn, T* room)
        where TConsumer : struct, IPairConsumer<T>
    {
        int width = PairPanels<T>.Width;
        int d = pass.Panels.Dimension;
        int endColumn = Math.Min(firstColumn + BlockRows, pass.Panels.Count);
        bool isOneSlab = d <= PairPanels<T>.SlabFeatures;
        for (int feature = 0; feature < d; feature += PairPanels<T>.SlabFeatures)
        {
            pass.Cancellation.ThrowIfCancellationRequested();
            for (int column = firstColumn; column < endColumn; column += width)
            {
                // One strip after another uses the same room where none has to wait for another slab.
                PairStrip<T> strip = Strip(pass.Panels, firstRow, column, isOneSlab ? room : room + (column - firstColumn) * BlockRows);
                SumSlab(pass.Panels, strip, feature);
                if (feature + PairPanels<T>.SlabFeatures >= d)
                    Finish(pass, part, strip);
            }
        }
    }

    // On the diagonal a strip begins at its own corner.
    private static PairStrip<T> Strip(PairPanels<T> panels, int firstRow, int column, T* values)
    {
        int first = Math.Max(firstRow, column);
        int end = Math.Min(firstRow + BlockRows, panels.Count);
        return new PairStrip<T> { Values = values, FirstRow = first, RowCount = end - first, FirstColumn = column };
    }

    private static void SumSlab(PairPanels<T> panels, PairStrip<T> strip, int feature)
    {
        int width = PairPanels<T>.Width;
        int features = Math.Min(PairPanels<T>.SlabFeatures, panels.Dimension - feature);
        T* columns = panels.At(strip.FirstColumn, feature);
        for (int lane = 0; lane < width; lane += PairTile<TForm, TLanes, TVector, T>.Columns)
        {
            for (int r = 0; r < strip.RowCount; r += PairTile<TForm, TLanes, TVector, T>.Rows)
            {
                PairTile<TForm, TLanes, TVector, T>.Sum(
                    features, panels.At(strip.FirstRow + r, feature), columns + lane, width, strip.Values + r * width + lane, feature);
            }
        }
    }

    private static void Finish<TConsumer>(PairPass<T, TConsumer> pass, int part, PairStrip<T> strip)
        where TConsumer : struct, IPairConsumer<T>
    {
        if (TConsumer.Quantity == PairQuantity.Similarity)
        {
            if (pass.Panels.Evaluation == PairEvaluation.Refined)
            {
                PairRefinement<TLanes, TVector, T>.Refine(pass.Panels, strip);
                Exponentiate<DirectForm>(pass.Panels, strip, pass.Factor);
            }
            else
            {
                Exponentiate<TForm>(pass.Panels, strip, pass.Factor);
            }

            if (strip.IsCorner)
                ClearBeyondTheDiagonal(strip);
        }

        pass.Consumer.Take<TLanes, TVector>(part, strip);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)] // Fast from the first call on.
    private static void Exponentiate<TFinal>(PairPanels<T> panels, PairStrip<T> strip, T factor)
        where TFinal : IPairForm
    {
        int width = PairPanels<T>.Width;
        TVector factors = TLanes.Create(factor);
        T* others = panels.HalfNorms + strip.FirstColumn;
        T* values = strip.Values;
        for (int r = 0; r < strip.RowCount; r++, values += width)
        {
            TVector own = TLanes.Create(panels.HalfNorms[strip.FirstRow + r]);
            for (int c = 0; c < width; c += TLanes.Count)
            {
                TVector exponent = TFinal.Exponent<TLanes, TVector, T>(TLanes.Load(values + c), own, TLanes.Load(others + c));
                TLanes.Store(Exponential<TLanes, TVector, T>.Of(TLanes.Multiply(exponent, factors)), values + c);
            }
        }
    }

    private static void ClearBeyondTheDiagonal(PairStrip<T> strip)
    {
        int width = PairPanels<T>.Width;
        for (int r = 0; r < Math.Min(width, strip.RowCount); r++)
            new Span<T>(strip.Values + r * width + r, width - r).Clear();
    }
}
