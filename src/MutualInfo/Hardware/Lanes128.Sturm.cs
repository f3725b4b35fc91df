using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MutualInfo.Hardware;

/// <content>Division, reciprocals and signs.</content>
internal readonly unsafe partial struct Lanes128
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Divide(Vector128<double> left, Vector128<double> right) => left / right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Reciprocal(Vector128<double> value) => Vector128<double>.One / value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> AwayFromZero(Vector128<double> value, Vector128<double> least) =>
        Vector128.ConditionalSelect(Vector128.LessThan(Vector128.Abs(value), least), -least, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> CountNegative(Vector128<double> counts, Vector128<double> value) =>
        (counts.AsInt64() - Vector128.ShiftRightArithmetic(value.AsInt64(), 63)).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Divide(Vector128<float> left, Vector128<float> right) => left / right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Reciprocal(Vector128<float> value) => Vector128<float>.One / value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> AwayFromZero(Vector128<float> value, Vector128<float> least) =>
        Vector128.ConditionalSelect(Vector128.LessThan(Vector128.Abs(value), least), -least, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> CountNegative(Vector128<float> counts, Vector128<float> value) =>
        (counts.AsInt32() - Vector128.ShiftRightArithmetic(value.AsInt32(), 31)).AsSingle();
}
