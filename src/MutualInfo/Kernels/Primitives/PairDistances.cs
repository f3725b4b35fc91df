using System.Numerics;
using System.Numerics.Tensors;
using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives;

/// <summary>The mean and the median of all distances between samples, without storing them.</summary>
internal static unsafe class PairDistances
{
    // Non-negative doubles order as their bits, so they can be sorted digit by digit; eleven bits make six passes, and counts
    // that stay in the first-level cache.
    private const int DigitBits = 11;
    private const int Digits = (64 + DigitBits - 1) / DigitBits;
    private const int DigitValues = 1 << DigitBits;

    /// <summary>The mean over all n² ordered pairs, each sample with itself too, whose distance is 0.</summary>
    public static double MeanWithDiagonal<T>(Samples<T> samples, EstimationOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double scale = Scale(samples);
        PairLoops<double> loops = PairLoops.Double(options.VectorPath());
        using PackedSamples<double> packed = PackedSamples<double>.ForDistances(samples, scale, loops, options);
        using AlignedBuffer<double> totals = AlignedBuffer<double>.Rent(packed.Panels.PartCount);
        totals.Span.Clear();
        PairPass<double, DistanceTotalConsumer>.Run(packed.Panels, 1, new DistanceTotalConsumer { Totals = totals.Pointer }, loops, options);
        double n = samples.Count;
        return scale * (2 * OrderedSum.Of(totals.Span) / n) / n;
    }

    /// <summary>The median over the n(n − 1)/2 pairs of different samples, for n of at least 2.</summary>
    public static double Median<T>(Samples<T> samples, EstimationOptions options) where T : unmanaged, IFloatingPointIeee754<T>
    {
        double scale = Scale(samples);
        PairLoops<double> loops = PairLoops.Double(options.VectorPath());
        using PackedSamples<double> packed = PackedSamples<double>.ForDistances(samples, scale, loops, options);
        long n = samples.Count;
        long pairs = n * (n - 1) / 2;
        double upper = Math.Sqrt(Select(packed.Panels, pairs / 2, loops, options));
        if (pairs % 2 == 1)
            return scale * upper;
        double lower = Math.Sqrt(Select(packed.Panels, pairs / 2 - 1, loops, options));
        return scale * (0.5 * lower + 0.5 * upper);
    }

    // A power of two near the largest magnitude, so that no square overflows or vanishes.
    private static double Scale<T>(Samples<T> samples) where T : unmanaged, IFloatingPointIeee754<T>
    {
        double largest = Math.Abs(double.CreateTruncating(TensorPrimitives.MaxMagnitude(samples.Values)));
        return largest == 0 ? 1 : Math.ScaleB(1, Math.Max(-1022, Math.ILogB(largest)));
    }

    /// <summary>
    /// The squared distance of a given rank from 0, by radix selection: each pass over the pairs fixes eleven bits of it.
    /// </summary>
    private static double Select(PairPanels<double> panels, long rank, PairLoops<double> loops, EstimationOptions options)
    {
        using AlignedBuffer<long> counts = AlignedBuffer<long>.Rent(panels.PartCount * DigitValues);
        ulong prefix = 0;
        for (int digit = Digits - 1; digit >= 0; digit--)
        {
            int shift = digit * DigitBits;
            counts.Span.Clear();
            DigitConsumer consumer = new()
            {
                Counts = counts.Pointer,
                Values = DigitValues,
                Higher = digit == Digits - 1 ? 0 : ulong.MaxValue << (shift + DigitBits),
                Prefix = prefix,
                Shift = shift,
            };
            PairPass<double, DigitConsumer>.Run(panels, 1, consumer, loops, options);
            prefix |= (ulong)ValueAt(counts.Span, ref rank) << shift;
        }

        return BitConverter.UInt64BitsToDouble(prefix);
    }

    /// <summary>The digit of the number of that rank, which becomes its rank among the numbers of that digit.</summary>
    private static int ValueAt(Span<long> counts, ref long rank)
    {
        Span<long> total = counts[..DigitValues];
        for (int part = DigitValues; part < counts.Length; part += DigitValues)
            TensorPrimitives.Add(total, counts.Slice(part, DigitValues), total);
        int value = 0;
        while (rank >= total[value])
            rank -= total[value++];
        return value;
    }
}
