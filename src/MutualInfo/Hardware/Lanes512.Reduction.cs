using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MutualInfo.Hardware;

internal readonly unsafe partial struct Lanes512
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double First(Vector512<double> value) => value.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTransposed(
        Vector512<double> first, Vector512<double> second, Vector512<double> third, Vector512<double> fourth, double* destination, nint stride)
    {
        Lanes256.StoreTransposed(first.GetLower(), second.GetLower(), third.GetLower(), fourth.GetLower(), destination, stride);
        Lanes256.StoreTransposed(first.GetUpper(), second.GetUpper(), third.GetUpper(), fourth.GetUpper(), destination + 4 * stride, stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFirsts(Vector512<double> first, Vector512<double> second, Vector512<double> third, Vector512<double> fourth, double* destination)
    {
        Vector128.Create(first.ToScalar(), second.ToScalar()).Store(destination);
        Vector128.Create(third.ToScalar(), fourth.ToScalar()).Store(destination + 2);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSums(Vector512<double> first, Vector512<double> second, Vector512<double> third, Vector512<double> fourth, double* destination) =>
        Lanes256.StoreSums(Halve(first), Halve(second), Halve(third), Halve(fourth), destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddSums(Vector512<double> first, Vector512<double> second, Vector512<double> third, Vector512<double> fourth, double* destination) =>
        Lanes256.AddSums(Halve(first), Halve(second), Halve(third), Halve(fourth), destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float First(Vector512<float> value) => value.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTransposed(Vector512<float> first, Vector512<float> second, Vector512<float> third, Vector512<float> fourth, float* destination, nint stride)
    {
        for (int lane = 0; lane < Vector512<float>.Count; lane++)
        {
            destination[lane * stride] = first[lane];
            destination[lane * stride + 1] = second[lane];
            destination[lane * stride + 2] = third[lane];
            destination[lane * stride + 3] = fourth[lane];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFirsts(Vector512<float> first, Vector512<float> second, Vector512<float> third, Vector512<float> fourth, float* destination)
    {
        destination[0] = first.ToScalar();
        destination[1] = second.ToScalar();
        destination[2] = third.ToScalar();
        destination[3] = fourth.ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSums(Vector512<float> first, Vector512<float> second, Vector512<float> third, Vector512<float> fourth, float* destination)
    {
        destination[0] = Sum(first);
        destination[1] = Sum(second);
        destination[2] = Sum(third);
        destination[3] = Sum(fourth);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddSums(Vector512<float> first, Vector512<float> second, Vector512<float> third, Vector512<float> fourth, float* destination)
    {
        destination[0] += Sum(first);
        destination[1] += Sum(second);
        destination[2] += Sum(third);
        destination[3] += Sum(fourth);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Halve(Vector512<double> value) => value.GetLower() + value.GetUpper();
}
