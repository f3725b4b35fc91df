using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives;

/// <summary>Adds up the distances of a part.</summary>
internal readonly unsafe struct DistanceTotalConsumer : IPairConsumer<double>
{
    public static PairQuantity Quantity => PairQuantity.SquaredDistance;

    /// <summary>Gets one sum for each part, cleared before the pass.</summary>
    public required double* Totals { get; init; }

    public void Take<TLanes, TVector>(int part, PairBlock<double> block)
        where TLanes : ILanes<TVector, double>
        where TVector : unmanaged
    {
        double total = 0;
        for (int r = 0; r < block.RowCount; r++)
        {
            Span<double> squares = block.PairsOf(r);
            System.Numerics.Tensors.TensorPrimitives.Sqrt<double>(squares, squares);
            total += OrderedSum.Of(squares);
        }

        Totals[part] += total;
    }
}

/// <summary>Counts one digit of the squared distances whose higher digits are given.</summary>
internal readonly unsafe struct DigitConsumer : IPairConsumer<double>
{
    public static PairQuantity Quantity => PairQuantity.SquaredDistance;

    /// <summary>Gets the counts of all parts, <see cref="Values"/> for each, cleared before the pass.</summary>
    public required long* Counts { get; init; }

    /// <summary>Gets the number of values of a digit, a power of two.</summary>
    public required int Values { get; init; }

    /// <summary>Gets the bits of the higher digits.</summary>
    public required ulong Higher { get; init; }

    /// <summary>Gets what those bits must be.</summary>
    public required ulong Prefix { get; init; }

    /// <summary>Gets the lowest bit of the digit.</summary>
    public required int Shift { get; init; }

    public void Take<TLanes, TVector>(int part, PairBlock<double> block)
        where TLanes : ILanes<TVector, double>
        where TVector : unmanaged
    {
        long* counts = Counts + (nint)part * Values;
        for (int r = 0; r < block.RowCount; r++)
        {
            foreach (double square in block.PairsOf(r))
            {
                ulong bits = BitConverter.DoubleToUInt64Bits(square);
                if ((bits & Higher) == Prefix)
                    counts[(bits >> Shift) & (ulong)(Values - 1)]++;
            }
        }
    }
}
