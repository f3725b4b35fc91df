using System.Numerics;

namespace MutualInfo.Training.Data;

/// <summary>Samples and their classes.</summary>
public sealed class LabeledData<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly int[] _labels;

    /// <param name="samples">Shape <c>(samples, features)</c>.</param>
    /// <param name="labels">The class of every sample, from 0.</param>
    public LabeledData(Matrix<T> samples, int[] labels)
    {
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentNullException.ThrowIfNull(labels);
        if (labels.Length != samples.Rows)
            throw new ArgumentException($"{labels.Length} labels for {samples.Rows} samples.", nameof(labels));
        Samples = samples;
        _labels = labels;
    }

    /// <summary>Gets the samples, shape <c>(samples, features)</c>.</summary>
    public Matrix<T> Samples { get; }

    /// <summary>Gets the class of every sample, from 0.</summary>
    public ReadOnlySpan<int> Labels => _labels;

    public int Count => Samples.Rows;
}
