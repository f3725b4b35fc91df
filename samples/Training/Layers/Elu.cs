using System.Numerics;
using System.Numerics.Tensors;

namespace MutualInfo.Training.Layers;

/// <summary>The exponential linear unit with α = 1: x above 0, <c>e^x − 1</c> below; <c>f′</c> is 1 above and <c>f + 1</c> below.</summary>
public sealed class Elu<T> : Elementwise<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    protected override void Apply(ReadOnlySpan<T> input, Span<T> output)
    {
        // Of the lesser of x and 0, so that the side that is not taken does not overflow.
        TensorPrimitives.Min(input, T.Zero, output);
        TensorPrimitives.ExpM1<T>(output, output);
        for (int i = 0; i < output.Length; i++)
            output[i] = input[i] > T.Zero ? input[i] : output[i];
    }

    protected override void Differentiate(
        ReadOnlySpan<T> input, ReadOnlySpan<T> output, ReadOnlySpan<T> outputGradient, Span<T> inputGradient)
    {
        for (int i = 0; i < inputGradient.Length; i++)
            inputGradient[i] = input[i] > T.Zero ? outputGradient[i] : outputGradient[i] * (output[i] + T.One);
    }
}
