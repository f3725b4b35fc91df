using System.Numerics;
using System.Numerics.Tensors;

namespace MutualInfo.Training.Layers;

/// <summary>The function <c>x·σ(x)</c>, with σ the logistic function; <c>f′ = f + σ·(1 − f)</c>.</summary>
public sealed class Swish<T> : Elementwise<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    protected override void Apply(ReadOnlySpan<T> input, Span<T> output)
    {
        TensorPrimitives.Sigmoid(input, output);
        TensorPrimitives.Multiply(output, input, output);
    }

    protected override void Differentiate(
        ReadOnlySpan<T> input, ReadOnlySpan<T> output, ReadOnlySpan<T> outputGradient, Span<T> inputGradient)
    {
        TensorPrimitives.Sigmoid(input, inputGradient);
        for (int i = 0; i < inputGradient.Length; i++)
            inputGradient[i] = outputGradient[i] * (output[i] + (inputGradient[i] * (T.One - output[i])));
    }
}
