using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MutualInfo.Hardware;

internal readonly unsafe partial struct Lanes256
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double First(Vector256<double> value) => value.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTransposed(
        Vector256<double> first, Vector256<double> second, Vector256<double> third, Vector256<double> fourth, double* destination, nint stride)
    {
        if (!Avx2.IsSupported)
        {
            for (int lane = 0; lane < Vector256<double>.Count; lane++)
                Vector256.Create(first[lane], second[lane], third[lane], fourth[lane]).Store(destination + lane * stride);
            return;
        }

        Vector256<double> even0 = Avx.UnpackLow(first, second), odd0 = Avx.UnpackHigh(first, second);
        Vector256<double> even1 = Avx.UnpackLow(third, fourth), odd1 = Avx.UnpackHigh(third, fourth);
        Avx.Permute2x128(even0, even1, 0x20).Store(destination);
        Avx.Permute2x128(odd0, odd1, 0x20).Store(destination + stride);
        Avx.Permute2x128(even0, even1, 0x31).Store(destination + 2 * stride);
        Avx.Permute2x128(odd0, odd1, 0x31).Store(destination + 3 * stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFirsts(Vector256<double> first, Vector256<double> second, Vector256<double> third, Vector256<double> fourth, double* destination)
    {
        Vector128.Create(first.ToScalar(), second.ToScalar()).Store(destination);
        Vector128.Create(third.ToScalar(), fourth.ToScalar()).Store(destination + 2);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSums(Vector256<double> first, Vector256<double> second, Vector256<double> third, Vector256<double> fourth, double* destination) =>
        Sums(first, second, third, fourth).Store(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddSums(Vector256<double> first, Vector256<double> second, Vector256<double> third, Vector256<double> fourth, double* destination) =>
        (Vector256.Load(destination) + Sums(first, second, third, fourth)).Store(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float First(Vector256<float> value) => value.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTransposed(Vector256<float> first, Vector256<float> second, Vector256<float> third, Vector256<float> fourth, float* destination, nint stride)
    {
        for (int lane = 0; lane < Vector256<float>.Count; lane++)
        {
            destination[lane * stride] = first[lane];
            destination[lane * stride + 1] = second[lane];
            destination[lane * stride + 2] = third[lane];
            destination[lane * stride + 3] = fourth[lane];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFirsts(Vector256<float> first, Vector256<float> second, Vector256<float> third, Vector256<float> fourth, float* destination)
    {
        destination[0] = first.ToScalar();
        destination[1] = second.ToScalar();
        destination[2] = third.ToScalar();
        destination[3] = fourth.ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSums(Vector256<float> first, Vector256<float> second, Vector256<float> third, Vector256<float> fourth, float* destination)
    {
        destination[0] = Sum(first);
        destination[1] = Sum(second);
        destination[2] = Sum(third);
        destination[3] = Sum(fourth);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddSums(Vector256<float> first, Vector256<float> second, Vector256<float> third, Vector256<float> fourth, float* destination)
    {
        destination[0] += Sum(first);
        destination[1] += Sum(second);
        destination[2] += Sum(third);
        destination[3] += Sum(fourth);
    }

    // Each sum is (x₀ + x₁) + (x₂ + x₃), on either way.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Sums(
        Vector256<double> first, Vector256<double> second, Vector256<double> third, Vector256<double> fourth)
    {
        if (!Avx2.IsSupported)
            return Vector256.Create(PairwiseSum(first), PairwiseSum(second), PairwiseSum(third), PairwiseSum(fourth));
        Vector256<double> low = Avx.HorizontalAdd(first, second);
        Vector256<double> high = Avx.HorizontalAdd(third, fourth);
        return Avx.Blend(low, high, 0b1100) + Avx.Permute2x128(low, high, 0x21);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double PairwiseSum(Vector256<double> value) => value[0] + value[1] + (value[2] + value[3]);
}
