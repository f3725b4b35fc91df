using System.Numerics;
using System.Numerics.Tensors;
using MutualInfo.Training.Layers;

namespace MutualInfo.Training.Quantization;

/// <summary>An affine layer that computes with weights of 2^bits values and trains the exact ones behind them; biases are not quantised.</summary>
/// <remarks>The grid covers the present weights and 0; gradients pass straight through to the exact weights.</remarks>
public sealed class QuantizedDense<T> : ILayer<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Dense<T> _dense;
    private readonly int _bits;
    private QuantizationGrid<T> _grid;

    /// <summary>Makes a layer of zeros; give <see cref="Weights"/> their first values before training.</summary>
    public QuantizedDense(int inputs, int outputs, int bits)
    {
        _dense = new Dense<T>(inputs, outputs);
        _bits = bits;
        Weights = new Parameter<T>(outputs, inputs);
        Parameters = [Weights, Biases];
    }

    /// <summary>Gets the exact weights, which are trained.</summary>
    public Parameter<T> Weights { get; }

    public Parameter<T> Biases => _dense.Biases;

    public Matrix<T> Output => _dense.Output;

    public IReadOnlyList<Parameter<T>> Parameters { get; }

    public Matrix<T> Forward(Matrix<T> input)
    {
        ReadOnlySpan<T> weights = Weights.Value.Values;
        T low = T.Min(T.Zero, TensorPrimitives.Min(weights)), high = T.Max(T.Zero, TensorPrimitives.Max(weights));
        _grid = new QuantizationGrid<T>(low, high, _bits);
        _grid.Quantize(weights, _dense.Weights.Value.Values);
        return _dense.Forward(input);
    }

    public Matrix<T> Backward(Matrix<T> outputGradient)
    {
        Matrix<T> inputGradient = _dense.Backward(outputGradient);
        _grid.PassThrough(Weights.Value.Values, _dense.Weights.Gradient.Values, Weights.Gradient.Values);
        return inputGradient;
    }
}
