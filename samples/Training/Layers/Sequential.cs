using System.Numerics;

namespace MutualInfo.Training.Layers;

/// <summary>Layers one after the other; itself a layer.</summary>
public sealed class Sequential<T> : ILayer<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly ILayer<T>[] _layers;

    public Sequential(params ReadOnlySpan<ILayer<T>> layers)
    {
        if (layers.IsEmpty)
            throw new ArgumentException("A network has at least one layer.", nameof(layers));
        _layers = layers.ToArray();
        Parameters = [.. _layers.SelectMany(layer => layer.Parameters)];
    }

    public Matrix<T> Output => _layers[^1].Output;

    public IReadOnlyList<Parameter<T>> Parameters { get; }

    public Matrix<T> Forward(Matrix<T> input)
    {
        foreach (ILayer<T> layer in _layers)
            input = layer.Forward(input);
        return input;
    }

    public Matrix<T> Backward(Matrix<T> outputGradient)
    {
        for (int i = _layers.Length - 1; i >= 0; i--)
            outputGradient = _layers[i].Backward(outputGradient);
        return outputGradient;
    }
}
