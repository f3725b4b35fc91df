using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MutualInfo.Hardware;

internal readonly unsafe partial struct Lanes128
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePastCaches(Vector128<double> value, double* destination) =>
        value.StoreAlignedNonTemporal(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePastCaches(Vector128<float> value, float* destination) => value.StoreAlignedNonTemporal(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Transpose(double* source, nint sourceRow, double* destination, nint destinationRow)
    {
        Vector128<double> row0 = Vector128.Load(source);
        Vector128<double> row1 = Vector128.Load(source + sourceRow);
        Vector128.Create(row0.GetLower(), row1.GetLower()).Store(destination);
        Vector128.Create(row0.GetUpper(), row1.GetUpper()).Store(destination + destinationRow);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Transpose(float* source, nint sourceRow, float* destination, nint destinationRow)
    {
        for (int column = 0; column < Vector128<float>.Count; column++)
        {
            Vector128.Create(
                source[column], source[sourceRow + column], source[2 * sourceRow + column], source[3 * sourceRow + column])
                .Store(destination + column * destinationRow);
        }
    }
}
