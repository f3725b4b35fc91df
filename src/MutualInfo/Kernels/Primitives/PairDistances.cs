using System.Numerics;
using System.Numerics.Tensors;

namespace MutualInfo.Kernels.Primitives;

/// <summary>The mean and the median of all distances between samples, without storing them.</summary>
internal sealed class PairDistances
{
    // A double's sixteen leading bits below the sign: the exponent and five digits of the fraction. Non-negative doubles order as their bits.
    private const int DigitBits = 16;
    private const int Digits = 64 / DigitBits;

    private readonly SquaredDistances _distances;
    private readonly double _scale;

    private PairDistances(SquaredDistances distances, double scale)
    {
        _distances = distances;
        _scale = scale;
    }

    /// <summary>Packs samples, divided by a power of two near their largest magnitude so that no square overflows or vanishes.</summary>
    public static PairDistances Of<T>(Samples<T> samples) where T : unmanaged, IFloatingPointIeee754<T>
    {
        double largest = Math.Abs(double.CreateTruncating(TensorPrimitives.MaxMagnitude(samples.Values)));
        double scale = largest == 0 ? 1 : Math.ScaleB(1, Math.Max(-1022, Math.ILogB(largest)));
        double[] scaled = new double[samples.Values.Length];
        for (int i = 0; i < scaled.Length; i++)
            scaled[i] = double.CreateTruncating(samples.Values[i]) / scale;
        return new PairDistances(new SquaredDistances(scaled, samples.Count, samples.Dimension), scale);
    }

    /// <summary>The mean over all n² ordered pairs, each sample with itself too, whose distance is 0.</summary>
    public double MeanWithDiagonal(EstimationOptions options)
    {
        int n = _distances.Count;
        double[] rowMeans = new double[n];
        Parallel.For(
            0,
            n,
            ParallelWork.Options(options),
            () => new double[_distances.PaddedCount],
            (row, _, buffer) =>
            {
                _distances.ToAll(row, buffer);
                Span<double> own = buffer.AsSpan(0, n);
                TensorPrimitives.Sqrt<double>(own, own);
                rowMeans[row] = OrderedSum.Of(own) / n;
                return buffer;
            },
            _ => { });
        return _scale * OrderedSum.Of(rowMeans) / n;
    }

    /// <summary>The median over the n(n − 1)/2 pairs of different samples, for n of at least 2.</summary>
    public double Median(EstimationOptions options)
    {
        long n = _distances.Count;
        long pairs = n * (n - 1) / 2;
        double upper = Math.Sqrt(Select(pairs / 2, options));
        if (pairs % 2 == 1)
            return _scale * upper;
        double lower = Math.Sqrt(Select(pairs / 2 - 1, options));
        return _scale * (0.5 * lower + 0.5 * upper);
    }

    /// <summary>The squared distance of a given rank from 0, by radix selection: each pass over the pairs fixes sixteen bits of it.</summary>
    private double Select(long rank, EstimationOptions options)
    {
        ulong prefix = 0;
        for (int digit = Digits - 1; digit >= 0; digit--)
        {
            long[] histogram = CountDigit(prefix, digit, options);
            int value = 0;
            while (rank >= histogram[value])
                rank -= histogram[value++];
            prefix |= (ulong)value << (digit * DigitBits);
        }

        return BitConverter.UInt64BitsToDouble(prefix);
    }

    /// <summary>How often each value of one digit occurs among the squared distances whose higher digits are those of the prefix.</summary>
    private long[] CountDigit(ulong prefix, int digit, EstimationOptions options)
    {
        int shift = digit * DigitBits;
        ulong higher = digit == Digits - 1 ? 0 : ulong.MaxValue << (shift + DigitBits);
        long[] total = new long[1 << DigitBits];
        Lock merging = new();
        Parallel.For(
            1,
            _distances.Count,
            ParallelWork.Options(options),
            () => (Counts: new long[1 << DigitBits], Buffer: new double[_distances.PaddedCount]),
            (row, _, local) =>
            {
                _distances.ToAll(row, local.Buffer);
                for (int other = 0; other < row; other++)
                {
                    ulong bits = BitConverter.DoubleToUInt64Bits(local.Buffer[other]);
                    if ((bits & higher) == prefix)
                        local.Counts[(bits >> shift) & 0xFFFF]++;
                }

                return local;
            },
            local =>
            {
                // Whole numbers: the sum does not depend on the order in which threads arrive.
                lock (merging)
                    TensorPrimitives.Add(total, local.Counts, total);
            });
        return total;
    }
}
