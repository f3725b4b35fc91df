using System.Numerics;
using MutualInfo.Internal;

namespace MutualInfo.Recording;

/// <summary>What one layer makes of the inputs, by name: samples of shape <c>(n, d)</c> in memory that threads may share. A view; it never copies.</summary>
/// <typeparam name="T">The type of the activations: <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <remarks>Make one with <see cref="LayerActivations.FromRows{T}(string, ReadOnlyMemory{T}, int)"/> and its siblings.</remarks>
public readonly struct LayerActivations<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    internal LayerActivations(string layer, ReadOnlyMemory<T> values, int dimension)
    {
        Layer = layer;
        Values = values;
        Dimension = dimension;
    }

    /// <summary>Gets the name of the layer.</summary>
    public string Layer { get; }

    /// <summary>Gets the n·d activations, sample after sample.</summary>
    public ReadOnlyMemory<T> Values { get; }

    /// <summary>Gets d, the width of the layer.</summary>
    public int Dimension { get; }

    /// <summary>Views the activations as samples.</summary>
    public Samples<T> AsSamples() => Dimension == 0 ? default : Samples.FromRows(Values.Span, Dimension);
}

/// <summary>Makes <see cref="LayerActivations{T}"/> from what holds the numbers. Nothing is copied.</summary>
public static class LayerActivations
{
    /// <summary>Names flat row-major memory.</summary>
    /// <typeparam name="T">The type of the activations.</typeparam>
    /// <param name="layer">The name of the layer.</param>
    /// <param name="values">n·d numbers: sample after sample. They must not change while they are recorded.</param>
    /// <param name="dimension">d, the width of the layer.</param>
    /// <exception cref="ArgumentNullException"><paramref name="layer"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="dimension"/> is below 1.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="layer"/> is blank, or the length of <paramref name="values"/> is not a multiple of <paramref name="dimension"/>.
    /// </exception>
    public static LayerActivations<T> FromRows<T>(string layer, ReadOnlyMemory<T> values, int dimension)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(layer);
        _ = Samples.FromRows(values.Span, dimension);
        return new LayerActivations<T>(layer, values, dimension);
    }

    /// <inheritdoc cref="FromRows{T}(string, ReadOnlyMemory{T}, int)"/>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static LayerActivations<T> FromRows<T>(string layer, T[] values, int dimension)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        FromRows<T>(layer, Throw.UnlessGiven(values, nameof(values)).AsMemory(), dimension);

    /// <summary>Names the samples that a matrix has gathered so far.</summary>
    /// <typeparam name="T">The type of the activations.</typeparam>
    /// <param name="layer">The name of the layer.</param>
    /// <param name="matrix">The matrix, which must be left alone while its samples are recorded.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="layer"/> is blank.</exception>
    public static LayerActivations<T> FromSamples<T>(string layer, SampleMatrix<T> matrix)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        FromRows(layer, Throw.UnlessGiven(matrix, nameof(matrix)).AsMemory(), matrix.Dimension);
}
