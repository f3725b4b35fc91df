using System.Numerics;
using System.Numerics.Tensors;

namespace MutualInfo.Training.Layers;

/// <summary>Softplus moved down so that it passes through the origin, <c>ln(1 + e^x) − ln 2</c>; <c>f′</c> is the logistic function.</summary>
public sealed class CentredSoftplus<T> : Elementwise<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    private static readonly T _ln2 = T.CreateChecked(Math.Log(2));

    // max(0, x) + ln(1 + e^−|x|): the exponential cannot overflow.
    protected override void Apply(ReadOnlySpan<T> input, Span<T> output)
    {
        TensorPrimitives.Abs(input, output);
        TensorPrimitives.Negate<T>(output, output);
        TensorPrimitives.Exp<T>(output, output);
        TensorPrimitives.LogP1<T>(output, output);
        for (int i = 0; i < output.Length; i++)
            output[i] += T.Max(T.Zero, input[i]) - _ln2;
    }

    protected override void Differentiate(
        ReadOnlySpan<T> input, ReadOnlySpan<T> output, ReadOnlySpan<T> outputGradient, Span<T> inputGradient)
    {
        TensorPrimitives.Sigmoid(input, inputGradient);
        TensorPrimitives.Multiply(inputGradient, outputGradient, inputGradient);
    }
}
