using System.Globalization;
using System.Numerics;
using MutualInfo.Discrete.Primitives;
using MutualInfo.Internal;

namespace MutualInfo.Discrete;

/// <summary>
/// The rule behind the published information planes: equally spaced edges with both ends, rounded to single precision. 30 edges are
/// 29 intervals and a last symbol of its own for values at the upper end.
/// </summary>
/// <remarks>
/// Source: Shwartz-Ziv and Tishby (2017). A value's symbol is the greatest edge at most the value. The original wraps values below the
/// lowest edge into the highest symbol; here they are counted in the lowest interval, values above in the highest symbol, and both in
/// <see cref="Symbols.ValuesOutsideRange"/>. For bins of truly equal width use <see cref="EqualWidthBins"/>. Cost: O(n·d).
/// </remarks>
public sealed record ShwartzZivTishbyBins : IStableDiscretizer
{
    /// <summary>Makes a discretizer.</summary>
    /// <param name="edges">The number of edges, at least 2. The default is 30.</param>
    /// <param name="low">The lowest edge. The default is −1, for tanh.</param>
    /// <param name="high">The highest edge. The default is 1, for tanh.</param>
    public ShwartzZivTishbyBins(int edges = 30, double low = -1, double high = 1)
    {
        Edges = edges;
        Range = BinRange.Given(low, high);
    }

    /// <summary>Gets the number of edges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 2.</exception>
    public int Edges { get; init => field = Throw.UnlessBetween(value, 2, EqualWidthBins.MaximumBins, "edges"); }

    /// <summary>Gets the lowest and the highest edge.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range is not a given one, or its ends do not differ in single precision.</exception>
    public BinRange Range
    {
        get;
        init
        {
            if (!value.IsGiven)
                Throw.OutOfRange("range", value, "a given range, BinRange.Given(low, high)");
            if (!float.IsFinite((float)value.High - (float)value.Low) || (float)value.High == (float)value.Low)
                Throw.OutOfRange(
                    "range", value, "ends that differ by a finite number in single precision, the precision of these edges");
            field = value;
        }
    }

    /// <inheritdoc/>
    public Symbols Encode<T>(Samples<T> samples) where T : unmanaged, IFloatingPointIeee754<T> =>
        ((IInterruptibleDiscretizer)this).Encode(samples, EstimationOptions.Default);

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Edges} Shwartz-Ziv-Tishby edges {Range}");

    bool IStableDiscretizer.IsStable => true;

    int? IStableDiscretizer.BinCount => Edges;

    TResult IInterruptibleDiscretizer.Count<T, TResult>(Samples<T> samples, IRowCounting<TResult> counting, EstimationOptions options)
    {
        Guard.NotEmpty(samples, nameof(samples));
        double[] edges = RoundedEdges();
        RangeWatch<T> watch = new(UniformEdges<T>.Ceiling(edges[0]), UniformEdges<T>.Floor(edges[^1]));
        return Closed<T>(edges).Count(samples, watch, counting, options);
    }

    void IStableDiscretizer.WriteKeys<T>(Samples<T> samples, ReadOnlySpan<int> rows, Span<byte> keys) =>
        Closed<T>(RoundedEdges()).WriteKeys(samples, rows, keys);

    // The last edge opens a symbol that nothing closes; one more edge, as far beyond, makes it a bin like the others.
    private UniformEdges<T> Closed<T>(double[] edges) where T : unmanaged, IFloatingPointIeee754<T> =>
        new([[.. edges, edges[^1] + (edges[^1] - edges[0]) / (Edges - 1)]], Edges);

    // low + i·step in double with the last edge exact, then rounded to float: the published values depend on both steps.
    private double[] RoundedEdges()
    {
        double step = (Range.High - Range.Low) / (Edges - 1);
        double[] edges = new double[Edges];
        for (int i = 0; i < Edges; i++)
            edges[i] = (float)(i == Edges - 1 ? Range.High : Range.Low + i * step);
        return edges;
    }
}
