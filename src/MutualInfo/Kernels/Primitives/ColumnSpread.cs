using System.Numerics;
using System.Numerics.Tensors;

namespace MutualInfo.Kernels.Primitives;

/// <summary>The root of the mean variance of the columns.</summary>
internal static class ColumnSpread
{
    /// <summary>√(mean over columns of the variance with denominator n − 1), for two samples or more.</summary>
    public static double Of<T>(Samples<T> samples) where T : unmanaged, IFloatingPointIeee754<T>
    {
        // Relative to the largest magnitude, so that squares of huge or tiny numbers neither overflow nor vanish.
        double largest = Math.Abs(double.CreateTruncating(TensorPrimitives.MaxMagnitude(samples.Values)));
        if (largest == 0)
            return 0;
        double sum = 0;
        for (int column = 0; column < samples.Dimension; column++)
        {
            double mean = 0;
            for (int row = 0; row < samples.Count; row++)
                mean += double.CreateTruncating(samples[row][column]) / largest / samples.Count;
            for (int row = 0; row < samples.Count; row++)
            {
                double centred = double.CreateTruncating(samples[row][column]) / largest - mean;
                sum += centred * centred;
            }
        }

        return largest * Math.Sqrt(sum / (samples.Count - 1.0) / samples.Dimension);
    }
}
