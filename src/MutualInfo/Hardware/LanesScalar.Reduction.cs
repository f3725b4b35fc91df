using System.Runtime.CompilerServices;

namespace MutualInfo.Hardware;

internal readonly unsafe partial struct LanesScalar
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double First(double value) => value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTransposed(double first, double second, double third, double fourth, double* destination, nint stride)
    {
        destination[0] = first;
        destination[1] = second;
        destination[2] = third;
        destination[3] = fourth;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFirsts(double first, double second, double third, double fourth, double* destination)
    {
        destination[0] = first;
        destination[1] = second;
        destination[2] = third;
        destination[3] = fourth;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSums(double first, double second, double third, double fourth, double* destination)
    {
        destination[0] = first;
        destination[1] = second;
        destination[2] = third;
        destination[3] = fourth;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddSums(double first, double second, double third, double fourth, double* destination)
    {
        destination[0] += first;
        destination[1] += second;
        destination[2] += third;
        destination[3] += fourth;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float First(float value) => value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTransposed(float first, float second, float third, float fourth, float* destination, nint stride)
    {
        destination[0] = first;
        destination[1] = second;
        destination[2] = third;
        destination[3] = fourth;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFirsts(float first, float second, float third, float fourth, float* destination)
    {
        destination[0] = first;
        destination[1] = second;
        destination[2] = third;
        destination[3] = fourth;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSums(float first, float second, float third, float fourth, float* destination)
    {
        destination[0] = first;
        destination[1] = second;
        destination[2] = third;
        destination[3] = fourth;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddSums(float first, float second, float third, float fourth, float* destination)
    {
        destination[0] += first;
        destination[1] += second;
        destination[2] += third;
        destination[3] += fourth;
    }
}
