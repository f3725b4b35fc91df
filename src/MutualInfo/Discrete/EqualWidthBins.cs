using System.Globalization;
using System.Numerics;
using MutualInfo.Discrete.Primitives;
using MutualInfo.Internal;

namespace MutualInfo.Discrete;

/// <summary>Bins of equal width over a range: half-open [a, b), the last one closed at the maximum.</summary>
/// <remarks>
/// Edges are <c>low + i·(high − low)/bins</c> in double precision, and a value's bin is decided by comparison with them. A constant
/// layer or neuron has one bin. With a given range, values outside it, infinities too, are counted in the outermost bins and in
/// <see cref="Symbols.ValuesOutsideRange"/>; with a measured range infinities are refused.
/// Source: the uniform binning of Lorenzen et al. (ICLR 2022) with its intended edges. Cost: O(n·d).
/// </remarks>
public sealed record EqualWidthBins : ISweepingDiscretizer, IStableDiscretizer
{
    /// <summary>The most bins that can be asked for.</summary>
    public const int MaximumBins = 1 << 24;

    /// <summary>Makes a discretizer.</summary>
    /// <param name="bins">The number of bins, from 1 to <see cref="MaximumBins"/>. The literature uses 30, 100 and 256.</param>
    /// <param name="range">What the bins divide.</param>
    public EqualWidthBins(int bins, BinRange range)
    {
        Bins = bins;
        Range = range;
    }

    /// <summary>Gets the number of bins.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not from 1 to <see cref="MaximumBins"/>.</exception>
    public int Bins { get; init => field = Throw.UnlessBetween(value, 1, MaximumBins, "bins"); }

    /// <summary>Gets what the bins divide.</summary>
    public BinRange Range { get; init; }

    /// <inheritdoc/>
    public Symbols Encode<T>(Samples<T> samples) where T : unmanaged, IFloatingPointIeee754<T> =>
        ((IInterruptibleDiscretizer)this).Encode(samples, EstimationOptions.Default);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Bins} equal-width bins {Range}");

    bool IStableDiscretizer.IsStable => Range.IsGiven;

    int? IStableDiscretizer.BinCount => Bins;

    TResult IInterruptibleDiscretizer.Count<T, TResult>(Samples<T> samples, IRowCounting<TResult> counting, EstimationOptions options)
    {
        Guard.NotEmpty(samples, nameof(samples));
        if (Range.IsGiven)
        {
            double[] given = BinEdges.EqualWidth(Range.Low, Range.High, Bins);
            RangeWatch<T> watch = new(UniformEdges<T>.Ceiling(given[0]), UniformEdges<T>.Floor(given[^1]));
            return new UniformEdges<T>([given], Bins).Count(samples, watch, counting, options);
        }

        return new UniformEdges<T>(Edges(Measured(samples, options)), Bins).Count(samples, null, counting, options);
    }

    void IStableDiscretizer.WriteKeys<T>(Samples<T> samples, ReadOnlySpan<int> rows, Span<byte> keys) =>
        new UniformEdges<T>([BinEdges.EqualWidth(Range.Low, Range.High, Bins)], Bins).WriteKeys(samples, rows, keys);

    bool ISweepingDiscretizer.IsVariant(IDiscretizer other) => other is EqualWidthBins variant && variant.Range == Range;

    TResult[] ISweepingDiscretizer.CountAll<T, TResult>(
        IReadOnlyList<IDiscretizer> variants, Samples<T> samples, IRowCounting<TResult> counting, EstimationOptions options)
    {
        Guard.NotEmpty(samples, nameof(samples));
        TResult[] counted = new TResult[variants.Count];
        Extremes<T>[]? ranges = Range.IsGiven ? null : Measured(samples, options);
        for (int i = 0; i < counted.Length; i++)
        {
            EqualWidthBins variant = (EqualWidthBins)variants[i];
            counted[i] = ranges is null
                ? ((IInterruptibleDiscretizer)variant).Count(samples, counting, options)
                : new UniformEdges<T>(variant.Edges(ranges), variant.Bins).Count(samples, null, counting, options);
        }

        return counted;
    }

    private Extremes<T>[] Measured<T>(Samples<T> samples, EstimationOptions options) where T : unmanaged, IFloatingPointIeee754<T> =>
        Range.Scope == BinScope.PerLayer ? [Extremes<T>.OfLayer(samples, options)] : Extremes<T>.OfColumns(samples, options);

    private double[]?[] Edges<T>(Extremes<T>[] ranges) where T : unmanaged, IFloatingPointIeee754<T>
    {
        double[]?[] edges = new double[ranges.Length][];
        for (int i = 0; i < ranges.Length; i++)
        {
            // A constant column has one bin, so no edges.
            if (ranges[i].Width("samples") > 0)
                edges[i] = BinEdges.EqualWidth(double.CreateTruncating(ranges[i].Low), double.CreateTruncating(ranges[i].High), Bins);
        }

        return edges;
    }
}
