using System.Numerics;
using MutualInfo.Training.Layers;

namespace MutualInfo.Training.Quantization;

/// <summary>A layer that moves every activation to a grid of 2^bits values, and passes gradients straight through.</summary>
/// <param name="bits">From 1 to 16.</param>
/// <param name="range">Where the grid lies.</param>
public sealed class FakeQuantization<T>(int bits, IQuantizationRange<T> range) : ILayer<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Matrix<T> _inputGradient = new();
    private Matrix<T>? _input;

    public Matrix<T> Output { get; } = new();

    public IReadOnlyList<Parameter<T>> Parameters => [];

    /// <summary>Gets the grid of the last forward pass.</summary>
    public QuantizationGrid<T> Grid { get; private set; }

    public Matrix<T> Forward(Matrix<T> input)
    {
        ArgumentNullException.ThrowIfNull(input);
        _input = input;
        (T low, T high) = range.Around(input.Values);
        Grid = new QuantizationGrid<T>(low, high, bits);
        Output.Reshape(input.Rows, input.Columns);
        Grid.Quantize(input.Values, Output.Values);
        return Output;
    }

    public Matrix<T> Backward(Matrix<T> outputGradient)
    {
        ArgumentNullException.ThrowIfNull(outputGradient);
        Matrix<T> input = _input ?? throw new InvalidOperationException("There has been no forward pass to go back from.");
        _inputGradient.Reshape(input.Rows, input.Columns);
        Grid.PassThrough(input.Values, outputGradient.Values, _inputGradient.Values);
        return _inputGradient;
    }
}
