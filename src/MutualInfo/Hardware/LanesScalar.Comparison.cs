using System.Runtime.CompilerServices;

namespace MutualInfo.Hardware;

/// <content>Magnitudes and comparisons.</content>
internal readonly unsafe partial struct LanesScalar
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Abs(double value) => double.Abs(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint LessThan(double left, double right) => left < right ? 1u : 0u;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Abs(float value) => float.Abs(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint LessThan(float left, float right) => left < right ? 1u : 0u;
}
