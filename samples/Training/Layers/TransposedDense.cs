using System.Numerics;
using System.Numerics.Tensors;

namespace MutualInfo.Training.Layers;

/// <summary>The affine layer of a tied decoder: <c>Y = Wᵀ·X + b</c>, where W are the weights of another layer.</summary>
/// <remarks>
/// W is listed as a parameter of both layers: one matrix, and for each use a gradient of its own. An optimiser that is given both lists
/// takes two steps of the same matrix, as the program of Lee and Jo does.
/// </remarks>
public sealed class TransposedDense<T> : ILayer<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Matrix<T> _inputGradient = new();
    private Matrix<T>? _input;

    /// <summary>Makes a layer with biases of zero.</summary>
    /// <param name="encoder">The layer whose weights are shared.</param>
    public TransposedDense(Dense<T> encoder)
    {
        ArgumentNullException.ThrowIfNull(encoder);
        Weights = new Parameter<T>(encoder.Weights.Value);
        Biases = new Parameter<T>(encoder.Weights.Value.Columns, 1);
        Parameters = [Weights, Biases];
    }

    /// <summary>Gets the shared weights, shape <c>(inputs, outputs)</c>.</summary>
    public Parameter<T> Weights { get; }

    public Parameter<T> Biases { get; }

    public Matrix<T> Output { get; } = new();

    public IReadOnlyList<Parameter<T>> Parameters { get; }

    public Matrix<T> Forward(Matrix<T> input)
    {
        _input = input;
        Product.OfTransposed(Weights.Value, input, Output);
        for (int i = 0; i < Output.Rows; i++)
            TensorPrimitives.Add(Output[i], Biases.Value.Values[i], Output[i]);
        return Output;
    }

    public Matrix<T> Backward(Matrix<T> outputGradient)
    {
        ArgumentNullException.ThrowIfNull(outputGradient);
        Matrix<T> input = _input ?? throw new InvalidOperationException("There has been no forward pass to go back from.");
        for (int i = 0; i < outputGradient.Rows; i++)
            Biases.Gradient.Values[i] = OrderedSum.Of<T>(outputGradient[i]);
        Product.WithTransposed(input, outputGradient, Weights.Gradient);
        Product.Of(Weights.Value, outputGradient, _inputGradient);
        return _inputGradient;
    }
}
