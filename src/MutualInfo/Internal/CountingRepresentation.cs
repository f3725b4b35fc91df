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
}

/// <summary>A variable by the symbol of each sample: for any other to be joined with.</summary>
internal sealed class SymbolsRepresentation(Symbols symbols) : CountingRepresentation
{
    public override Symbols Symbols { get; } = symbols;

    public override int Count => Symbols.Count;

    public override int AlphabetSize => Symbols.AlphabetSize;

    public override long ValuesOutsideRange => Symbols.ValuesOutsideRange;

    public override Information Estimate(IEntropyEstimator entropy) => entropy.Estimate(Symbols.Histogram);
}

/// <summary>
/// A variable by its counts alone, and those of its pairs with one other. Made in one visit of each sample, where nobody will ask for its
/// symbols.
/// </summary>
internal sealed class LabelledRepresentation(LabelledCounts counts) : CountingRepresentation
{
    public override int Count => counts.Labels.Count;

    public override int AlphabetSize => counts.Rows.AlphabetSize;

    public override long ValuesOutsideRange => counts.ValuesOutsideRange;

    /// <summary>The partner that has to be counted on the way, so that all of them can be measured; null where counts alone do not do.</summary>
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

    /// <summary>How often pairs with a partner occur, which is one of those that this was made for.</summary>
    public CountsOfCounts PairsWith(Symbols partner)
    {
        Debug.Assert(partner == counts.Labels || partner.AreDistinct, "A variable without symbols is joined with one that it was not counted with.");
        return partner == counts.Labels ? counts.Pairs : CountsOfCounts.Distinct(Count);
    }
}
