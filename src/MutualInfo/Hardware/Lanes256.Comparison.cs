using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MutualInfo.Hardware;

/// <content>Magnitudes and comparisons.</content>
internal readonly unsafe partial struct Lanes256
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Abs(Vector256<double> value) => Vector256.Abs(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint LessThan(Vector256<double> left, Vector256<double> right) =>
        Vector256.LessThan(left, right).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Abs(Vector256<float> value) => Vector256.Abs(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint LessThan(Vector256<float> left, Vector256<float> right) =>
        Vector256.LessThan(left, right).ExtractMostSignificantBits();
}
