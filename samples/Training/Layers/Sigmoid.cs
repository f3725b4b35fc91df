using System.Numerics;
using System.Numerics.Tensors;

namespace MutualInfo.Training.Layers;

/// <summary>The logistic function <c>1 / (1 + e^−x)</c>; <c>f′ = f·(1 − f)</c>.</summary>
public sealed class Sigmoid<T> : Elementwise<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    protected override void Apply(ReadOnlySpan<T> input, Span<T> output) => TensorPrimitives.Sigmoid(input, output);

    protected override void Differentiate(
        ReadOnlySpan<T> input, ReadOnlySpan<T> output, ReadOnlySpan<T> outputGradient, Span<T> inputGradient)
    {
        TensorPrimitives.Subtract(T.One, output, inputGradient);
        TensorPrimitives.Multiply(inputGradient, output, inputGradient);
        TensorPrimitives.Multiply(inputGradient, outputGradient, inputGradient);
    }
}
