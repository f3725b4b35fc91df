using System.Diagnostics;
using MutualInfo.Discrete;
using MutualInfo.Discrete.Primitives;

namespace MutualInfo.Internal;

/// <summary>A variable of the counting family.</summary>
internal abstract class CountingRepresentation : Representation
{
    /// <summary>Gets how many different symbols were seen.</summary>
    public abstract int AlphabetSize { get; }

    /// <summary>Gets how many values lay outside the range of the discretizer.</summary>
    public abstract long ValuesOutsideRange { get; }

    /// <summary>The entropy of the variable by itself; not kept.</summary>
    public abstract Information Estimate(IEntropyEstimator entropy);

    /// <summary>How often pairs with another variable occur.</summary>
    public abstract CountsOfCounts PairsWith(CountingRepresentation other, EstimationOptions options);

    /// <summary>The plug-in information with another variable, from the cells of their table.</summary>
    public abstract double PlugInNatsWith(CountingRepresentation other, CancellationToken token);
}

/// <summary>A variable by the symbol of each sample: for any other to be joined with.</summary>
internal sealed class SymbolsRepresentation(Symbols symbols) : CountingRepresentation
{
    public override Symbols Symbols { get; } = symbols;

    public override int Count => Symbols.Count;

    public override int AlphabetSize => Symbols.AlphabetSize;

    public override long ValuesOutsideRange => Symbols.ValuesOutsideRange;

    public override Information Estimate(IEntropyEstimator entropy) => entropy.Estimate(Symbols.Histogram);

    public override CountsOfCounts PairsWith(CountingRepresentation other, EstimationOptions options) =>
        other.Symbols is { } ofOther ? PairCounts.Of(Symbols, ofOther, options) : other.PairsWith(this, options);

    public override double PlugInNatsWith(CountingRepresentation other, CancellationToken token) =>
        other.Symbols is { } ofOther ? CountDependence.PlugInNats(Symbols, ofOther, token) : other.PlugInNatsWith(this, token);
}

/// <summary>
/// A variable by its counts alone, and those of its pairs with one other, made in one visit of each sample: for where nobody will ask for
/// its symbols.
/// </summary>
internal sealed class LabelledRepresentation(LabelledCounts counts) : CountingRepresentation
{
    public override int Count => counts.Labels.Count;

    public override int AlphabetSize => counts.Rows.AlphabetSize;

    public override long ValuesOutsideRange => counts.ValuesOutsideRange;

    /// <summary>The one of the partners that has to be counted with, so that all can be measured; null where one would not do.</summary>
    public static Symbols? LabelsAmong(ReadOnlySpan<Symbols?> partners)
    {
        Symbols? labels = null;
        foreach (Symbols? partner in partners)
        {
            if (partner is null)
                return null;
            // Where a partner tells all samples apart, so do its pairs, and they need no counting.
            if (labels is null || labels.AreDistinct)
                labels = partner;
            else if (partner != labels && !partner.AreDistinct)
                return null;
        }

        return labels;
    }

    public override Information Estimate(IEntropyEstimator entropy) => ((ICountingEntropy)entropy).Estimate(counts.Rows);

    public override CountsOfCounts PairsWith(CountingRepresentation other, EstimationOptions options) =>
        IsCountedWith(other.Symbols!) ? counts.Pairs : CountsOfCounts.Distinct(Count);

    public override double PlugInNatsWith(CountingRepresentation other, CancellationToken token) =>
        IsCountedWith(other.Symbols!) ? counts.PlugInNats(token) : CountDependence.PlugInNatsWithDistinct(counts.Rows, token);

    private bool IsCountedWith(Symbols partner)
    {
        Debug.Assert(partner == counts.Labels || partner.AreDistinct, "A variable without symbols is joined with one that it was not counted with.");
        return !partner.AreDistinct;
    }
}
