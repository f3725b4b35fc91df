using System.Numerics.Tensors;

namespace MutualInfo.Kernels.Primitives;

/// <summary>Multiplication by powers of two, which changes no digit of a number in range.</summary>
internal static class PowerOfTwo
{
    /// <summary>Multiplies by 2^exponent.</summary>
    public static void Scale(Span<double> values, int exponent)
    {
        // 2^exponent itself can be out of range, so it is applied in two halves. The first leaves no number denormal that will
        // not be so in the end, so nothing is rounded twice.
        int half = exponent / 2;
        TensorPrimitives.Multiply(values, Math.ScaleB(1, half), values);
        TensorPrimitives.Multiply(values, Math.ScaleB(1, exponent - half), values);
    }
}
