using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MutualInfo.Hardware;

/// <content>Division, reciprocals and signs.</content>
internal readonly unsafe partial struct Lanes512
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Divide(Vector512<double> left, Vector512<double> right) => left / right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Reciprocal(Vector512<double> value)
    {
        if (!Avx512F.IsSupported)
            return Vector512<double>.One / value;
        // 14 bits, then twice as many with each of Newton's steps r + r·(1 − value·r).
        Vector512<double> estimate = Avx512F.Reciprocal14(value);
        estimate = Vector512.FusedMultiplyAdd(
            estimate, Vector512.FusedMultiplyAdd(-value, estimate, Vector512<double>.One), estimate);
        return Vector512.FusedMultiplyAdd(
            estimate, Vector512.FusedMultiplyAdd(-value, estimate, Vector512<double>.One), estimate);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> AwayFromZero(Vector512<double> value, Vector512<double> least) =>
        Vector512.ConditionalSelect(Vector512.LessThan(Vector512.Abs(value), least), -least, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> CountNegative(Vector512<double> counts, Vector512<double> value) =>
        (counts.AsInt64() - Vector512.ShiftRightArithmetic(value.AsInt64(), 63)).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Divide(Vector512<float> left, Vector512<float> right) => left / right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Reciprocal(Vector512<float> value) => Vector512<float>.One / value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> AwayFromZero(Vector512<float> value, Vector512<float> least) =>
        Vector512.ConditionalSelect(Vector512.LessThan(Vector512.Abs(value), least), -least, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> CountNegative(Vector512<float> counts, Vector512<float> value) =>
        (counts.AsInt32() - Vector512.ShiftRightArithmetic(value.AsInt32(), 31)).AsSingle();
}
