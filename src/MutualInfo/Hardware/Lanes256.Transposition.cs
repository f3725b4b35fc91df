using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MutualInfo.Hardware;

internal readonly unsafe partial struct Lanes256
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePastCaches(Vector256<double> value, double* destination) =>
        value.StoreAlignedNonTemporal(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePastCaches(Vector256<float> value, float* destination) => value.StoreAlignedNonTemporal(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Transpose(double* source, nint sourceRow, double* destination, nint destinationRow)
    {
        if (!Avx.IsSupported)
        {
            OneByOne(source, sourceRow, destination, destinationRow, Vector256<double>.Count);
            return;
        }

        // Halves of rows 0 and 2, and of 1 and 3, side by side; then pairs of numbers of two neighbouring rows.
        Vector256<double> low02 = Vector256.Create(Vector128.Load(source), Vector128.Load(source + 2 * sourceRow));
        Vector256<double> low13 = Vector256.Create(Vector128.Load(source + sourceRow), Vector128.Load(source + 3 * sourceRow));
        Vector256<double> high02 = Vector256.Create(Vector128.Load(source + 2), Vector128.Load(source + 2 * sourceRow + 2));
        Vector256<double> high13 = Vector256.Create(
            Vector128.Load(source + sourceRow + 2), Vector128.Load(source + 3 * sourceRow + 2));
        Avx.UnpackLow(low02, low13).Store(destination);
        Avx.UnpackHigh(low02, low13).Store(destination + destinationRow);
        Avx.UnpackLow(high02, high13).Store(destination + 2 * destinationRow);
        Avx.UnpackHigh(high02, high13).Store(destination + 3 * destinationRow);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Transpose(float* source, nint sourceRow, float* destination, nint destinationRow)
    {
        if (!Avx.IsSupported)
        {
            OneByOne(source, sourceRow, destination, destinationRow, Vector256<float>.Count);
            return;
        }

        // Quarters of four rows make, after two rounds of interleaving, four rows of the transpose; the same
        // again for the other half.
        FourColumns(source, sourceRow, destination, destinationRow);
        FourColumns(source + 4, sourceRow, destination + 4 * destinationRow, destinationRow);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FourColumns(float* source, nint sourceRow, float* destination, nint destinationRow)
    {
        Vector256<float> rows04 = Vector256.Create(Vector128.Load(source), Vector128.Load(source + 4 * sourceRow));
        Vector256<float> rows15 = Vector256.Create(Vector128.Load(source + sourceRow), Vector128.Load(source + 5 * sourceRow));
        Vector256<float> rows26 = Vector256.Create(
            Vector128.Load(source + 2 * sourceRow), Vector128.Load(source + 6 * sourceRow));
        Vector256<float> rows37 = Vector256.Create(
            Vector128.Load(source + 3 * sourceRow), Vector128.Load(source + 7 * sourceRow));
        Vector256<double> low01 = Avx.UnpackLow(rows04, rows15).AsDouble();
        Vector256<double> low23 = Avx.UnpackLow(rows26, rows37).AsDouble();
        Vector256<double> high01 = Avx.UnpackHigh(rows04, rows15).AsDouble();
        Vector256<double> high23 = Avx.UnpackHigh(rows26, rows37).AsDouble();
        Avx.UnpackLow(low01, low23).AsSingle().Store(destination);
        Avx.UnpackHigh(low01, low23).AsSingle().Store(destination + destinationRow);
        Avx.UnpackLow(high01, high23).AsSingle().Store(destination + 2 * destinationRow);
        Avx.UnpackHigh(high01, high23).AsSingle().Store(destination + 3 * destinationRow);
    }

    private static void OneByOne<T>(T* source, nint sourceRow, T* destination, nint destinationRow, int count)
        where T : unmanaged
    {
        for (int row = 0; row < count; row++)
        {
            for (int column = 0; column < count; column++)
                destination[column * destinationRow + row] = source[row * sourceRow + column];
        }
    }
}
