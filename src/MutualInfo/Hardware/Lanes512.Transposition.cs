using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MutualInfo.Hardware;

internal readonly unsafe partial struct Lanes512
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePastCaches(Vector512<double> value, double* destination) =>
        value.StoreAlignedNonTemporal(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePastCaches(Vector512<float> value, float* destination) => value.StoreAlignedNonTemporal(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Transpose(double* source, nint sourceRow, double* destination, nint destinationRow)
    {
        if (!Avx512F.IsSupported)
        {
            QuarterByQuarter(source, sourceRow, destination, destinationRow);
            return;
        }

        FourColumns(source, sourceRow, destination, destinationRow);
        FourColumns(source + 4, sourceRow, destination + 4 * destinationRow, destinationRow);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Transpose(float* source, nint sourceRow, float* destination, nint destinationRow)
    {
        const int Half = 8;
        for (int row = 0; row < 2; row++)
        {
            for (int column = 0; column < 2; column++)
            {
                Lanes256.Transpose(
                    source + Half * (row * sourceRow + column), sourceRow, destination + Half * (column * destinationRow + row), destinationRow);
            }
        }
    }

    /// <summary>Four columns of eight rows as four whole rows of the transpose.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FourColumns(double* source, nint sourceRow, double* destination, nint destinationRow)
    {
        Vector512<double> rows04 = Vector512.Create(Vector256.Load(source), Vector256.Load(source + 4 * sourceRow));
        Vector512<double> rows15 = Vector512.Create(Vector256.Load(source + sourceRow), Vector256.Load(source + 5 * sourceRow));
        Vector512<double> rows26 = Vector512.Create(
            Vector256.Load(source + 2 * sourceRow), Vector256.Load(source + 6 * sourceRow));
        Vector512<double> rows37 = Vector512.Create(
            Vector256.Load(source + 3 * sourceRow), Vector256.Load(source + 7 * sourceRow));

        // Even columns of rows 0 and 1 by pairs, columns 0 and 2, for rows 0 to 3 in the lower half and 4 to 7 in the
        // upper; then the odd ones.
        Vector512<double> even01 = Avx512F.UnpackLow(rows04, rows15);
        Vector512<double> even23 = Avx512F.UnpackLow(rows26, rows37);
        Vector512<double> odd01 = Avx512F.UnpackHigh(rows04, rows15);
        Vector512<double> odd23 = Avx512F.UnpackHigh(rows26, rows37);

        // Pairs 0, 2 of the first operand are column 0 (or 1), pairs 1, 3 are column 2 (or 3).
        Vector512<long> first = Vector512.Create(0L, 1, 8, 9, 4, 5, 12, 13);
        Vector512<long> second = Vector512.Create(2L, 3, 10, 11, 6, 7, 14, 15);
        Avx512F.PermuteVar8x64x2(even01, first, even23).Store(destination);
        Avx512F.PermuteVar8x64x2(odd01, first, odd23).Store(destination + destinationRow);
        Avx512F.PermuteVar8x64x2(even01, second, even23).Store(destination + 2 * destinationRow);
        Avx512F.PermuteVar8x64x2(odd01, second, odd23).Store(destination + 3 * destinationRow);
    }

    private static void QuarterByQuarter(double* source, nint sourceRow, double* destination, nint destinationRow)
    {
        const int Half = 4;
        for (int row = 0; row < 2; row++)
        {
            for (int column = 0; column < 2; column++)
            {
                Lanes256.Transpose(
                    source + Half * (row * sourceRow + column), sourceRow, destination + Half * (column * destinationRow + row), destinationRow);
            }
        }
    }
}
