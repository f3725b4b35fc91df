using System.Globalization;
using System.Numerics;
using MutualInfo.Discrete.Primitives;
using MutualInfo.Internal;

namespace MutualInfo.Discrete;

/// <summary>Bins that hold equally many values: edges halfway between the sorted values at the quantiles.</summary>
/// <remarks>
/// Of M values, the first M mod bins bins hold one value more than the others. Equal values never part: ties share a bin, and bins may
/// be empty. Edges are computed in the precision of the samples. Unchanged by increasing maps of the values, up to ties.
/// Source: the adaptive binning of Lorenzen et al. (ICLR 2022). Infinities are refused. Cost: O(n·d·log(n·d)).
/// </remarks>
public sealed record EqualFrequencyBins : IDiscretizer
{
    /// <summary>Makes a discretizer.</summary>
    /// <param name="bins">The number of bins, at least 1.</param>
    /// <param name="scope">Whether the values of the whole layer are sorted together or those of each neuron. The default is the layer.</param>
    public EqualFrequencyBins(int bins, BinScope scope = BinScope.PerLayer)
    {
        Bins = bins;
        Scope = scope;
    }

    /// <summary>Gets the number of bins.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not from 1 to <see cref="EqualWidthBins.MaximumBins"/>.</exception>
    public int Bins { get; init => field = Throw.UnlessBetween(value, 1, EqualWidthBins.MaximumBins, "bins"); }

    /// <summary>Gets whether the values of the whole layer are sorted together or those of each neuron.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a <see cref="BinScope"/>.</exception>
    public BinScope Scope { get; init => field = Throw.UnlessDefined(value, "scope"); }

    /// <inheritdoc/>
    public Symbols Encode<T>(Samples<T> samples) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Guard.NotEmpty(samples, nameof(samples));
        Guard.Finite(samples, nameof(samples));
        int[] bins = new int[samples.Values.Length];
        if (Scope == BinScope.PerLayer)
        {
            T[] edges = Edges(samples.Values.ToArray());
            for (int i = 0; i < bins.Length; i++)
                bins[i] = BinEdges.CountAtMost(samples.Values[i], edges);
        }
        else
        {
            for (int column = 0; column < samples.Dimension; column++)
                EncodeColumn(samples, column, bins);
        }

        return RowInterner.Intern<int>(bins, samples.Dimension);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Bins} equal-frequency bins {(Scope == BinScope.PerLayer ? "per layer" : "per neuron")}");

    private void EncodeColumn<T>(Samples<T> samples, int column, int[] bins) where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] values = new T[samples.Count];
        for (int row = 0; row < values.Length; row++)
            values[row] = samples[row][column];
        T[] edges = Edges(values);
        for (int row = 0; row < samples.Count; row++)
            bins[row * samples.Dimension + column] = BinEdges.CountAtMost(samples[row][column], edges);
    }

    /// <summary>The inner edges. The outer ones lie beyond all values and part nothing.</summary>
    internal T[] Edges<T>(T[] values) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (values.Length < Bins)
        {
            Throw.Invalid(
                "samples",
                $"samples has {values.Length} values to share among {Bins} bins; at least one for each bin is needed. Use fewer bins.");
        }

        Array.Sort(values);
        (int quotient, int rest) = Math.DivRem(values.Length, Bins);
        T[] edges = new T[Bins - 1];
        for (int k = 1; k < Bins; k++)
        {
            int below = k * quotient + Math.Min(k, rest);
            edges[k - 1] = Midpoint(values[below - 1], values[below]);
        }

        return edges;
    }

    private static T Midpoint<T>(T low, T high) where T : unmanaged, IFloatingPointIeee754<T>
    {
        T half = T.One / (T.One + T.One);
        T sum = low + high;
        return T.IsFinite(sum) ? sum * half : low * half + high * half;
    }
}
