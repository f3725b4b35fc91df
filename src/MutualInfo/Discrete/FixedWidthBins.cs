using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using MutualInfo.Discrete.Primitives;
using MutualInfo.Internal;

namespace MutualInfo.Discrete;

/// <summary>Bins of a given width and no range: <c>floor((v − origin) / width)</c>. Suits activations without bounds, such as ReLU's.</summary>
/// <remarks>
/// Source: Saxe et al. (ICLR 2018), with width 0.07 for the 12-bit network and 0.5 for MNIST. The bin is computed in the precision of
/// the samples, as there. No value is outside; infinities are refused. Cost: O(n·d).
/// </remarks>
public sealed record FixedWidthBins : IStableDiscretizer
{
    // Whole numbers below it are exact in single precision too.
    private const double MostNumbered = 1 << 22;
    private const int OneByte = 1 << 8;
    private const int TwoBytes = 1 << 16;
    private const int Glimpse = 1 << 12;

    /// <summary>Makes a discretizer.</summary>
    /// <param name="width">The width of a bin, in the units of the samples; above 0.</param>
    /// <param name="origin">Where one bin begins. The default is 0.</param>
    public FixedWidthBins(double width, double origin = 0)
    {
        Width = width;
        Origin = origin;
    }

    /// <summary>Gets the width of a bin.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a finite number above 0.</exception>
    public double Width { get; init => field = Throw.UnlessPositiveFinite(value, "width"); }

    /// <summary>Gets where one bin begins.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public double Origin { get; init => field = Throw.UnlessFinite(value, "origin"); }

    /// <inheritdoc/>
    public Symbols Encode<T>(Samples<T> samples) where T : unmanaged, IFloatingPointIeee754<T> =>
        ((IInterruptibleDiscretizer)this).Encode(samples, EstimationOptions.Default);

    /// <inheritdoc/>
    public override string ToString() => Origin == 0
        ? string.Create(CultureInfo.InvariantCulture, $"bins of width {Width}")
        : string.Create(CultureInfo.InvariantCulture, $"bins of width {Width} from {Origin}");

    bool IStableDiscretizer.IsStable => true;

    // Bins have no last one: their numbers are kept as what they are computed as.
    int? IStableDiscretizer.BinCount => null;

    TResult IInterruptibleDiscretizer.Count<T, TResult>(Samples<T> samples, IRowCounting<TResult> counting, EstimationOptions options)
    {
        Guard.NotEmpty(samples, nameof(samples));
        T width = T.CreateSaturating(Width);
        T origin = T.CreateSaturating(Origin);
        // The bins of the first samples say which cells are worth trying: a wrong guess costs another pass, and none costs correctness.
        Extremes<T> first = Extremes<T>.None.With(samples.Values[..Math.Min(samples.Values.Length, Glimpse)]);
        for (int bins = CountBins(first, origin, width) <= OneByte ? OneByte : TwoBytes; bins <= TwoBytes; bins *= OneByte)
        {
            ExtremesWatch<T> watch = new();
            TResult result = BinInterner.Count(samples, new FixedWidthRule<T>(origin, width, bins), watch, counting, options);
            if (!watch.Extremes.AreFinite)
                Guard.Finite(samples, nameof(samples));
            if (CountBins(watch.Extremes, origin, width) <= bins)
                return result;
        }

        Extremes<T> ends = Extremes<T>.OfLayer(samples, options);
        if (!T.IsFinite(T.Floor((ends.Low - origin) / width)) || !T.IsFinite(T.Floor((ends.High - origin) / width)))
            RefuseTooFar(samples, origin, width);
        return Unnumbered(samples, origin, width, counting, options);
    }

    void IStableDiscretizer.WriteKeys<T>(Samples<T> samples, ReadOnlySpan<int> rows, Span<byte> keys)
    {
        T width = T.CreateSaturating(Width);
        T origin = T.CreateSaturating(Origin);
        foreach (int row in rows)
        {
            foreach (T value in samples[row])
            {
                // The sum with +0 makes the two zeros one.
                BinaryPrimitives.WriteDoubleLittleEndian(keys, double.CreateTruncating(T.Floor((value - origin) / width)) + 0.0);
                keys = keys[sizeof(double)..];
            }
        }
    }

    // Rounding keeps the order of numbers, so every bin lies between those of the extremes. Infinite where they are too far to be numbered.
    private static double CountBins<T>(Extremes<T> ends, T origin, T width) where T : unmanaged, IFloatingPointIeee754<T>
    {
        double lowest = double.CreateTruncating(T.Floor((ends.Low - origin) / width));
        double highest = double.CreateTruncating(T.Floor((ends.High - origin) / width));
        return Unsafe.SizeOf<T>() >= sizeof(float) && Math.Max(Math.Abs(lowest), Math.Abs(highest)) < MostNumbered
            ? highest - lowest + 1
            : double.PositiveInfinity;
    }

    /// <summary>The bin's number stays a floating-point number: no cast can overflow, and where bins are so far away no cell is smaller.</summary>
    private static TResult Unnumbered<T, TResult>(
        Samples<T> samples, T origin, T width, IRowCounting<TResult> counting, EstimationOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] bins = new T[samples.Values.Length];
        for (int i = 0; i < bins.Length; i++)
            bins[i] = T.Floor((samples.Values[i] - origin) / width);
        return RowInterner.CountNumbers(Samples.FromRows<T>(bins, samples.Dimension), nameof(samples), counting, options);
    }

    private void RefuseTooFar<T>(Samples<T> samples, T origin, T width) where T : unmanaged, IFloatingPointIeee754<T>
    {
        int index = 0;
        while (T.IsFinite(T.Floor((samples.Values[index] - origin) / width)))
            index++;
        (int row, int column) = Math.DivRem(index, samples.Dimension);
        T value = samples.Values[index];
        throw new ArgumentOutOfRangeException(
            nameof(samples),
            value,
            string.Create(CultureInfo.InvariantCulture, $"samples[{row}][{column}] is {value}: too many bins of width {Width} away from the origin to be numbered. Use wider bins, or scale the samples."));
    }
}
