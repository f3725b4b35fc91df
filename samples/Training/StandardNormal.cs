using System.Numerics;

namespace MutualInfo.Training;

/// <summary>Draws of the standard normal distribution, by Box and Muller: two at a time.</summary>
public static class StandardNormal
{
    /// <summary>Fills a span. The same generator in the same state gives the same numbers.</summary>
    public static void Fill<T>(Span<T> values, Random random) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(random);
        for (int i = 0; i < values.Length; i += 2)
        {
            // 1 − u is never 0.
            double radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
            (double sine, double cosine) = Math.SinCos(2 * Math.PI * random.NextDouble());
            values[i] = T.CreateChecked(radius * cosine);
            if (i + 1 < values.Length)
                values[i + 1] = T.CreateChecked(radius * sine);
        }
    }
}
