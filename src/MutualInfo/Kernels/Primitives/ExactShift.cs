using System.Numerics;

namespace MutualInfo.Kernels.Primitives;

/// <summary>
/// What to take off each column before it is divided by σ. Only differences matter, and far from 0 the division rounds them away: a column
/// within a factor of two is shifted to its own end, which is exact; any other is left as it is.
/// </summary>
internal static class ExactShift
{
    /// <summary>Computes the shift of each column.</summary>
    /// <param name="samples">The samples, shape (n, d).</param>
    /// <param name="shifts">Receives d numbers.</param>
    public static void Of<TSource, T>(Samples<TSource> samples, Span<T> shifts)
        where TSource : unmanaged, IFloatingPointIeee754<TSource>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int column = 0; column < samples.Dimension; column++)
        {
            double low = double.PositiveInfinity;
            double high = double.NegativeInfinity;
            for (int i = column; i < samples.Values.Length; i += samples.Dimension)
            {
                double value = double.CreateTruncating(samples.Values[i]);
                low = Math.Min(low, value);
                high = Math.Max(high, value);
            }

            double shift = (low > 0 && high / 2 <= low) ? low : (high < 0 && low / 2 >= high) ? high : 0;
            shifts[column] = T.CreateTruncating(shift);
        }
    }
}
