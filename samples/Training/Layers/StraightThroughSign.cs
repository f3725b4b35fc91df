using System.Numerics;
using System.Numerics.Tensors;

namespace MutualInfo.Training.Layers;

/// <summary>The sign, 1 from 0 on and −1 below, whose gradient, being 0, is replaced by that of <c>tanh(x/τ)</c>.</summary>
/// <param name="temperature">τ: the sign lets gradients through within about τ of 0.</param>
public sealed class StraightThroughSign<T>(double temperature) : Elementwise<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T _inverse = T.CreateChecked(1 / temperature);

    protected override void Apply(ReadOnlySpan<T> input, Span<T> output)
    {
        for (int i = 0; i < input.Length; i++)
            output[i] = input[i] >= T.Zero ? T.One : -T.One;
    }

    protected override void Differentiate(
        ReadOnlySpan<T> input, ReadOnlySpan<T> output, ReadOnlySpan<T> outputGradient, Span<T> inputGradient)
    {
        TensorPrimitives.Multiply(input, _inverse, inputGradient);
        TensorPrimitives.Tanh(inputGradient, inputGradient);
        TensorPrimitives.Multiply(inputGradient, inputGradient, inputGradient);
        TensorPrimitives.Subtract(T.One, inputGradient, inputGradient);
        TensorPrimitives.Multiply(inputGradient, outputGradient, inputGradient);
        TensorPrimitives.Multiply(inputGradient, _inverse, inputGradient);
    }
}
