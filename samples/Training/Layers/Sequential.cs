using System.Numerics;

namespace MutualInfo.Training.Layers;

/// <summary>Layers one after the other; itself a layer, as noisy as they are, whose penalty is the sum of theirs.</summary>
public sealed class Sequential<T> : IPenalizingLayer<T>, INoisyLayer<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly ILayer<T>[] _layers;
    private readonly INoisyLayer<T>[] _noisy;
    private readonly IPenalizingLayer<T>[] _penalizing;

    public Sequential(params ReadOnlySpan<ILayer<T>> layers)
    {
        if (layers.IsEmpty)
            throw new ArgumentException("A network has at least one layer.", nameof(layers));
        _layers = layers.ToArray();
        _noisy = [.. _layers.OfType<INoisyLayer<T>>()];
        _penalizing = [.. _layers.OfType<IPenalizingLayer<T>>()];
        Parameters = [.. _layers.SelectMany(layer => layer.Parameters)];
    }

    public Matrix<T> Output => _layers[^1].Output;

    public IReadOnlyList<Parameter<T>> Parameters { get; }

    public double Penalty
    {
        get
        {
            double sum = 0;
            foreach (IPenalizingLayer<T> layer in _penalizing)
                sum += layer.Penalty;
            return sum;
        }
    }

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

    public void Redraw()
    {
        foreach (INoisyLayer<T> layer in _noisy)
            layer.Redraw();
    }

    public void Silence()
    {
        foreach (INoisyLayer<T> layer in _noisy)
            layer.Silence();
    }
}
