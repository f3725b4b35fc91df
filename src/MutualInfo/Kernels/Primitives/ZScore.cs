using System.Numerics;

namespace MutualInfo.Kernels.Primitives;

/// <summary>Centres each column and divides it by √(variance + 1e−8).</summary>
internal static class ZScore
{
    // Tapia and Estévez's constant: a constant column becomes 0 instead of 0/0.
    private const double VarianceFloor = 1e-8;

    public static double[] Of<T>(Samples<T> samples) where T : unmanaged, IFloatingPointIeee754<T>
    {
        int n = samples.Count;
        int d = samples.Dimension;
        double[] scaled = new double[n * d];
        for (int column = 0; column < d; column++)
        {
            double mean = 0;
            for (int row = 0; row < n; row++)
                mean += double.CreateTruncating(samples[row][column]) / n;

            double variance = 0;
            for (int row = 0; row < n; row++)
            {
                double centred = double.CreateTruncating(samples[row][column]) - mean;
                scaled[row * d + column] = centred;
                variance += centred * centred / n;
            }

            double scale = Math.Sqrt(variance + VarianceFloor);
            for (int row = 0; row < n; row++)
                scaled[row * d + column] /= scale;
        }

        return scaled;
    }
}
