using System.Globalization;
using System.Numerics;
using MutualInfo.Discrete.Primitives;
using MutualInfo.Internal;

namespace MutualInfo.Discrete;

/// <summary>Bins between edges that are known: given, or fitted to a sample once and kept for all data that follow.</summary>
/// <remarks>
/// A value's bin is the number of edges that are at most the value, so the outermost bins are open, and equal edges are one.
/// Edges are compared in double precision. Infinities are refused. Made by <see cref="EqualFrequencyBins.Fit"/> and
/// <see cref="EntropyBasedAdaptiveBins.Fit"/> for data that come in batches, or by <see cref="FromEdges(ReadOnlySpan{double})"/>.
/// Cost: O(n·d·log bins).
/// </remarks>
public sealed record FittedBins : IStableDiscretizer
{
    private readonly double[][] _edges;

    private FittedBins(double[][] edges, BinScope scope)
    {
        for (int column = 0; column < edges.Length; column++)
        {
            string name = scope == BinScope.PerLayer ? "edges" : $"edges[{column}]";
            RequireAscending(edges[column], name);
        }

        _edges = edges;
        Scope = scope;
        Bins = edges.Max(ofColumn => ofColumn.Length) + 1;
    }

    /// <summary>Gets whether one set of edges serves all neurons, or each neuron has its own.</summary>
    public BinScope Scope { get; }

    /// <summary>Gets the number of bins; of the neuron that has most, where they differ.</summary>
    public int Bins { get; }

    /// <summary>Gets how many sets of edges there are: 1 for a layer, or d.</summary>
    public int SetCount => _edges.Length;

    /// <summary>Makes bins between given edges, the same for all neurons.</summary>
    /// <param name="edges">The inner edges, ascending and finite; k edges make k + 1 bins.</param>
    /// <exception cref="ArgumentException">The edges do not ascend, or one is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// There are more than <see cref="EqualWidthBins.MaximumBins"/> bins.
    /// </exception>
    public static FittedBins FromEdges(ReadOnlySpan<double> edges) => new([edges.ToArray()], BinScope.PerLayer);

    /// <summary>Makes bins between given edges, others for each neuron.</summary>
    /// <param name="edges">The inner edges of each neuron (column), each ascending and finite.</param>
    /// <exception cref="ArgumentNullException"><paramref name="edges"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// There are no neurons, one has no array, edges do not ascend, or one is not finite.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// There are more than <see cref="EqualWidthBins.MaximumBins"/> bins.
    /// </exception>
    public static FittedBins FromEdges(double[][] edges)
    {
        ArgumentNullException.ThrowIfNull(edges);
        if (edges.Length == 0)
            Throw.Invalid(nameof(edges), $"edges has no neurons; at least one set of edges is expected.");
        int missing = Array.FindIndex(edges, static ofColumn => ofColumn is null);
        if (missing >= 0)
            Throw.Invalid(nameof(edges), $"edges[{missing}] is null; the edges of that neuron are expected, or an empty array for one bin.");
        return new FittedBins([.. edges.Select(static ofColumn => ofColumn.ToArray())], BinScope.PerNeuron);
    }

    /// <summary>Gets one set of edges, ascending.</summary>
    /// <param name="set">Which, from 0 and below <see cref="SetCount"/>: the neuron, or 0 for a layer.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such set.</exception>
    public ReadOnlySpan<double> Edges(int set)
    {
        if ((uint)set >= (uint)_edges.Length)
            Throw.OutOfRange(nameof(set), set, FormattableString.Invariant($"an index from 0 and below {_edges.Length}"));
        return _edges[set];
    }

    /// <inheritdoc/>
    public Symbols Encode<T>(Samples<T> samples) where T : unmanaged, IFloatingPointIeee754<T> =>
        ((IInterruptibleDiscretizer)this).Encode(samples, EstimationOptions.Default);

    /// <summary>Tells whether the other has the same edges, to the last bit.</summary>
    public bool Equals(FittedBins? other) =>
        other is not null && Scope == other.Scope && _edges.Length == other._edges.Length
        && _edges.Zip(other._edges, static (left, right) => left.AsSpan().SequenceEqual(right)).All(static equal => equal);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (double edge in _edges.SelectMany(static ofColumn => ofColumn))
            hash.Add(edge);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Bins} fitted bins {(Scope == BinScope.PerLayer ? "per layer" : "per neuron")}");

    bool IStableDiscretizer.IsStable => true;

    int? IStableDiscretizer.BinCount => Bins;

    TResult IInterruptibleDiscretizer.Count<T, TResult>(Samples<T> samples, IRowCounting<TResult> counting, EstimationOptions options)
    {
        Guard.NotEmpty(samples, nameof(samples));
        Guard.Finite(samples, nameof(samples));
        RequireDimension(samples.Dimension);
        return Searched<T>().Count(samples, counting, options);
    }

    void IStableDiscretizer.WriteKeys<T>(Samples<T> samples, ReadOnlySpan<int> rows, Span<byte> keys) =>
        Searched<T>().WriteKeys(samples, rows, keys);

    internal void RequireDimension(int dimension)
    {
        if (Scope == BinScope.PerNeuron && dimension != _edges.Length)
            Throw.Invalid("samples", $"samples has dimension {dimension}; these bins have edges for {_edges.Length} neuron(s).");
    }

    private SearchedEdges<T> Searched<T>() where T : unmanaged, IFloatingPointIeee754<T>
    {
        // A neuron with fewer edges keeps NaN in the places of the others, which no value reaches.
        SearchedEdges<T> searched = new(_edges.Length, Bins - 1);
        for (int column = 0; column < _edges.Length; column++)
        {
            Span<T> ofColumn = searched.Of(column);
            for (int i = 0; i < _edges[column].Length; i++)
                ofColumn[i] = UniformEdges<T>.Ceiling(_edges[column][i]);
        }

        return searched;
    }

    private static void RequireAscending(double[] edges, string name)
    {
        if (edges.Length >= EqualWidthBins.MaximumBins)
            Throw.OutOfRange(nameof(edges), edges.Length, FormattableString.Invariant($"fewer than {EqualWidthBins.MaximumBins} edges"));
        for (int i = 0; i < edges.Length; i++)
        {
            // −0 and +0 are one edge; edges that are equal must have equal bits to be told equal.
            edges[i] += 0.0;
            if (!double.IsFinite(edges[i]))
                Throw.Invalid(nameof(edges), $"{name}[{i}] is {edges[i]}; edges are finite numbers.");
            if (i > 0 && edges[i] < edges[i - 1])
                Throw.Invalid(nameof(edges), $"{name}[{i}] is {edges[i]}, below {name}[{i - 1}] = {edges[i - 1]}; edges ascend. Sort them first.");
        }
    }
}
