using System.Numerics;

namespace MutualInfo.Training;

/// <summary>First values of weights: a normal distribution cut off at two standard deviations, so that no neuron starts saturated.</summary>
/// <remarks>
/// The deviation named is that of the normal distribution before the cut, as in the programs of the literature; what is drawn has 0.88 of it.
/// </remarks>
public static class TruncatedNormal
{
    /// <summary>Fills a span. The same generator in the same state gives the same numbers.</summary>
    public static void Fill<T>(Span<T> values, double deviation, Random random) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(random);
        foreach (ref T value in values)
            value = T.CreateChecked(deviation * Draw(random));
    }

    private static double Draw(Random random)
    {
        while (true)
        {
            // Box and Muller; 1 − u is never 0.
            double radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
            double normal = radius * Math.Cos(2 * Math.PI * random.NextDouble());
            if (Math.Abs(normal) <= 2)
                return normal;
        }
    }
}
