using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MutualInfo.Hardware;

/// <content>Magnitudes and comparisons.</content>
internal readonly unsafe partial struct Lanes512
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Abs(Vector512<double> value) => Vector512.Abs(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint LessThan(Vector512<double> left, Vector512<double> right) =>
        (uint)Vector512.LessThan(left, right).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Abs(Vector512<float> value) => Vector512.Abs(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint LessThan(Vector512<float> left, Vector512<float> right) =>
        (uint)Vector512.LessThan(left, right).ExtractMostSignificantBits();
}
