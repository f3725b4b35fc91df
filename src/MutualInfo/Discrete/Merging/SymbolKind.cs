using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using MutualInfo.Discrete.Primitives;

namespace MutualInfo.Discrete.Merging;

/// <summary>What the symbols of a variable are made of. Its values are written to files.</summary>
internal enum SymbolOrigin : byte
{
    Labels = 0,
    Numbers = 1,
    Bytes = 2,
    Bins = 3,
}

/// <summary>
/// What the symbols of a variable are made of and so what their keys are. Counts of one kind only can be added up.
/// </summary>
/// <param name="Origin">What a key holds.</param>
/// <param name="Dimension">d: the cells in a key, 1 for labels.</param>
/// <param name="CellBytes">The bytes in a cell.</param>
/// <param name="Discretizer">The bins; null for other origins.</param>
internal sealed record SymbolKind(SymbolOrigin Origin, int Dimension, int CellBytes, IStableDiscretizer? Discretizer = null)
{
    public static SymbolKind Labels { get; } = new(SymbolOrigin.Labels, 1, sizeof(long));

    /// <summary>Gets in which form an estimator would have been given the variable.</summary>
    public VariableForm Form => Origin is SymbolOrigin.Numbers or SymbolOrigin.Bins ? VariableForm.Samples : VariableForm.Symbols;

    /// <summary>Gets the bytes in a key.</summary>
    public int KeyWidth => Dimension * CellBytes;

    public static SymbolKind Numbers<T>(int dimension) => new(SymbolOrigin.Numbers, dimension, Unsafe.SizeOf<T>());

    public static SymbolKind Bins(IStableDiscretizer discretizer, int dimension) => new(
        SymbolOrigin.Bins, dimension, discretizer.BinCount is { } bins ? BinKeys.CellBytes(bins) : sizeof(double), discretizer);

    /// <summary>Whether bytes can be a key: what no variable of this kind can have made is not one.</summary>
    public bool IsKey(ReadOnlySpan<byte> key)
    {
        if (Origin is SymbolOrigin.Labels or SymbolOrigin.Bytes)
            return true;
        for (; key.Length > 0; key = key[CellBytes..])
        {
            if (!IsCell(key[..CellBytes]))
                return false;
        }

        return true;
    }

    public override string ToString() => Origin switch
    {
        SymbolOrigin.Labels => "labels",
        SymbolOrigin.Numbers => string.Create(CultureInfo.InvariantCulture, $"exact rows of {Dimension} {8 * CellBytes}-bit number(s)"),
        SymbolOrigin.Bytes => string.Create(CultureInfo.InvariantCulture, $"rows of {Dimension} byte(s)"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Discretizer}, dimension {Dimension}"),
    };

    private bool IsCell(ReadOnlySpan<byte> cell)
    {
        if (Origin == SymbolOrigin.Bins)
        {
            if (Discretizer!.BinCount is { } bins)
                return BinKeys.ReadCell(cell) < (uint)bins;
            double bin = BinaryPrimitives.ReadDoubleLittleEndian(cell);
            return double.IsInteger(bin) && IsValue(bin);
        }

        return CellBytes switch
        {
            2 => IsValue(BinaryPrimitives.ReadHalfLittleEndian(cell)),
            4 => IsValue(BinaryPrimitives.ReadSingleLittleEndian(cell)),
            _ => IsValue(BinaryPrimitives.ReadDoubleLittleEndian(cell)),
        };

        // NaN is refused and −0 is written as +0.
        static bool IsValue<T>(T value) where T : IFloatingPointIeee754<T> =>
            !T.IsNaN(value) && !(value == T.Zero && T.IsNegative(value));
    }
}
