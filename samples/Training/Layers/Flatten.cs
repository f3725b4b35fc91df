using System.Numerics;

namespace MutualInfo.Training.Layers;

/// <summary>From <c>(channels, places·n)</c> to <c>(channels·places, n)</c>: the same numbers in the same order, under another shape.</summary>
public sealed class Flatten<T>(int places) : ILayer<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Matrix<T> _inputGradient = new();

    public Matrix<T> Output { get; } = new();

    public IReadOnlyList<Parameter<T>> Parameters => [];

    public Matrix<T> Forward(Matrix<T> input)
    {
        ArgumentNullException.ThrowIfNull(input);
        Output.Reshape(input.Rows * places, input.Columns / places);
        input.Values.CopyTo(Output.Values);
        return Output;
    }

    public Matrix<T> Backward(Matrix<T> outputGradient)
    {
        ArgumentNullException.ThrowIfNull(outputGradient);
        _inputGradient.Reshape(outputGradient.Rows / places, outputGradient.Columns * places);
        outputGradient.Values.CopyTo(_inputGradient.Values);
        return _inputGradient;
    }
}
