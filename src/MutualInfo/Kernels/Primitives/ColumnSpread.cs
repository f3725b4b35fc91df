using System.Numerics;
using System.Numerics.Tensors;

namespace MutualInfo.Kernels.Primitives;

/// <summary>The root of the mean variance of the columns.</summary>
internal static class ColumnSpread
{
    /// <summary>√(mean over columns of the variance with denominator n − 1), for two samples or more.</summary>
    public static double Of<T>(Samples<T> samples) where T : unmanaged, IFloatingPointIeee754<T>
    {
        // Taken 1/scale times, so that squares of huge or tiny numbers neither overflow nor vanish; a power of two changes no
        // digit, so the spread of numbers far from 0 loses none.
        double largest = Math.Abs(double.CreateTruncating(TensorPrimitives.MaxMagnitude(samples.Values)));
        if (largest == 0)
            return 0;
        double scale = Math.ScaleB(1, Math.Max(-1022, Math.ILogB(largest)));
        double sum = 0;
        for (int column = 0; column < samples.Dimension; column++)
        {
            double mean = 0;
            for (int row = 0; row < samples.Count; row++)
                mean += double.CreateTruncating(samples[row][column]) / scale / samples.Count;
            double rest = 0;
            for (int row = 0; row < samples.Count; row++)
            {
                double centred = double.CreateTruncating(samples[row][column]) / scale - mean;
                sum += centred * centred;
                rest += centred;
            }

            // What the rounding of the mean has added, which matters for numbers far from 0.
            sum -= rest * rest / samples.Count;
        }

        // The correction is rounded too, and must not take a constant below 0.
        return scale * Math.Sqrt(Math.Max(0, sum) / (samples.Count - 1.0) / samples.Dimension);
    }
}
