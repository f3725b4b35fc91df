using System.Numerics;
using System.Numerics.Tensors;

namespace MutualInfo.Training.Layers;

/// <summary>The absolute value <c>|x|</c>; <c>f′</c> is the sign of x and, by convention, 0 at 0.</summary>
public sealed class Abs<T> : Elementwise<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    protected override void Apply(ReadOnlySpan<T> input, Span<T> output) => TensorPrimitives.Abs(input, output);

    protected override void Differentiate(
        ReadOnlySpan<T> input, ReadOnlySpan<T> output, ReadOnlySpan<T> outputGradient, Span<T> inputGradient)
    {
        for (int i = 0; i < inputGradient.Length; i++)
            inputGradient[i] = input[i] > T.Zero ? outputGradient[i] : input[i] < T.Zero ? -outputGradient[i] : T.Zero;
    }
}
