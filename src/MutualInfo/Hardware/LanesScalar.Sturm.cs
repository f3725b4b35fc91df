using System.Runtime.CompilerServices;

namespace MutualInfo.Hardware;

/// <content>Division, reciprocals and signs.</content>
internal readonly unsafe partial struct LanesScalar
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Divide(double left, double right) => left / right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Reciprocal(double value) => 1 / value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double AwayFromZero(double value, double least) => Math.Abs(value) < least ? -least : value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double CountNegative(double counts, double value) =>
        BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(counts) - (BitConverter.DoubleToInt64Bits(value) >> 63));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Divide(float left, float right) => left / right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Reciprocal(float value) => 1 / value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float AwayFromZero(float value, float least) => MathF.Abs(value) < least ? -least : value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float CountNegative(float counts, float value) =>
        BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(counts) - (BitConverter.SingleToInt32Bits(value) >> 31));
}
