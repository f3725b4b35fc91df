using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MutualInfo.Hardware;

internal readonly unsafe partial struct Lanes128
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double First(Vector128<double> value) => value.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTransposed(Vector128<double> first, Vector128<double> second, Vector128<double> third, Vector128<double> fourth, double* destination, nint stride)
    {
        for (int lane = 0; lane < Vector128<double>.Count; lane++)
        {
            destination[lane * stride] = first[lane];
            destination[lane * stride + 1] = second[lane];
            destination[lane * stride + 2] = third[lane];
            destination[lane * stride + 3] = fourth[lane];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFirsts(Vector128<double> first, Vector128<double> second, Vector128<double> third, Vector128<double> fourth, double* destination)
    {
        Vector128.Create(first.ToScalar(), second.ToScalar()).Store(destination);
        Vector128.Create(third.ToScalar(), fourth.ToScalar()).Store(destination + 2);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSums(Vector128<double> first, Vector128<double> second, Vector128<double> third, Vector128<double> fourth, double* destination)
    {
        destination[0] = Sum(first);
        destination[1] = Sum(second);
        destination[2] = Sum(third);
        destination[3] = Sum(fourth);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddSums(Vector128<double> first, Vector128<double> second, Vector128<double> third, Vector128<double> fourth, double* destination)
    {
        destination[0] += Sum(first);
        destination[1] += Sum(second);
        destination[2] += Sum(third);
        destination[3] += Sum(fourth);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float First(Vector128<float> value) => value.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTransposed(Vector128<float> first, Vector128<float> second, Vector128<float> third, Vector128<float> fourth, float* destination, nint stride)
    {
        for (int lane = 0; lane < Vector128<float>.Count; lane++)
        {
            destination[lane * stride] = first[lane];
            destination[lane * stride + 1] = second[lane];
            destination[lane * stride + 2] = third[lane];
            destination[lane * stride + 3] = fourth[lane];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFirsts(Vector128<float> first, Vector128<float> second, Vector128<float> third, Vector128<float> fourth, float* destination)
    {
        destination[0] = first.ToScalar();
        destination[1] = second.ToScalar();
        destination[2] = third.ToScalar();
        destination[3] = fourth.ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSums(Vector128<float> first, Vector128<float> second, Vector128<float> third, Vector128<float> fourth, float* destination)
    {
        destination[0] = Sum(first);
        destination[1] = Sum(second);
        destination[2] = Sum(third);
        destination[3] = Sum(fourth);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddSums(Vector128<float> first, Vector128<float> second, Vector128<float> third, Vector128<float> fourth, float* destination)
    {
        destination[0] += Sum(first);
        destination[1] += Sum(second);
        destination[2] += Sum(third);
        destination[3] += Sum(fourth);
    }
}
