using System.Numerics;
using System.Numerics.Tensors;
using MutualInfo.Internal;

namespace MutualInfo.Discrete.Primitives;

/// <summary>The least and the greatest value of a layer or of each of its columns.</summary>
internal readonly record struct Extremes<T>(T Low, T High) where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int BlockBytes = 1 << 15;

    // What extremes begin with before a number has come.
    private static Extremes<T> None => new(T.PositiveInfinity, T.NegativeInfinity);

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
            all = new(T.Min(all.Low, part.Low), T.Max(all.High, part.High));
        // A minimum of NaN is NaN, so both ends are finite only where all numbers are.
        if (!T.IsFinite(all.Low) || !T.IsFinite(all.High))
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
            isFinite &= T.IsFinite(all.Low) && T.IsFinite(all.High);
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

    private Extremes<T> With(ReadOnlySpan<T> block) => new(T.Min(Low, TensorPrimitives.Min(block)), T.Max(High, TensorPrimitives.Max(block)));
}
