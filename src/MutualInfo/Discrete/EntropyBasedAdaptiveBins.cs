using System.Globalization;
using System.Numerics;
using MutualInfo.Discrete.Primitives;
using MutualInfo.Internal;

namespace MutualInfo.Discrete;

/// <summary>
/// EBAB, entropy-based adaptive binning: one set of edges for the layer, laid so that every bin holds equally many <em>different</em>
/// values. The lower end (exact zeros of ReLU) and the maximum have symbols of their own.
/// </summary>
/// <remarks>
/// Edges: <c>low</c>, then U[⌊k·|U|/bins⌋] for k = 0 … bins − 1, then the last of U, where U are the sorted different values of the layer
/// without <c>low</c> itself; a value's symbol is the greatest edge at most the value, and equal edges are one. A layer of no more than
/// <c>bins</c> different values is represented exactly. Source: Chelombiev et al. (ICLR 2019), whose edges are single precision; here
/// they have the precision of the samples, so feed <see cref="float"/> for their numbers. Cost: O(n·d), a radix sort.
/// </remarks>
public sealed record EntropyBasedAdaptiveBins : ISweepingDiscretizer
{
    /// <summary>Makes a discretizer.</summary>
    /// <param name="bins">The number of bins, at least 1. The default is 30.</param>
    /// <param name="low">
    /// The value that begins the first bin: 0 for ReLU and softplus, anything below −1 for tanh and ELU. The default, null, takes 0 for
    /// layers without negative values, and otherwise the number next below the least value.
    /// </param>
    public EntropyBasedAdaptiveBins(int bins = 30, double? low = null)
    {
        Bins = bins;
        Low = low;
    }

    /// <summary>Gets the number of bins.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not from 1 to <see cref="EqualWidthBins.MaximumBins"/>.</exception>
    public int Bins { get; init => field = Throw.UnlessBetween(value, 1, EqualWidthBins.MaximumBins, "bins"); }

    /// <summary>Gets the value that begins the first bin, or null to choose it from each layer.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public double? Low { get; init => field = value is { } low ? Throw.UnlessFinite(low, "low") : null; }

    /// <inheritdoc/>
    public Symbols Encode<T>(Samples<T> samples) where T : unmanaged, IFloatingPointIeee754<T> =>
        ((IInterruptibleDiscretizer)this).Encode(samples, EstimationOptions.Default);

    /// <summary>Lays the edges by a sample, once, for data that come in batches.</summary>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    /// <param name="samples">A sample of what is to be binned, shape <c>(n, d)</c>.</param>
    /// <param name="options">Threads and cancellation; null for <see cref="EstimationOptions.Default"/>.</param>
    /// <returns>
    /// Bins that give this sample the symbols that this discretizer gives it, and keep their edges for all that follow. What lies below the lower end is
    /// in the first bin then.
    /// </returns>
    /// <exception cref="ArgumentException">The samples are empty, not finite, or below <see cref="Low"/>.</exception>
    /// <exception cref="OperationCanceledException">The token of the options was cancelled.</exception>
    public FittedBins Fit<T>(Samples<T> samples, EstimationOptions? options = null) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Guard.NotEmpty(samples, nameof(samples));
        // The lowest edge is at most every value of the sample, so it parts none.
        return FittedBins.FromEdges(EqualFrequencyBins.Widened<T>(Edges(samples, options ?? EstimationOptions.Default).AsSpan(1)));
    }

    /// <inheritdoc/>
    public override string ToString() => Low is { } low
        ? string.Create(CultureInfo.InvariantCulture, $"EBAB ({Bins} bins, low {low})")
        : string.Create(CultureInfo.InvariantCulture, $"EBAB ({Bins} bins)");

    TResult IInterruptibleDiscretizer.Count<T, TResult>(Samples<T> samples, IRowCounting<TResult> counting, EstimationOptions options) =>
        CountAll([this], samples, counting, options)[0];

    bool ISweepingDiscretizer.IsVariant(IDiscretizer other) => other is EntropyBasedAdaptiveBins variant && Nullable.Equals(variant.Low, Low);

    TResult[] ISweepingDiscretizer.CountAll<T, TResult>(
        IReadOnlyList<IDiscretizer> variants, Samples<T> samples, IRowCounting<TResult> counting, EstimationOptions options) =>
        CountAll([.. variants.Cast<EntropyBasedAdaptiveBins>()], samples, counting, options);

    internal T[] Edges<T>(Samples<T> samples, EstimationOptions options) where T : unmanaged, IFloatingPointIeee754<T> =>
        Edges([this], samples, options)[0];

    private TResult[] CountAll<T, TResult>(
        EntropyBasedAdaptiveBins[] variants, Samples<T> samples, IRowCounting<TResult> counting, EstimationOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Guard.NotEmpty(samples, nameof(samples));
        T[][] all = Edges(variants, samples, options);
        TResult[] counted = new TResult[all.Length];
        for (int i = 0; i < counted.Length; i++)
        {
            // A value's symbol is the greatest edge at most it; of equal edges the last, so duplicated edges merge. The lowest edge is at
            // most every value, so it parts none.
            SearchedEdges<T> edges = new(1, all[i].Length - 1);
            all[i].AsSpan(1).CopyTo(edges.Of(0));
            counted[i] = edges.Count(samples, counting, options);
        }

        return counted;
    }

    // One sort, whatever the number of variants; they differ in their number of bins alone.
    private T[][] Edges<T>(EntropyBasedAdaptiveBins[] variants, Samples<T> samples, EstimationOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T least = Extremes<T>.OfLayer(samples, options).Low;
        T low = Low is { } given ? T.CreateSaturating(given) : least >= T.Zero ? T.Zero : T.BitDecrement(least);
        if (least < low)
        {
            throw new ArgumentOutOfRangeException(
                nameof(samples),
                least,
                string.Create(CultureInfo.InvariantCulture, $"samples has the value {least} below low = {low}. Choose low at or below the least value, or null to have it chosen."));
        }

        using Rented<T> sorted = new(samples.Values.Length);
        using Rented<T> room = new(samples.Values.Length);
        int different = DistinctValues.Sort(samples.Values, low, sorted.Span, room.Span, options);
        T[][] edges = new T[variants.Length][];
        for (int i = 0; i < edges.Length; i++)
            edges[i] = different == 0 ? [low] : variants[i].Edges<T>(low, sorted.Span[..different]);
        return edges;
    }

    private T[] Edges<T>(T low, ReadOnlySpan<T> different) where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] edges = new T[Bins + 2];
        edges[0] = low;
        for (int k = 0; k < Bins; k++)
        {
            // The floor of the floating-point product, as the authors compute it.
            edges[k + 1] = different[(int)(k * ((double)different.Length / Bins))];
        }

        edges[^1] = different[^1];
        return edges;
    }
}
