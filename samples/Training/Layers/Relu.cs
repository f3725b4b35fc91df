using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace MutualInfo.Training.Layers;

/// <summary>The rectifier <c>max(0, x)</c>; <c>f′</c> is 1 above 0 and, by convention, 0 at 0 and below.</summary>
public sealed class Relu<T> : Elementwise<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    protected override void Apply(ReadOnlySpan<T> input, Span<T> output) => TensorPrimitives.Max(input, T.Zero, output);

    // A select, not a branch: the signs of a hidden layer are as good as random, and half the branches would be guessed wrong.
    protected override void Differentiate(
        ReadOnlySpan<T> input, ReadOnlySpan<T> output, ReadOnlySpan<T> outputGradient, Span<T> inputGradient)
    {
        ReadOnlySpan<Vector<T>> inputs = MemoryMarshal.Cast<T, Vector<T>>(input);
        ReadOnlySpan<Vector<T>> gradients = MemoryMarshal.Cast<T, Vector<T>>(outputGradient);
        Span<Vector<T>> destination = MemoryMarshal.Cast<T, Vector<T>>(inputGradient);
        for (int i = 0; i < destination.Length; i++)
        {
            Vector<T> isAbove = Vector.GreaterThan(inputs[i], Vector<T>.Zero);
            destination[i] = Vector.ConditionalSelect(isAbove, gradients[i], Vector<T>.Zero);
        }

        for (int i = destination.Length * Vector<T>.Count; i < input.Length; i++)
            inputGradient[i] = input[i] > T.Zero ? outputGradient[i] : T.Zero;
    }
}
