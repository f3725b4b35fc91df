using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MutualInfo.Hardware;

/// <content>Division, reciprocals and signs.</content>
internal readonly unsafe partial struct Lanes256
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Divide(Vector256<double> left, Vector256<double> right) => left / right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Reciprocal(Vector256<double> value)
    {
        if (!Avx512F.VL.IsSupported)
            return Vector256<double>.One / value;
        // 14 bits, then twice as many with each of Newton's steps r + r·(1 − value·r).
        Vector256<double> estimate = Avx512F.VL.Reciprocal14(value);
        estimate = Vector256.FusedMultiplyAdd(
            estimate, Vector256.FusedMultiplyAdd(-value, estimate, Vector256<double>.One), estimate);
        return Vector256.FusedMultiplyAdd(
            estimate, Vector256.FusedMultiplyAdd(-value, estimate, Vector256<double>.One), estimate);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> AwayFromZero(Vector256<double> value, Vector256<double> least) =>
        Vector256.ConditionalSelect(Vector256.LessThan(Vector256.Abs(value), least), -least, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> CountNegative(Vector256<double> counts, Vector256<double> value) =>
        (counts.AsInt64() - Vector256.ShiftRightArithmetic(value.AsInt64(), 63)).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Divide(Vector256<float> left, Vector256<float> right) => left / right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Reciprocal(Vector256<float> value) => Vector256<float>.One / value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> AwayFromZero(Vector256<float> value, Vector256<float> least) =>
        Vector256.ConditionalSelect(Vector256.LessThan(Vector256.Abs(value), least), -least, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> CountNegative(Vector256<float> counts, Vector256<float> value) =>
        (counts.AsInt32() - Vector256.ShiftRightArithmetic(value.AsInt32(), 31)).AsSingle();
}
