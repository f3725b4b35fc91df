using System.Numerics;
using MutualInfo.Internal;

namespace MutualInfo;

/// <summary>Owns the numbers that <see cref="Samples{T}"/> only views: gathers the mini-batches of one layer, and can be used again.</summary>
/// <typeparam name="T">The type of the numbers: <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <remarks>Not thread-safe. Memory: n·d numbers, kept after <see cref="Clear"/>.</remarks>
public sealed class SampleMatrix<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    private T[] _values;
    private int _used;

    /// <summary>Makes an empty matrix.</summary>
    /// <param name="dimension">d, the numbers in each sample.</param>
    /// <param name="capacity">The samples to make room for at once; more are taken when needed.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="dimension"/> is below 1, or <paramref name="capacity"/> below 0 or too large for one array.</exception>
    public SampleMatrix(int dimension, int capacity = 0)
    {
        if (dimension < 1)
            Throw.OutOfRange(nameof(dimension), dimension, "at least 1 number in each sample");
        if (capacity < 0)
            Throw.OutOfRange(nameof(capacity), capacity, "0 or more samples");
        if ((long)capacity * dimension > Array.MaxLength)
            Throw.OutOfRange(nameof(capacity), capacity, $"at most {Array.MaxLength / dimension} samples of dimension {dimension} in one array");
        Dimension = dimension;
        _values = new T[capacity * dimension];
    }

    /// <summary>Gets d, the numbers in each sample.</summary>
    public int Dimension { get; }

    /// <summary>Gets n, the samples appended since the last <see cref="Clear"/>.</summary>
    public int Count => _used / Dimension;

    /// <summary>Appends the samples of one batch.</summary>
    /// <param name="batch">Samples of shape <c>(m, d)</c>, which are copied.</param>
    /// <exception cref="ArgumentException">The batch has another dimension, or the matrix would outgrow one array.</exception>
    public void Append(Samples<T> batch)
    {
        if (batch.Dimension != Dimension)
        {
            Throw.Invalid(
                nameof(batch), $"batch has dimension {batch.Dimension}; this matrix holds samples of dimension {Dimension}.");
        }

        Reserve(batch.Values.Length, nameof(batch));
        batch.Values.CopyTo(_values.AsSpan(_used));
        _used += batch.Values.Length;
    }

    /// <summary>Appends flat row-major numbers, a whole number of samples.</summary>
    /// <param name="values">m·d numbers, which are copied.</param>
    /// <exception cref="ArgumentException">The length is not a multiple of the dimension.</exception>
    public void Append(ReadOnlySpan<T> values) => Append(Samples.FromRows(values, Dimension));

    /// <summary>Forgets all samples; keeps the memory.</summary>
    public void Clear() => _used = 0;

    /// <summary>Views the samples gathered so far. The view is valid until the next <see cref="Append(Samples{T})"/> or <see cref="Clear"/>.</summary>
    public Samples<T> AsSamples() => new(_values.AsSpan(0, _used), Count, Dimension);

    internal ReadOnlyMemory<T> AsMemory() => _values.AsMemory(0, _used);

    private void Reserve(int extra, string paramName)
    {
        long needed = (long)_used + extra;
        if (needed > Array.MaxLength)
            Throw.Invalid(paramName, $"{paramName} would make {needed} numbers; one array holds at most {Array.MaxLength}.");
        if (needed > _values.Length)
            Array.Resize(ref _values, (int)Math.Min(Array.MaxLength, Math.Max(needed, 2L * _values.Length)));
    }
}
