using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using MutualInfo.Internal;

namespace MutualInfo;

/// <summary>A variable observed as numbers: n samples (rows) of d numbers each, shape <c>(n, d)</c>, row-major. A view; it never copies.</summary>
/// <typeparam name="T">The type of the numbers: <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <remarks>Make one with <see cref="Samples.FromRows{T}(ReadOnlySpan{T}, int)"/> and its siblings.</remarks>
public readonly ref struct Samples<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    internal Samples(ReadOnlySpan<T> values, int count, int dimension)
    {
        Values = values;
        Count = count;
        Dimension = dimension;
    }

    /// <summary>Gets n, the number of samples.</summary>
    public int Count { get; }

    /// <summary>Gets d, the numbers in each sample.</summary>
    public int Dimension { get; }

    /// <summary>Gets all n·d numbers, row-major.</summary>
    public ReadOnlySpan<T> Values { get; }

    /// <summary>Gets one sample, shape <c>(d)</c>.</summary>
    /// <param name="row">The index of the sample, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="row"/> is not a sample of this view.</exception>
    public ReadOnlySpan<T> this[int row]
    {
        get
        {
            if ((uint)row >= (uint)Count)
                Throw.OutOfRange(nameof(row), row, $"an index from 0 and below {Count}");
            return Values.Slice(row * Dimension, Dimension);
        }
    }
}

/// <summary>Makes <see cref="Samples{T}"/> from what holds the numbers. Nothing is copied.</summary>
public static class Samples
{
    /// <summary>Views a flat row-major span as samples of a given dimension.</summary>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    /// <param name="values">n·d numbers: sample after sample.</param>
    /// <param name="dimension">d, the numbers in each sample.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="dimension"/> is below 1.</exception>
    /// <exception cref="ArgumentException">The length of <paramref name="values"/> is not a multiple of <paramref name="dimension"/>.</exception>
    public static Samples<T> FromRows<T>(ReadOnlySpan<T> values, int dimension) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (dimension < 1)
            Throw.OutOfRange(nameof(dimension), dimension, "at least 1 number in each sample");
        (int count, int rest) = Math.DivRem(values.Length, dimension);
        if (rest != 0)
        {
            Throw.Invalid(
                nameof(values),
                $"values has {values.Length} numbers, which is no multiple of dimension = {dimension}; {rest} are left over. Check the width of the layer.");
        }

        return new Samples<T>(values, count, dimension);
    }

    /// <summary>Views a span of scalars as samples of dimension 1.</summary>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    /// <param name="values">n numbers, one for each sample.</param>
    public static Samples<T> FromScalars<T>(ReadOnlySpan<T> values) where T : unmanaged, IFloatingPointIeee754<T> =>
        new(values, values.Length, 1);

    /// <summary>Views a rectangular array of shape <c>(n, d)</c> as samples.</summary>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    /// <param name="values">The array; its first index counts samples.</param>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are more numbers than a span holds.</exception>
    public static Samples<T> FromMatrix<T>(T[,] values) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(values);
        RequireOneSpan(nameof(values), values.GetLongLength(0), values.GetLongLength(1));
        ReadOnlySpan<T> flat = values.Length == 0 ? [] : MemoryMarshal.CreateReadOnlySpan(ref values[0, 0], values.Length);
        return new Samples<T>(flat, values.GetLength(0), values.GetLength(1));
    }

    /// <summary>Views a tensor of shape <c>(n, d)</c>, or a vector of shape <c>(n)</c>, as samples.</summary>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    /// <param name="values">A dense row-major tensor of rank 1 or 2.</param>
    /// <exception cref="ArgumentException">The tensor has another rank, or is not dense and row-major.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are more numbers than a span holds.</exception>
    public static Samples<T> FromTensor<T>(in ReadOnlyTensorSpan<T> values) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (values.Rank is not (1 or 2))
        {
            Throw.Invalid(
                nameof(values),
                $"values is a tensor of rank {values.Rank}; expected rank 2, shape (samples, dimensions), or 1. Reshape it first: flatten all but the first axis.");
        }

        RequireOneSpan(nameof(values), values.Lengths[0], values.Rank == 1 ? 1 : values.Lengths[1]);
        int count = (int)values.Lengths[0];
        int dimension = values.Rank == 1 ? 1 : (int)values.Lengths[1];
        if (count == 0 || dimension == 0)
            return new Samples<T>([], count, dimension);

        bool rowsFollow = count == 1 || values.Strides[0] == dimension;
        bool columnsFollow = dimension == 1 || values.Strides[^1] == 1;
        if (!rowsFollow || !columnsFollow)
        {
            Throw.Invalid(
                nameof(values),
                $"values is a strided or transposed view; expected dense row-major memory. Copy it first, with Tensor.ToDenseTensor or FlattenTo.");
        }

        ReadOnlySpan<T> flat = MemoryMarshal.CreateReadOnlySpan(
            ref System.Runtime.CompilerServices.Unsafe.AsRef(in values.GetPinnableReference()), count * dimension);
        return new Samples<T>(flat, count, dimension);
    }

    // 70,000 × 70,000 wraps to 605,032,704 in 32 bits: the product is formed in 128.
    private static void RequireOneSpan(string paramName, long count, long dimension)
    {
        Int128 product = (Int128)count * dimension;
        if (product > int.MaxValue || count > int.MaxValue || dimension > int.MaxValue)
            Throw.OutOfRange(paramName, product, FormattableString.Invariant($"at most {int.MaxValue} numbers in {count} samples of dimension {dimension}"));
    }
}
