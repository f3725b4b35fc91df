using System.Numerics;
using System.Numerics.Tensors;

namespace MutualInfo.Training.Layers;

/// <summary>Exponentials that are divided by their sum over the features, as a layer inside a network.</summary>
/// <remarks>With <c>p</c> for the output, <c>∂loss/∂x = p·(g − Σ g·p)</c>.</remarks>
public sealed class Softmax<T> : ILayer<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly SoftmaxCrossEntropy<T> _softmax = new();
    private readonly Matrix<T> _inputGradient = new();
    private readonly Matrix<T> _total = new();

    public Matrix<T> Output => _softmax.Probabilities;

    public IReadOnlyList<Parameter<T>> Parameters => [];

    public Matrix<T> Forward(Matrix<T> input)
    {
        _softmax.Softmax(input);
        return Output;
    }

    public Matrix<T> Backward(Matrix<T> outputGradient)
    {
        ArgumentNullException.ThrowIfNull(outputGradient);
        _inputGradient.Reshape(outputGradient.Rows, outputGradient.Columns);
        _total.Reshape(1, outputGradient.Columns);
        Span<T> total = _total.Values;
        total.Clear();
        for (int i = 0; i < outputGradient.Rows; i++)
            TensorPrimitives.MultiplyAdd(outputGradient[i], Output[i], total, total);
        for (int i = 0; i < outputGradient.Rows; i++)
        {
            TensorPrimitives.Subtract(outputGradient[i], total, _inputGradient[i]);
            TensorPrimitives.Multiply(_inputGradient[i], Output[i], _inputGradient[i]);
        }

        return _inputGradient;
    }
}
