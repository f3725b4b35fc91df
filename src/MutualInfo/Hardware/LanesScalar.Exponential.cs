using System.Runtime.CompilerServices;

namespace MutualInfo.Hardware;

internal readonly unsafe partial struct LanesScalar
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double PowerOfTwo(double biased) =>
        BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(biased) << 52);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float PowerOfTwo(float biased) => BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(biased) << 23);
}
