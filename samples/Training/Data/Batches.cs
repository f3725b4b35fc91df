using System.Numerics;

namespace MutualInfo.Training.Data;

/// <summary>Deals out a data set in mini-batches, in an order that a seeded generator of its own shuffles.</summary>
public sealed class Batches<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly LabeledData<T> _data;
    private readonly int[] _order;
    private readonly int[] _labels;
    private readonly int _size;
    private readonly Random _random;

    /// <param name="data">The data set.</param>
    /// <param name="members">The samples to deal out, by index.</param>
    /// <param name="size">The samples of a batch; the last one of an epoch may be smaller.</param>
    /// <param name="random">Shuffles; used by nobody else if the order is to be repeatable.</param>
    public Batches(LabeledData<T> data, ReadOnlySpan<int> members, int size, Random random)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        if (members.IsEmpty)
            throw new ArgumentException("There is no sample to deal out.", nameof(members));
        _data = data;
        _order = members.ToArray();
        _labels = new int[size];
        _size = size;
        _random = random;
    }

    /// <summary>Gets the number of batches of an epoch.</summary>
    public int Count => (_order.Length + _size - 1) / _size;

    /// <summary>Gets the inputs of the batch that was loaded last, shape <c>(features, samples)</c>.</summary>
    public Matrix<T> Inputs { get; } = new();

    /// <summary>Gets the labels of the batch that was loaded last.</summary>
    public ReadOnlySpan<int> Labels => _labels.AsSpan(0, Inputs.Columns);

    /// <summary>Shuffles all samples anew, for the next epoch.</summary>
    public void Shuffle() => _random.Shuffle(_order);

    /// <summary>Loads one batch into <see cref="Inputs"/> and <see cref="Labels"/>.</summary>
    /// <param name="batch">From 0 to <see cref="Count"/> − 1.</param>
    public void Load(int batch)
    {
        ReadOnlySpan<int> members = _order.AsSpan(batch * _size, Math.Min(_size, _order.Length - (batch * _size)));
        int features = _data.Samples.Columns;
        Inputs.Reshape(features, members.Length);
        Span<T> inputs = Inputs.Values;
        for (int j = 0; j < members.Length; j++)
        {
            ReadOnlySpan<T> sample = _data.Samples[members[j]];
            for (int k = 0; k < sample.Length; k++)
                inputs[(k * members.Length) + j] = sample[k];
            _labels[j] = _data.Labels[members[j]];
        }
    }
}
