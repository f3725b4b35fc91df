using System.Globalization;
using System.Numerics;
using MutualInfo.Discrete.Primitives;
using MutualInfo.Internal;

namespace MutualInfo.Discrete;

/// <summary>Bins that hold equally many values: edges halfway between the sorted values at the quantiles.</summary>
/// <remarks>
/// Of M values, the first M mod bins bins hold one value more than the others. Equal values never part: ties share a bin, and bins may
/// be empty. Edges are computed in the precision of the samples. Unchanged by increasing maps of the values, up to ties.
/// Source: the adaptive binning of Lorenzen et al. (ICLR 2022). Infinities are refused. Cost: O(n·d), a radix sort.
/// </remarks>
public sealed record EqualFrequencyBins : ISweepingDiscretizer
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
    public Symbols Encode<T>(Samples<T> samples) where T : unmanaged, IFloatingPointIeee754<T> =>
        ((IInterruptibleDiscretizer)this).Encode(samples, EstimationOptions.Default);

    /// <summary>Lays the edges by a sample, once, for data that come in batches.</summary>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    /// <param name="samples">A sample of what is to be binned, shape <c>(n, d)</c>.</param>
    /// <param name="options">Threads and cancellation; null for <see cref="EstimationOptions.Default"/>.</param>
    /// <returns>Bins that give this sample the symbols that this discretizer gives it, and keep their edges for all that follow.</returns>
    /// <exception cref="ArgumentException">The samples are empty, not finite, or fewer than the bins.</exception>
    /// <exception cref="OperationCanceledException">The token of the options was cancelled.</exception>
    public FittedBins Fit<T>(Samples<T> samples, EstimationOptions? options = null) where T : unmanaged, IFloatingPointIeee754<T>
    {
        SearchedEdges<T> edges = LayAll([this], samples, options ?? EstimationOptions.Default)[0];
        return Scope == BinScope.PerLayer
            ? FittedBins.FromEdges(Widened(edges.Of(0)))
            : FittedBins.FromEdges([.. Enumerable.Range(0, edges.Columns).Select(column => Widened(edges.Of(column)))]);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Bins} equal-frequency bins {(Scope == BinScope.PerLayer ? "per layer" : "per neuron")}");

    TResult IInterruptibleDiscretizer.Count<T, TResult>(Samples<T> samples, IRowCounting<TResult> counting, EstimationOptions options) =>
        CountAll([this], samples, counting, options)[0];

    bool ISweepingDiscretizer.IsVariant(IDiscretizer other) => other is EqualFrequencyBins variant && variant.Scope == Scope;

    TResult[] ISweepingDiscretizer.CountAll<T, TResult>(
        IReadOnlyList<IDiscretizer> variants, Samples<T> samples, IRowCounting<TResult> counting, EstimationOptions options) =>
        CountAll([.. variants.Cast<EqualFrequencyBins>()], samples, counting, options);

    internal SearchedEdges<T> OfLayer<T>(Samples<T> samples, EstimationOptions options) where T : unmanaged, IFloatingPointIeee754<T> =>
        OfLayer([this], samples, options)[0];

    internal static double[] Widened<T>(ReadOnlySpan<T> edges) where T : unmanaged, IFloatingPointIeee754<T>
    {
        double[] widened = new double[edges.Length];
        for (int i = 0; i < widened.Length; i++)
            widened[i] = double.CreateTruncating(edges[i]);
        return widened;
    }

    // One sort, whatever the number of variants.
    private TResult[] CountAll<T, TResult>(
        EqualFrequencyBins[] variants, Samples<T> samples, IRowCounting<TResult> counting, EstimationOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        SearchedEdges<T>[] edges = LayAll(variants, samples, options);
        TResult[] counted = new TResult[edges.Length];
        for (int i = 0; i < counted.Length; i++)
            counted[i] = edges[i].Count(samples, counting, options);
        return counted;
    }

    private SearchedEdges<T>[] LayAll<T>(EqualFrequencyBins[] variants, Samples<T> samples, EstimationOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Guard.NotEmpty(samples, nameof(samples));
        Guard.Finite(samples, nameof(samples));
        return Scope == BinScope.PerLayer ? OfLayer(variants, samples, options) : OfColumns(variants, samples, options);
    }

    private static SearchedEdges<T>[] OfLayer<T>(EqualFrequencyBins[] variants, Samples<T> samples, EstimationOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        SearchedEdges<T>[] edges = MakeRoom<T>(variants, samples.Values.Length, 1);
        using Rented<T> values = new(samples.Values.Length);
        using Rented<T> room = new(samples.Values.Length);
        samples.Values.CopyTo(values.Span);
        NumberSort.Sort(values.Span, room.Span, options);
        for (int i = 0; i < edges.Length; i++)
            variants[i].Edges<T>(values.Span, edges[i].Of(0));
        return edges;
    }

    private static unsafe SearchedEdges<T>[] OfColumns<T>(EqualFrequencyBins[] variants, Samples<T> samples, EstimationOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (int count, int dimension) = (samples.Count, samples.Dimension);
        SearchedEdges<T>[] edges = MakeRoom<T>(variants, count, dimension);
        EstimationOptions alone = options with { MaxDegreeOfParallelism = 1 };
        int workers = Math.Min(dimension, RowWorkers.For((long)samples.Values.Length * sizeof(T), options));
        fixed (T* start = samples.Values)
        {
            T* from = start;
            RowWorkers.Run(workers, options, worker =>
            {
                using Rented<T> values = new(count);
                using Rented<T> room = new(count);
                for (int column = RowWorkers.StartOf(worker, workers, dimension); column < RowWorkers.StartOf(worker + 1, workers, dimension); column++)
                {
                    options.CancellationToken.ThrowIfCancellationRequested();
                    Span<T> ofColumn = values.Span;
                    for (int row = 0; row < ofColumn.Length; row++)
                        ofColumn[row] = from[(long)row * dimension + column];
                    NumberSort.Sort(ofColumn, room.Span, alone);
                    for (int i = 0; i < edges.Length; i++)
                        variants[i].Edges<T>(ofColumn, edges[i].Of(column));
                }
            });
        }

        return edges;
    }

    private static SearchedEdges<T>[] MakeRoom<T>(EqualFrequencyBins[] variants, int values, int columns)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach (EqualFrequencyBins variant in variants)
            variant.RequireEnough(values);
        return [.. variants.Select(variant => new SearchedEdges<T>(columns, variant.Bins - 1))];
    }

    /// <summary>The inner edges between sorted values. The outer ones lie beyond all values and part nothing.</summary>
    private void Edges<T>(ReadOnlySpan<T> sorted, Span<T> edges) where T : unmanaged, IFloatingPointIeee754<T>
    {
        (int quotient, int rest) = Math.DivRem(sorted.Length, Bins);
        for (int k = 1; k < Bins; k++)
        {
            int below = k * quotient + Math.Min(k, rest);
            edges[k - 1] = Midpoint(sorted[below - 1], sorted[below]);
        }
    }

    private void RequireEnough(int values)
    {
        if (values < Bins)
        {
            Throw.Invalid(
                "samples",
                $"samples has {values} values to share among {Bins} bins; at least one for each bin is needed. Use fewer bins.");
        }
    }

    private static T Midpoint<T>(T low, T high) where T : unmanaged, IFloatingPointIeee754<T>
    {
        T half = T.One / (T.One + T.One);
        T sum = low + high;
        return T.IsFinite(sum) ? sum * half : low * half + high * half;
    }
}
