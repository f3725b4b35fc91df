using MutualInfo.Discrete;
using MutualInfo.Recording;
using MutualInfo.Training;

namespace MutualInfo.InformationPlanes;

/// <summary>The activations of a whole run, kept for estimators that need to have seen all of it, such as bins over its whole range.</summary>
/// <remarks>500 kB an epoch for the 12-bit network.</remarks>
public sealed class ActivationHistory
{
    private readonly List<(int Epoch, float[][] Layers, int[] Widths)> _epochs = [];

    /// <summary>Gets the least value of all layers and epochs.</summary>
    public float Low { get; private set; } = float.PositiveInfinity;

    /// <summary>Gets the greatest value of all layers and epochs.</summary>
    public float High { get; private set; } = float.NegativeInfinity;

    /// <summary>Gets the range of all layers and epochs: what one set of bins for a whole run has to cover.</summary>
    public BinRange Range => BinRange.Given(Low, High);

    /// <summary>Keeps a copy of one epoch.</summary>
    /// <param name="epoch">The epochs trained so far.</param>
    /// <param name="layers">T1, T2, …, each of shape <c>(width, n)</c>.</param>
    public void Add(int epoch, IReadOnlyList<Matrix<float>> layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        var transposed = new Matrix<float>();
        float[][] copies = new float[layers.Count][];
        for (int i = 0; i < copies.Length; i++)
        {
            layers[i].TransposeInto(transposed);
            copies[i] = transposed.Values.ToArray();
            foreach (float value in copies[i])
                (Low, High) = (Math.Min(Low, value), Math.Max(High, value));
        }

        _epochs.Add((epoch, copies, [.. layers.Select(layer => layer.Rows)]));
    }

    /// <summary>Gives the greatest magnitude of every layer, epoch by epoch.</summary>
    public IReadOnlyList<(int Epoch, float[] Layers)> LargestMagnitudes =>
        [.. _epochs.Select(each => (each.Epoch, Array.ConvertAll(each.Layers, layer => layer.Max(Math.Abs))))];

    /// <summary>Gets the most different values of a hidden layer at one epoch, of all hidden layers and epochs.</summary>
    public int MostValuesOfAHiddenLayer => _epochs.Max(each => each.Layers[..^1].Max(layer => layer.Distinct().Count()));

    /// <summary>Records all that was kept; layers are called T1, T2, ….</summary>
    /// <param name="recorder">Records epoch by epoch.</param>
    /// <param name="progress">Hears the share done.</param>
    public InformationPlane Record(InformationPlaneRecorder<float> recorder, IProgress<double> progress)
    {
        ArgumentNullException.ThrowIfNull(recorder);
        ArgumentNullException.ThrowIfNull(progress);
        for (int i = 0; i < _epochs.Count; i++)
        {
            (int epoch, float[][] layers, int[] widths) = _epochs[i];
            for (int layer = 0; layer < layers.Length; layer++)
                recorder.Record(epoch, $"T{layer + 1}", Samples.FromRows<float>(layers[layer], widths[layer]));
            progress.Report((i + 1.0) / _epochs.Count);
        }

        return recorder.Plane;
    }
}
