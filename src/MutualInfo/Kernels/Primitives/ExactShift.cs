using System.Numerics;
using System.Numerics.Tensors;
using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives;

/// <summary>
/// What to take off each column before it is divided by σ. Only differences matter, and far from 0 the division rounds them away:
/// a column within a factor of two is shifted to its own end, which is exact; any other is left as it is.
/// </summary>
internal static class ExactShift
{
    /// <summary>From this many numbers on a row is worth a call of the framework's vectors; below it a loop is faster.</summary>
    public const int WideRow = 16;

    /// <summary>Computes the shift of each column.</summary>
    /// <param name="samples">The samples, shape (n, d), n of at least 1.</param>
    /// <param name="shifts">Receives d numbers.</param>
    public static void Of<TSource, T>(Samples<TSource> samples, Span<T> shifts)
        where TSource : unmanaged, IFloatingPointIeee754<TSource>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using AlignedBuffer<TSource> ends = AlignedBuffer<TSource>.Rent(2 * samples.Dimension);
        Span<TSource> low = ends.Span[..samples.Dimension];
        Span<TSource> high = ends.Span[samples.Dimension..];
        samples[0].CopyTo(low);
        samples[0].CopyTo(high);
        for (int row = 1; row < samples.Count; row++)
            Widen(samples[row], low, high);

        for (int column = 0; column < shifts.Length; column++)
            shifts[column] = T.CreateTruncating(
                Shift(double.CreateTruncating(low[column]), double.CreateTruncating(high[column])));
    }

    private static void Widen<TSource>(ReadOnlySpan<TSource> sample, Span<TSource> low, Span<TSource> high)
        where TSource : unmanaged, IFloatingPointIeee754<TSource>
    {
        if (sample.Length >= WideRow)
        {
            // Which of two zeros is kept does not matter to a shift.
            TensorPrimitives.Min(sample, low, low);
            TensorPrimitives.Max(sample, high, high);
            return;
        }

        for (int k = 0; k < sample.Length; k++)
        {
            TSource value = sample[k];
            if (value < low[k])
                low[k] = value;
            if (value > high[k])
                high[k] = value;
        }
    }

    private static double Shift(double low, double high)
    {
        if (low > 0 && high / 2 <= low)
            return low;
        return high < 0 && low / 2 >= high ? high : 0;
    }
}
