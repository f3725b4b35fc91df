using System.Globalization;
using MutualInfo.Files.Bytes;
using MutualInfo.Files.Internal;

namespace MutualInfo.Files.Arrays;

/// <summary>What a header claims about the numbers that follow it. Nothing of it is believed before <see cref="Check"/>.</summary>
internal sealed class ArrayLayout
{
    private readonly UInt128[] _shape;

    public ArrayLayout(ElementType type, bool isBigEndian, bool isFortranOrder, UInt128[] shape)
    {
        _shape = shape;
        Type = type;
        IsBigEndian = isBigEndian;
        IsFortranOrder = isFortranOrder;
        Bytes = Multiply((UInt128)type.Size, shape);
    }

    public ElementType Type { get; }

    public bool IsBigEndian { get; }

    public bool IsFortranOrder { get; }

    /// <summary>Gets the bytes the numbers take; <see cref="UInt128.MaxValue"/> where even 128 bits overflow.</summary>
    public UInt128 Bytes { get; }

    /// <summary>Refuses a claim that differs from what is there, and shapes that are no samples or fit no array.</summary>
    /// <param name="source">Stands at the first number.</param>
    /// <param name="present">The bytes that are really there; one more than claimed stands for any excess.</param>
    public void Check(ByteSource source, UInt128 present)
    {
        if (present < Bytes)
        {
            Throw.Malformed(
                source.Name,
                $"truncated: shape {ShapeText()} of {Type.Word} needs {BytesText()} bytes from byte offset {source.Offset} on, found {present}.");
        }

        if (present > Bytes)
        {
            Throw.Malformed(
                source.Name,
                $"trailing bytes: shape {ShapeText()} of {Type.Word} ends at byte offset {(UInt128)source.Offset + Bytes}, and more bytes follow it.");
        }

        if (_shape.Length == 0)
            Throw.Malformed(source.Name, $"holds a 0-d scalar; expected an array whose first axis counts samples.");
        RefuseTooLarge(source.Name);
    }

    /// <summary>Refuses what is there but fits no array; apart, so that a compressed file can be refused before it is inflated.</summary>
    public void RefuseTooLarge(string name)
    {
        UInt128 count = Multiply(1, _shape);
        UInt128 dimension = _shape.Length < 2 ? 1 : Multiply(1, _shape.AsSpan(1));
        bool hasLongAxis = Array.Exists(_shape, static axis => axis > (UInt128)Array.MaxLength);
        if (count > (UInt128)Array.MaxLength || dimension > (UInt128)Array.MaxLength || hasLongAxis)
        {
            Throw.Unsupported(
                name, $"shape {ShapeText()} has more numbers than one array can hold, {Array.MaxLength}. Split the file.");
        }
    }

    /// <summary>The shape as array indices; only after <see cref="Check"/>.</summary>
    public int[] ToShape() => Array.ConvertAll(_shape, static axis => (int)axis);

    /// <summary>The shape as Python writes it, cut short where it has very many axes.</summary>
    public string ShapeText()
    {
        string axes = string.Join(", ", _shape.Take(8).Select(static axis => axis.ToString(CultureInfo.InvariantCulture)));
        return _shape.Length switch
        {
            1 => $"({axes},)",
            > 8 => $"({axes}, …)",
            _ => $"({axes})",
        };
    }

    private static UInt128 Multiply(UInt128 product, ReadOnlySpan<UInt128> factors)
    {
        if (factors.Contains(UInt128.Zero))
            return 0;
        foreach (UInt128 factor in factors)
        {
            if (product > UInt128.MaxValue / factor)
                return UInt128.MaxValue;
            product *= factor;
        }

        return product;
    }

    private string BytesText() =>
        Bytes == UInt128.MaxValue ? "more than 2^128" : Bytes.ToString(CultureInfo.InvariantCulture);
}
