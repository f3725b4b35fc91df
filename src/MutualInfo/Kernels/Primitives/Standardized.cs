using System.Numerics;

namespace MutualInfo.Kernels.Primitives;

/// <summary>Centres each column and divides it by its standard deviation, whatever its unit and however far from 0 it lies.</summary>
/// <remarks>
/// A column is measured from its least value, and in units of powers of two: neither changes a digit where differences are exact. So a column
/// that is scaled by a power of two or shifted exactly gives the same bits, and no square overflows or vanishes.
/// </remarks>
internal static class Standardized
{
    public static double[] Of<T>(Samples<T> samples) where T : unmanaged, IFloatingPointIeee754<T>
    {
        double[] scaled = new double[samples.Values.Length];
        for (int column = 0; column < samples.Dimension; column++)
            Standardize(samples, column, scaled);
        return scaled;
    }

    private static void Standardize<T>(Samples<T> samples, int column, double[] scaled) where T : unmanaged, IFloatingPointIeee754<T>
    {
        (double low, double high) = Range(samples, column);
        // A constant has no spread to be divided by: it stays at 0, its mean.
        if (low == high)
            return;

        int n = samples.Count, d = samples.Dimension;
        double unit = PowerBelow(Math.Max(Math.Abs(low), Math.Abs(high)));
        double spread = PowerBelow(high * unit - low * unit);
        double mean = 0;
        for (int row = 0; row < n; row++)
        {
            double value = (double.CreateTruncating(samples[row][column]) * unit - low * unit) * spread;
            scaled[row * d + column] = value;
            mean += value / n;
        }

        // What the rounding of the mean has left is taken off as well.
        Shift(scaled, column, d, -mean);
        double rest = 0;
        for (int i = column; i < scaled.Length; i += d)
            rest += scaled[i] / n;
        Shift(scaled, column, d, -rest);

        double variance = 0;
        for (int i = column; i < scaled.Length; i += d)
            variance += scaled[i] * scaled[i] / n;
        double deviation = Math.Sqrt(variance);
        for (int i = column; i < scaled.Length; i += d)
            scaled[i] /= deviation;
    }

    private static (double Low, double High) Range<T>(Samples<T> samples, int column) where T : unmanaged, IFloatingPointIeee754<T>
    {
        (T low, T high) = (samples[0][column], samples[0][column]);
        for (int row = 1; row < samples.Count; row++)
        {
            low = T.Min(low, samples[row][column]);
            high = T.Max(high, samples[row][column]);
        }

        return (double.CreateTruncating(low), double.CreateTruncating(high));
    }

    // What brings a number above 0 to order 1, itself neither infinite nor subnormal.
    private static double PowerBelow(double size) => Math.ScaleB(1, Math.Clamp(-Math.ILogB(size), -1022, 1022));

    private static void Shift(double[] scaled, int column, int dimension, double by)
    {
        for (int i = column; i < scaled.Length; i += dimension)
            scaled[i] += by;
    }
}
