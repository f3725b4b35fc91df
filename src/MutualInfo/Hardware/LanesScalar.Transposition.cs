namespace MutualInfo.Hardware;

internal readonly unsafe partial struct LanesScalar
{
    public static void Transpose(double* source, nint sourceRow, double* destination, nint destinationRow) =>
        *destination = *source;

    public static void Transpose(float* source, nint sourceRow, float* destination, nint destinationRow) =>
        *destination = *source;

    public static void StorePastCaches(double value, double* destination) => *destination = value;

    public static void StorePastCaches(float value, float* destination) => *destination = value;
}
