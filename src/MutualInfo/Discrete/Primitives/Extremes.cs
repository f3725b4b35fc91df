using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using MutualInfo.Internal;

namespace MutualInfo.Discrete.Primitives;

/// <summary>The least and the greatest value of a layer or of each of its columns.</summary>
internal readonly record struct Extremes<T>(T Low, T High) where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int BlockBytes = 1 << 15;

    /// <summary>Gets what extremes are before a number has come.</summary>
    public static Extremes<T> None => new(T.PositiveInfinity, T.NegativeInfinity);

    /// <summary>Gets whether both ends are finite, as they are only where all numbers were.</summary>
    public bool AreFinite => T.IsFinite(Low) && T.IsFinite(High);

    /// <summary>The extremes of all values, in one pass that refuses NaN and infinities.</summary>
    public static unsafe Extremes<T> OfLayer(Samples<T> samples, EstimationOptions options)
    {
        int length = samples.Values.Length;
        int workers = RowWorkers.For((long)length * sizeof(T), options);
        Extremes<T>[] parts = new Extremes<T>[workers];
        fixed (T* start = samples.Values)
        {
            T* values = start;
            RowWorkers.Run(workers, options, worker =>
            {
                Extremes<T> part = None;
                int end = RowWorkers.StartOf(worker + 1, workers, length);
                int block = BlockBytes / sizeof(T);
                for (int at = RowWorkers.StartOf(worker, workers, length); at < end; at += block)
                {
                    options.CancellationToken.ThrowIfCancellationRequested();
                    part = part.With(new ReadOnlySpan<T>(values + at, Math.Min(block, end - at)));
                }

                parts[worker] = part;
            });
        }

        Extremes<T> all = None;
        foreach (Extremes<T> part in parts)
            all = all.With(part);
        if (!all.AreFinite)
            Guard.Finite(samples, nameof(samples));
        return all;
    }

    /// <summary>The extremes of each column, in one pass that refuses NaN and infinities.</summary>
    public static unsafe Extremes<T>[] OfColumns(Samples<T> samples, EstimationOptions options)
    {
        (int count, int dimension) = (samples.Count, samples.Dimension);
        int workers = RowWorkers.For((long)samples.Values.Length * sizeof(T), options);
        T[] lows = new T[workers * dimension];
        T[] highs = new T[workers * dimension];
        fixed (T* start = samples.Values)
        {
            T* values = start;
            RowWorkers.Run(workers, options, worker =>
            {
                Span<T> low = lows.AsSpan(worker * dimension, dimension);
                Span<T> high = highs.AsSpan(worker * dimension, dimension);
                low.Fill(T.PositiveInfinity);
                high.Fill(T.NegativeInfinity);
                for (int row = RowWorkers.StartOf(worker, workers, count); row < RowWorkers.StartOf(worker + 1, workers, count); row++)
                {
                    if (row % RowInterner.MaximumBlock == 0)
                        options.CancellationToken.ThrowIfCancellationRequested();
                    ReadOnlySpan<T> sample = new(values + (long)row * dimension, dimension);
                    TensorPrimitives.Min(low, sample, low);
                    TensorPrimitives.Max(high, sample, high);
                }
            });
        }

        Extremes<T>[] columns = new Extremes<T>[dimension];
        bool isFinite = true;
        for (int column = 0; column < dimension; column++)
        {
            Extremes<T> all = None;
            for (int worker = 0; worker < workers; worker++)
                all = new(T.Min(all.Low, lows[worker * dimension + column]), T.Max(all.High, highs[worker * dimension + column]));
            columns[column] = all;
            isFinite &= all.AreFinite;
        }

        if (!isFinite)
            Guard.Finite(samples, nameof(samples));
        return columns;
    }

    /// <summary>The width of the range in double, refused where it overflows.</summary>
    public double Width(string paramName)
    {
        double width = double.CreateTruncating(High) - double.CreateTruncating(Low);
        if (double.IsInfinity(width))
        {
            throw new ArgumentOutOfRangeException(
                paramName,
                High,
                FormattableString.Invariant($"{paramName} spans from {Low} to {High}, wider than a double can hold. Divide the samples by a constant first."));
        }

        return width;
    }

    /// <summary>The extremes of both. A minimum of NaN is NaN.</summary>
    public Extremes<T> With(Extremes<T> other) => new(T.Min(Low, other.Low), T.Max(High, other.High));

    /// <summary>The extremes of these and a block's.</summary>
    /// <remarks>
    /// The minimum of the processor, which is not IEEE's for NaN, does: where a number is NaN or infinite, its difference to
    /// itself is not 0, and the ends become NaN.
    /// </remarks>
    public Extremes<T> With(ReadOnlySpan<T> block)
    {
        (T low, T high) = this;
        int i = 0;
        if (Vector<T>.IsSupported && block.Length >= Vector<T>.Count)
        {
            ref T first = ref MemoryMarshal.GetReference(block);
            Vector<T> lows = new(low);
            Vector<T> highs = new(high);
            Vector<T> faults = Vector<T>.Zero;
            // Two chains, or each vector would wait for the minimum of the one before; the cache delivers more than one can take.
            (Vector<T> otherLows, Vector<T> otherHighs, Vector<T> otherFaults) = (lows, highs, faults);
            for (; i <= block.Length - 2 * Vector<T>.Count; i += 2 * Vector<T>.Count)
            {
                Vector<T> vector = Vector.LoadUnsafe(ref first, (nuint)i);
                Vector<T> other = Vector.LoadUnsafe(ref first, (nuint)(i + Vector<T>.Count));
                (lows, otherLows) = (Vector.MinNative(lows, vector), Vector.MinNative(otherLows, other));
                (highs, otherHighs) = (Vector.MaxNative(highs, vector), Vector.MaxNative(otherHighs, other));
                (faults, otherFaults) = (faults + (vector - vector), otherFaults + (other - other));
            }

            if (i <= block.Length - Vector<T>.Count)
            {
                Vector<T> vector = Vector.LoadUnsafe(ref first, (nuint)i);
                (lows, highs, faults) = (Vector.MinNative(lows, vector), Vector.MaxNative(highs, vector), faults + (vector - vector));
                i += Vector<T>.Count;
            }

            (lows, highs, faults) = (Vector.MinNative(lows, otherLows), Vector.MaxNative(highs, otherHighs), faults + otherFaults);
            if (!Vector.EqualsAll(faults, Vector<T>.Zero))
                return new(T.NaN, T.NaN);
            for (int lane = 0; lane < Vector<T>.Count; lane++)
                (low, high) = (T.Min(low, lows[lane]), T.Max(high, highs[lane]));
        }

        for (; i < block.Length; i++)
            (low, high) = (T.Min(low, block[i]), T.Max(high, block[i]));
        return new(low, high);
    }
}
