using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MutualInfo.Hardware;

internal readonly unsafe partial struct Lanes256
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddSums(Vector256<double> first, Vector256<double> second, Vector256<double> third, Vector256<double> fourth, double* destination)
    {
        destination[0] += Sum(first);
        destination[1] += Sum(second);
        destination[2] += Sum(third);
        destination[3] += Sum(fourth);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddSums(Vector256<float> first, Vector256<float> second, Vector256<float> third, Vector256<float> fourth, float* destination)
    {
        destination[0] += Sum(first);
        destination[1] += Sum(second);
        destination[2] += Sum(third);
        destination[3] += Sum(fourth);
    }
}
