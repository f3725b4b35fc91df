using System.Globalization;
using System.Numerics;
using MutualInfo.Discrete.Primitives;
using MutualInfo.Internal;

namespace MutualInfo.Discrete;

/// <summary>
/// The re-map of the exact analysis of quantised networks: <c>round((v − low)·2^bits / (high − low))</c>, half to even, which has
/// 2^bits + 1 levels.
/// </summary>
/// <remarks>
/// One-to-one on values that a quantiser of as many bits has made, so entropies are exact there; for other layers it is a fine binning.
/// Computed in the precision of the samples, as in the source: Lorenzen et al. (ICLR 2022). A constant layer has one level. Values
/// outside a given range are counted in the outermost levels and in <see cref="Symbols.ValuesOutsideRange"/>. For truly discrete
/// layers <see cref="ExactRows"/> needs no range. Cost: O(n·d).
/// </remarks>
public sealed record QuantizedLevels : IStableDiscretizer
{
    /// <summary>Makes a discretizer.</summary>
    /// <param name="bits">The bits of the quantiser, from 1 to 24.</param>
    /// <param name="range">The range of the levels; <see cref="BinRange.PerLayer"/>, the source's choice, measures it.</param>
    public QuantizedLevels(int bits, BinRange range)
    {
        Bits = bits;
        Range = range;
    }

    /// <summary>Makes a discretizer whose range is measured for each layer.</summary>
    /// <param name="bits">The bits of the quantiser, from 1 to 24.</param>
    public QuantizedLevels(int bits)
        : this(bits, BinRange.PerLayer)
    {
    }

    /// <summary>Gets the bits of the quantiser.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not from 1 to 24.</exception>
    public int Bits { get; init => field = Throw.UnlessBetween(value, 1, 24, "bits"); }

    /// <summary>Gets the range of the levels.</summary>
    public BinRange Range { get; init; }

    /// <inheritdoc/>
    public Symbols Encode<T>(Samples<T> samples) where T : unmanaged, IFloatingPointIeee754<T> =>
        ((IInterruptibleDiscretizer)this).Encode(samples, EstimationOptions.Default);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Bits}-bit levels {Range}");

    bool IStableDiscretizer.IsStable => Range.IsGiven;

    int? IStableDiscretizer.BinCount => (1 << Bits) + 1;

    unsafe TResult IInterruptibleDiscretizer.Count<T, TResult>(Samples<T> samples, IRowCounting<TResult> counting, EstimationOptions options)
    {
        Guard.NotEmpty(samples, nameof(samples));
        Extremes<T>[] ranges = Ranges(samples, options);
        T[] allLows = Cyclic.Extend<T>([.. ranges.Select(range => range.Low)]);
        T[] allHighs = Cyclic.Extend<T>([.. ranges.Select(range => range.High)]);
        // A constant layer has one level, 0: (low − low)/1.
        T[] allSpans = Cyclic.Extend<T>([.. ranges.Select(range => range.High == range.Low ? T.One : range.High - range.Low)]);
        RangeWatch<T>? watch = Range.IsGiven ? new RangeWatch<T>(ranges[0].Low, ranges[0].High) : null;
        fixed (T* lows = allLows, highs = allHighs, spans = allSpans)
            return BinInterner.Count(
                samples, new LevelRule<T>(lows, highs, spans, 1 << Bits, ranges.Length), watch, counting, options);
    }

    unsafe void IStableDiscretizer.WriteKeys<T>(Samples<T> samples, ReadOnlySpan<int> rows, Span<byte> keys)
    {
        T low = T.CreateSaturating(Range.Low);
        T high = T.CreateSaturating(Range.High);
        T span = high == low ? T.One : high - low;
        BinKeys.Write(new LevelRule<T>(&low, &high, &span, 1 << Bits, 1), samples, rows, keys);
    }

    private Extremes<T>[] Ranges<T>(Samples<T> samples, EstimationOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Range.IsGiven)
        {
            Extremes<T> given = new(T.CreateSaturating(Range.Low), T.CreateSaturating(Range.High));
            RefuseOverflow(given, "range");
            return [given];
        }

        Extremes<T>[] ranges = Range.Scope == BinScope.PerLayer
            ? [Extremes<T>.OfLayer(samples, options)]
            : Extremes<T>.OfColumns(samples, options);
        foreach (Extremes<T> range in ranges)
            RefuseOverflow(range, nameof(samples));
        return ranges;
    }

    // (v − low)·2^bits is formed before the division, as in the source; in single precision that can overflow.
    private void RefuseOverflow<T>(Extremes<T> range, string paramName) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!T.IsFinite((range.High - range.Low) * T.CreateChecked(1 << Bits)))
        {
            throw new ArgumentOutOfRangeException(
                paramName,
                range.High,
                string.Create(CultureInfo.InvariantCulture, $"{paramName} spans from {range.Low} to {range.High}, too wide for {Bits}-bit levels in the precision of the samples. Divide the samples by a constant first."));
        }
    }
}
