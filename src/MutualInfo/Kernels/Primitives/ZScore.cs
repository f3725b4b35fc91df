using System.Numerics;

namespace MutualInfo.Kernels.Primitives;

/// <summary>Centres each column and divides it by √(variance + 1e−8).</summary>
internal static class ZScore
{
    // Tapia and Estévez's constant: a constant column becomes 0 instead of 0/0.
    private const double VarianceFloor = 1e-8;

    // Squares of numbers beyond this, summed, could overflow.
    private const double Huge = 1e140;
    private const int HugeExponent = -600;

    public static double[] Of<T>(Samples<T> samples) where T : unmanaged, IFloatingPointIeee754<T>
    {
        int n = samples.Count;
        int d = samples.Dimension;
        double[] scaled = new double[n * d];
        for (int column = 0; column < d; column++)
        {
            // Both the column and the floor are taken in another unit, a power of two, which changes no digit.
            double unit = Unit(samples, column);
            double mean = 0;
            for (int row = 0; row < n; row++)
                mean += double.CreateTruncating(samples[row][column]) * unit / n;

            double variance = 0;
            double rest = 0;
            for (int row = 0; row < n; row++)
            {
                double centred = double.CreateTruncating(samples[row][column]) * unit - mean;
                scaled[row * d + column] = centred;
                variance += centred * centred / n;
                rest += centred / n;
            }

            // What the rounding of the mean has added, which matters for numbers far from 0.
            variance = Math.Max(0, variance - rest * rest);
            double scale = Math.Sqrt(variance + VarianceFloor * unit * unit);
            // A huge constant has no variance, and its floor has vanished in the unit: it becomes 0 all the same.
            for (int row = 0; row < n && scale > 0; row++)
                scaled[row * d + column] /= scale;
        }

        return scaled;
    }

    private static double Unit<T>(Samples<T> samples, int column) where T : unmanaged, IFloatingPointIeee754<T>
    {
        double largest = 0;
        for (int row = 0; row < samples.Count; row++)
            largest = Math.Max(largest, Math.Abs(double.CreateTruncating(samples[row][column])));
        return largest > Huge ? Math.ScaleB(1, HugeExponent) : 1;
    }
}
