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
public sealed record EqualWidthBins : IDiscretizer
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
    public Symbols Encode<T>(Samples<T> samples) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Guard.NotEmpty(samples, nameof(samples));
        if (Range.IsGiven)
        {
            Guard.NotNaN(samples, nameof(samples));
            return EncodeInRange(samples, BinEdges.EqualWidth(Range.Low, Range.High, Bins));
        }

        Guard.Finite(samples, nameof(samples));
        return EncodeMeasured(samples);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Bins} equal-width bins {Range}");

    private static Symbols EncodeInRange<T>(Samples<T> samples, double[] edges) where T : unmanaged, IFloatingPointIeee754<T>
    {
        int[] bins = new int[samples.Values.Length];
        long outside = 0;
        for (int i = 0; i < bins.Length; i++)
        {
            double value = double.CreateTruncating(samples.Values[i]);
            if (value < edges[0] || value > edges[^1])
                outside++;
            bins[i] = BinEdges.FindEqualWidth(value, edges);
        }

        return RowInterner.Intern<int>(bins, samples.Dimension, outside);
    }

    private Symbols EncodeMeasured<T>(Samples<T> samples) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Extremes<T>[] ranges = Range.Scope == BinScope.PerLayer ? [Extremes<T>.OfLayer(samples)] : Extremes<T>.OfColumns(samples);
        double[]?[] edges = new double[ranges.Length][];
        for (int i = 0; i < ranges.Length; i++)
        {
            // A constant column has one bin, so no edges.
            if (ranges[i].Width(nameof(samples)) > 0)
                edges[i] = BinEdges.EqualWidth(double.CreateTruncating(ranges[i].Low), double.CreateTruncating(ranges[i].High), Bins);
        }

        int[] bins = new int[samples.Values.Length];
        for (int row = 0, at = 0; row < samples.Count; row++)
        {
            ReadOnlySpan<T> values = samples[row];
            for (int column = 0; column < values.Length; column++, at++)
            {
                if (edges[edges.Length == 1 ? 0 : column] is { } columnEdges)
                    bins[at] = BinEdges.FindEqualWidth(double.CreateTruncating(values[column]), columnEdges);
            }
        }

        return RowInterner.Intern<int>(bins, samples.Dimension);
    }
}
