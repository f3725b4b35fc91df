using System.Numerics;
using System.Numerics.Tensors;

namespace MutualInfo.Training.Layers;

/// <summary>An affine layer: <c>Y = W·X + b</c>, with W of shape <c>(outputs, inputs)</c>.</summary>
public sealed class Dense<T> : ILayer<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Matrix<T> _inputGradient = new();
    private Matrix<T>? _input;

    /// <summary>Makes a layer of zeros; give <see cref="Weights"/> their first values before training.</summary>
    public Dense(int inputs, int outputs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(outputs, 1);
        Weights = new Parameter<T>(outputs, inputs);
        Biases = new Parameter<T>(outputs, 1);
        Parameters = [Weights, Biases];
    }

    public Parameter<T> Weights { get; }

    public Parameter<T> Biases { get; }

    public Matrix<T> Output { get; } = new();

    public IReadOnlyList<Parameter<T>> Parameters { get; }

    public Matrix<T> Forward(Matrix<T> input)
    {
        _input = input;
        Product.Of(Weights.Value, input, Output);
        for (int i = 0; i < Output.Rows; i++)
            TensorPrimitives.Add(Output[i], Biases.Value.Values[i], Output[i]);
        return Output;
    }

    public Matrix<T> Backward(Matrix<T> outputGradient)
    {
        Matrix<T> input = _input ?? throw new InvalidOperationException("There has been no forward pass to go back from.");
        for (int i = 0; i < outputGradient.Rows; i++)
            Biases.Gradient.Values[i] = OrderedSum.Of<T>(outputGradient[i]);
        Product.WithTransposed(outputGradient, input, Weights.Gradient);
        Product.OfTransposed(Weights.Value, outputGradient, _inputGradient);
        return _inputGradient;
    }
}
