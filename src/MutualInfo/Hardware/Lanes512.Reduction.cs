using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MutualInfo.Hardware;

internal readonly unsafe partial struct Lanes512
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddSums(Vector512<double> first, Vector512<double> second, Vector512<double> third, Vector512<double> fourth, double* destination)
    {
        destination[0] += Sum(first);
        destination[1] += Sum(second);
        destination[2] += Sum(third);
        destination[3] += Sum(fourth);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddSums(Vector512<float> first, Vector512<float> second, Vector512<float> third, Vector512<float> fourth, float* destination)
    {
        destination[0] += Sum(first);
        destination[1] += Sum(second);
        destination[2] += Sum(third);
        destination[3] += Sum(fourth);
    }
}
