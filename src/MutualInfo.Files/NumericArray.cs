using System.Numerics;
using MutualInfo.Files.Arrays;
using MutualInfo.Files.Internal;

namespace MutualInfo.Files;

/// <summary>The numbers of one file or archive member, in the file's own type: n rows of d numbers.</summary>
/// <remarks>
/// Immutable. The first axis counts samples; all further axes are flattened into columns, row-major, so that images of shape
/// <c>(n, 28, 28)</c> are n samples of dimension 784. An integer array of one column is labels; everything else is samples. NaN and
/// infinities are read as they are, and refused where samples or labels are asked for.
/// </remarks>
public sealed class NumericArray
{
    private readonly Elements _elements;
    private readonly int[] _shape;

    internal NumericArray(string name, ElementType type, int[] shape, Elements elements)
    {
        _elements = elements;
        _shape = shape;
        Name = name;
        ElementType = type;
        Count = shape[0];
        Dimension = 1;
        foreach (int axis in shape.AsSpan(1))
            Dimension *= axis;
    }

    /// <summary>Gets where the numbers came from: the path, or <c>archive.npz:member</c>.</summary>
    public string Name { get; }

    /// <summary>Gets the type that the file gives its numbers.</summary>
    public ElementType ElementType { get; }

    /// <summary>Gets the axes as the file declares them; at least one.</summary>
    public ReadOnlySpan<int> Shape => _shape;

    /// <summary>Gets n, the number of samples: the first axis.</summary>
    public int Count { get; }

    /// <summary>Gets d, the numbers in each sample: the product of all axes but the first.</summary>
    public int Dimension { get; }

    /// <summary>Gets whether the numbers are labels by nature: integers or booleans, one for each sample.</summary>
    public bool IsLabels => Dimension == 1 && !ElementType.IsFloating;

    /// <summary>Views or converts the numbers as samples, shape <c>(n, d)</c>.</summary>
    /// <typeparam name="T"><see cref="Half"/>, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <returns>A view of the file's numbers where <typeparamref name="T"/> is their type; else of a new array of n·d numbers.</returns>
    /// <exception cref="ArgumentException">
    /// There are no samples or no dimensions; a number is NaN or infinite; a number would be rounded; or these are labels.
    /// </exception>
    public Samples<T> AsSamples<T>() where T : unmanaged, IFloatingPointIeee754<T>
    {
        RefuseEmpty();
        if (IsLabels)
        {
            Throw.Unusable(
                Name,
                $"holds labels: one column of {ElementType.Word}, which is no floating-point type. Use AsLabels, or store the numbers as floats if they are samples.");
        }

        int strange = _elements.IndexOfNonFinite();
        if (strange >= 0)
        {
            (int row, int column) = Math.DivRem(strange, Dimension);
            Throw.Unusable(
                Name,
                $"row {row}, column {column} is {_elements.TextOf(strange)}; a finite number is expected. Drop that sample, or find out where the layer diverged.");
        }

        T[] values = _elements is Elements<T> same ? same.Values : ToArray<T>();
        return Samples.FromRows<T>(values, Dimension);
    }

    /// <summary>Makes symbols from the numbers: one whole number for each sample, any values.</summary>
    /// <remarks>
    /// 64-bit integers keep their identity to the last bit. Floating-point labels are taken up to the whole number beyond which their
    /// type can no longer tell neighbours apart: 2048 for float16, 2^24 for float32, 2^53 for float64.
    /// </remarks>
    /// <exception cref="ArgumentException">There are no samples, several columns, or a number that is not whole or too large.</exception>
    public Symbols AsLabels()
    {
        RefuseEmpty();
        if (Dimension != 1)
        {
            Throw.Unusable(
                Name,
                $"has {Dimension} columns; labels are one column. For one-hot rows use Symbols.FromOneHot, for rows as symbols Symbols.FromRows, both on AsSamples.");
        }

        int strange = ElementType.IsFloating ? _elements.IndexOfLoss<long>() : -1;
        if (strange >= 0)
        {
            Throw.Unusable(
                Name,
                $"row {strange} is {_elements.TextOf(strange)}; a label is a whole number that {ElementType.Word} can tell from its neighbours. Store labels as integers; numbers that are not labels are samples.");
        }

        return _elements.ToSymbols();
    }

    /// <summary>Converts all numbers, row-major, whatever they mean; NaN and infinities stay where the type has them.</summary>
    /// <typeparam name="T"><see cref="Half"/>, <see cref="float"/>, <see cref="double"/> or an integer type.</typeparam>
    /// <returns>A new array of n·d numbers.</returns>
    /// <exception cref="ArgumentException">A number would change: it would be rounded, or does not fit.</exception>
    public T[] ToArray<T>() where T : unmanaged, INumber<T>
    {
        int lost = _elements.IndexOfLoss<T>();
        if (lost >= 0)
        {
            (int row, int column) = Math.DivRem(lost, Dimension);
            Throw.Unusable(
                Name,
                $"row {row}, column {column} is {_elements.TextOf(lost)} ({ElementType.Word}), which {typeof(T).Name} cannot hold exactly. Ask for a wider type.");
        }

        return _elements.Convert<T>();
    }

    /// <summary>Says what is held: <c>weights.npy: float32, shape (60, 784)</c>.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{Name}: {ElementType.Word}, shape ({string.Join(", ", _shape)}{(_shape.Length == 1 ? "," : "")})");

    private void RefuseEmpty()
    {
        if (Count == 0)
            Throw.Unusable(Name, $"has no samples; at least 1 is expected.");
        if (Dimension == 0)
            Throw.Unusable(Name, $"has no dimensions; each sample must have at least 1 number.");
    }
}
