using System.Numerics;

namespace MutualInfo.Training.Layers;

/// <summary>The parametric rectifier: x above 0 and <c>a·x</c> below, where every neuron learns its own slope a.</summary>
/// <remarks>The slopes begin at 0, so the layer begins as a rectifier. At 0 itself the derivative is a, by convention.</remarks>
public sealed class PRelu<T> : ILayer<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Matrix<T> _inputGradient = new();
    private Matrix<T>? _input;

    public PRelu(int neurons)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(neurons, 1);
        Slopes = new Parameter<T>(neurons, 1);
        Parameters = [Slopes];
    }

    /// <summary>Gets the slopes below 0, shape <c>(neurons, 1)</c>.</summary>
    public Parameter<T> Slopes { get; }

    public Matrix<T> Output { get; } = new();

    public IReadOnlyList<Parameter<T>> Parameters { get; }

    public Matrix<T> Forward(Matrix<T> input)
    {
        ArgumentNullException.ThrowIfNull(input);
        _input = input;
        Output.Reshape(input.Rows, input.Columns);
        for (int i = 0; i < input.Rows; i++)
        {
            T slope = Slopes.Value.Values[i];
            ReadOnlySpan<T> source = input[i];
            Span<T> target = Output[i];
            for (int j = 0; j < target.Length; j++)
                target[j] = source[j] > T.Zero ? source[j] : slope * source[j];
        }

        return Output;
    }

    public Matrix<T> Backward(Matrix<T> outputGradient)
    {
        ArgumentNullException.ThrowIfNull(outputGradient);
        Matrix<T> input = _input ?? throw new InvalidOperationException("There has been no forward pass to go back from.");
        _inputGradient.Reshape(input.Rows, input.Columns);
        for (int i = 0; i < input.Rows; i++)
        {
            T slope = Slopes.Value.Values[i], sum = T.Zero;
            ReadOnlySpan<T> source = input[i], gradient = outputGradient[i];
            Span<T> target = _inputGradient[i];
            for (int j = 0; j < target.Length; j++)
            {
                bool isAbove = source[j] > T.Zero;
                target[j] = isAbove ? gradient[j] : slope * gradient[j];
                sum += isAbove ? T.Zero : source[j] * gradient[j];
            }

            Slopes.Gradient.Values[i] = sum;
        }

        return _inputGradient;
    }
}
