using System.Globalization;
using MutualInfo.Kernels;

namespace MutualInfo;

/// <summary>What was seen on the way to an estimate. A figure that has no meaning for the estimator is null.</summary>
public sealed record EstimateDiagnostics
{
    /// <summary>Gets what computed it, such as <c>CPU</c>.</summary>
    public required string Backend { get; init; }

    /// <summary>Gets the time it took.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Gets in which form x was given; null where the estimator does not say.</summary>
    public VariableForm? FormX { get; init; }

    /// <summary>Gets in which form y was given; null where the estimator does not say.</summary>
    public VariableForm? FormY { get; init; }

    /// <summary>
    /// Gets whether x and y are one variable to the estimator: they tell the same samples apart, or are the same numbers over the same
    /// bandwidth. Null where it has not looked.
    /// </summary>
    public bool? AreSame { get; init; }

    /// <summary>Gets the number of different symbols of x (counting estimators, and labels elsewhere).</summary>
    public int? AlphabetSizeX { get; init; }

    /// <summary>Gets the number of different symbols of y (counting estimators, and labels elsewhere).</summary>
    public int? AlphabetSizeY { get; init; }

    /// <summary>Gets the number of different pairs of symbols (counting estimators).</summary>
    public int? JointAlphabetSize { get; init; }

    /// <summary>Gets the share of the samples whose symbol pair occurs only once, from 0 to 1 (counting estimators).</summary>
    public double? SingletonShare { get; init; }

    /// <summary>Gets the share of the samples whose symbol of x occurs only once, from 0 to 1 (counting estimators).</summary>
    public double? SingletonShareX { get; init; }

    /// <summary>Gets the share of the samples whose symbol of y occurs only once, from 0 to 1 (counting estimators).</summary>
    public double? SingletonShareY { get; init; }

    /// <summary>
    /// Gets the share of the samples, from 0 to 1, whose k-th neighbour is at distance 0 or at a distance that another sample shares
    /// (nearest-neighbour estimators). Above 0 the samples repeat or are rounded, and ties were decided.
    /// </summary>
    public double? TiedShare { get; init; }

    /// <summary>Gets the share of the samples, from 0 to 1, whose label no other sample has, so that they have no neighbour (Ross).</summary>
    public double? IsolatedShare { get; init; }

    /// <summary>
    /// Gets what the formula gave, where that is above ln n, which bounds the value (nearest-neighbour estimators with k = 1 alone);
    /// else null.
    /// </summary>
    public Information? UnboundedValue { get; init; }

    /// <summary>
    /// Gets the bias that neighbourhoods of finite size have, as the change from k to k/2 neighbours of the same search implies: the
    /// value less what it tends to as they shrink, below 0 where information was missed (nearest-neighbour estimators; null where
    /// k = 1). Taken off nowhere.
    /// </summary>
    public Information? NeighbourhoodBias { get; init; }

    /// <summary>Gets the standard error of <see cref="NeighbourhoodBias"/>.</summary>
    public Information? NeighbourhoodBiasError { get; init; }

    /// <summary>Gets the values of x that lay outside a given range and were counted in its outermost bins.</summary>
    public long ValuesOutsideRangeX { get; init; }

    /// <summary>Gets the values of y that lay outside a given range and were counted in its outermost bins.</summary>
    public long ValuesOutsideRangeY { get; init; }

    /// <summary>Gets the bandwidth σ used for x, in the units of x after scaling (kernel estimators; null for symbols).</summary>
    public double? BandwidthX { get; init; }

    /// <summary>Gets the bandwidth σ used for y, in the units of y after scaling (kernel estimators; null for symbols).</summary>
    public double? BandwidthY { get; init; }

    /// <summary>
    /// Gets the mean similarity of two different samples of x, from 0 to 1 (kernel density); for matrix Rényi the root of the mean square,
    /// which the spectrum and order 2 give, and at the orders 3 and 4 the similarity that would give the same trace if all pairs had it.
    /// </summary>
    public double? MeanSimilarityX { get; init; }

    /// <summary>Gets the mean similarity of two different samples of y; see <see cref="MeanSimilarityX"/>.</summary>
    public double? MeanSimilarityY { get; init; }

    /// <summary>Gets what the structure of x's Gram matrix saved (matrix Rényi on the CPU; null elsewhere).</summary>
    public GramStructure? StructureX { get; init; }

    /// <summary>Gets what the structure of y's Gram matrix saved (matrix Rényi on the CPU; null elsewhere).</summary>
    public GramStructure? StructureY { get; init; }

    /// <summary>Gets what the structure of the joint Gram matrix saved (matrix Rényi on the CPU; null elsewhere).</summary>
    public GramStructure? JointStructure { get; init; }

    /// <summary>Says what is known in one line, independent of the culture.</summary>
    public override string ToString()
    {
        List<string> parts = [Backend, Invariant($"{Elapsed.TotalMilliseconds:0.##} ms")];
        if (AlphabetSizeX is { } x)
            parts.Add(Invariant($"alphabet of x {x}"));
        if (AlphabetSizeY is { } y)
            parts.Add(Invariant($"alphabet of y {y}"));
        if (JointAlphabetSize is { } pairs)
            parts.Add(Invariant($"{pairs} different pairs"));
        if (SingletonShare is { } singletons)
            parts.Add(Invariant($"{singletons:P0} of the samples in pairs seen once"));
        if (TiedShare is { } tied)
            parts.Add(Invariant($"{tied:P0} of the samples with a tied neighbour"));
        if (IsolatedShare is { } isolated)
            parts.Add(Invariant($"{isolated:P0} of the samples alone with their label"));
        if (NeighbourhoodBias is { } bias)
            parts.Add(Invariant($"bias of the neighbourhoods {bias} ± {NeighbourhoodBiasError}"));
        if (UnboundedValue is { } unbounded)
            parts.Add(Invariant($"bounded from {unbounded}"));
        if (ValuesOutsideRangeX + ValuesOutsideRangeY > 0)
            parts.Add(Invariant($"values outside the range: x {ValuesOutsideRangeX}, y {ValuesOutsideRangeY}"));
        if (BandwidthX is { } sigmaX)
            parts.Add(Invariant($"σ of x {sigmaX:G4}"));
        if (BandwidthY is { } sigmaY)
            parts.Add(Invariant($"σ of y {sigmaY:G4}"));
        if (JointStructure is { } joint)
            parts.Add($"joint Gram matrix: {joint}");
        return string.Join(", ", parts);
    }

    internal EstimateDiagnostics Swapped() => this with
    {
        FormX = FormY,
        FormY = FormX,
        SingletonShareX = SingletonShareY,
        SingletonShareY = SingletonShareX,
        MeanSimilarityX = MeanSimilarityY,
        MeanSimilarityY = MeanSimilarityX,
        AlphabetSizeX = AlphabetSizeY,
        AlphabetSizeY = AlphabetSizeX,
        ValuesOutsideRangeX = ValuesOutsideRangeY,
        ValuesOutsideRangeY = ValuesOutsideRangeX,
        BandwidthX = BandwidthY,
        BandwidthY = BandwidthX,
        StructureX = StructureY,
        StructureY = StructureX,
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
