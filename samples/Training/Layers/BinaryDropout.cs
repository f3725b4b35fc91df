using System.Numerics;
using System.Numerics.Tensors;

namespace MutualInfo.Training.Layers;

/// <summary>Binary dropout: every number is set to 0 at a rate, and what is kept is divided by <c>1 − rate</c>, so that the mean stays.</summary>
public sealed class BinaryDropout<T> : INoisyLayer<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Noise<T> _mask;
    private readonly Matrix<T> _inputGradient = new();

    /// <param name="rate">The share that is dropped, from 0 to below 1.</param>
    /// <param name="random">Draws the mask; used by nobody else if the draws are to be repeatable.</param>
    public BinaryDropout(double rate, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfNegative(rate);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(rate, 1);
        T kept = T.CreateChecked(1 / (1 - rate));
        _mask = new Noise<T>(values =>
        {
            foreach (ref T value in values)
                value = random.NextDouble() < rate ? T.Zero : kept;
        });
    }

    public Matrix<T> Output { get; } = new();

    public IReadOnlyList<Parameter<T>> Parameters => [];

    public void Redraw() => _mask.Redraw();

    public void Silence() => _mask.Silence();

    public Matrix<T> Forward(Matrix<T> input)
    {
        ArgumentNullException.ThrowIfNull(input);
        Output.Reshape(input.Rows, input.Columns);
        Mask(input, Output);
        return Output;
    }

    public Matrix<T> Backward(Matrix<T> outputGradient)
    {
        ArgumentNullException.ThrowIfNull(outputGradient);
        _inputGradient.Reshape(outputGradient.Rows, outputGradient.Columns);
        Mask(outputGradient, _inputGradient);
        return _inputGradient;
    }

    private void Mask(Matrix<T> source, Matrix<T> destination)
    {
        if (_mask.IsOn)
            TensorPrimitives.Multiply(source.Values, _mask.For(source), destination.Values);
        else
            source.Values.CopyTo(destination.Values);
    }
}
