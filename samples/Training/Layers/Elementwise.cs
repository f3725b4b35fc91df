using System.Numerics;

namespace MutualInfo.Training.Layers;

/// <summary>A layer that maps every number by itself, such as an activation function.</summary>
public abstract class Elementwise<T> : ILayer<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Matrix<T> _inputGradient = new();
    private Matrix<T>? _input;

    public Matrix<T> Output { get; } = new();

    public IReadOnlyList<Parameter<T>> Parameters => [];

    public Matrix<T> Forward(Matrix<T> input)
    {
        ArgumentNullException.ThrowIfNull(input);
        _input = input;
        Output.Reshape(input.Rows, input.Columns);
        Apply(input.Values, Output.Values);
        return Output;
    }

    public Matrix<T> Backward(Matrix<T> outputGradient)
    {
        ArgumentNullException.ThrowIfNull(outputGradient);
        Matrix<T> input = _input ?? throw new InvalidOperationException("There has been no forward pass to go back from.");
        _inputGradient.Reshape(input.Rows, input.Columns);
        Differentiate(input.Values, Output.Values, outputGradient.Values, _inputGradient.Values);
        return _inputGradient;
    }

    protected abstract void Apply(ReadOnlySpan<T> input, Span<T> output);

    /// <summary>Writes <c>outputGradient · f′(input)</c>. The output is at hand because f′ is often simplest in terms of f.</summary>
    protected abstract void Differentiate(
        ReadOnlySpan<T> input, ReadOnlySpan<T> output, ReadOnlySpan<T> outputGradient, Span<T> inputGradient);
}
