using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MutualInfo.Hardware;

internal readonly unsafe partial struct Lanes512
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> PowerOfTwo(Vector512<double> biased) => Vector512.ShiftLeft(biased.AsInt64(), 52).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> PowerOfTwo(Vector512<float> biased) => Vector512.ShiftLeft(biased.AsInt32(), 23).AsSingle();
}
