using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MutualInfo.Hardware;

/// <content>Magnitudes and comparisons.</content>
internal readonly unsafe partial struct Lanes128
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Abs(Vector128<double> value) => Vector128.Abs(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint LessThan(Vector128<double> left, Vector128<double> right) =>
        Vector128.LessThan(left, right).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Abs(Vector128<float> value) => Vector128.Abs(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint LessThan(Vector128<float> left, Vector128<float> right) =>
        Vector128.LessThan(left, right).ExtractMostSignificantBits();
}
