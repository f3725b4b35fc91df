using System.Diagnostics;
using System.Numerics;
using MutualInfo.Discrete;
using MutualInfo.Discrete.Primitives;

namespace MutualInfo.Internal;

/// <summary>A variable of the counting family.</summary>
/// <param name="name">What the caller knows the variable by.</param>
internal abstract class CountingRepresentation(string name) : Representation
{
    /// <summary>Gets what the caller knows the variable by.</summary>
    public string Name { get; } = name;

    /// <summary>Gets how many different symbols were seen.</summary>
    public abstract int AlphabetSize { get; }

    /// <summary>Gets the share of the samples whose symbol occurs only once.</summary>
    public abstract double SingletonShare { get; }

    /// <summary>Gets how many values lay outside the range of the discretizer.</summary>
    public abstract long ValuesOutsideRange { get; }

    /// <summary>Makes of samples what an estimator needs of them: counts with labels where they are given and counts alone will do, or symbols.</summary>
    public static CountingRepresentation Of<T>(
        Samples<T> samples, DiscreteEstimator estimator, Symbols? labels, string name, EstimationOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (estimator.Discretizer is not IInterruptibleDiscretizer interruptible)
        {
            // The discretizer decides about infinities; NaN has no bin anywhere, and here its variable can still be named.
            Guard.NotNaN(samples, name);
            return new SymbolsRepresentation(estimator.Discretizer.Encode(samples), name) { Form = VariableForm.Samples };
        }

        if (labels is not null && estimator.Entropy is ICountingEntropy)
        {
            LabelledCounts counts = interruptible.Count(samples, new LabelledRows(labels), options);
            if (AreEnough(counts, estimator))
                return new LabelledRepresentation(counts, name) { Form = VariableForm.Samples };
        }

        return new SymbolsRepresentation(interruptible.Encode(samples, options), name) { Form = VariableForm.Samples };
    }

    /// <summary>Makes of samples what each of several variants makes of them by itself.</summary>
    public static CountingRepresentation[] OfAll<T>(
        Samples<T> samples, DiscreteEstimator[] variants, Symbols? labels, string name, EstimationOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ISweepingDiscretizer sweeping = (ISweepingDiscretizer)variants[0].Discretizer;
        IDiscretizer[] discretizers = [.. variants.Select(variant => variant.Discretizer)];
        CountingRepresentation[] all = new CountingRepresentation[variants.Length];
        if (labels is null || !variants.All(variant => variant.Entropy is ICountingEntropy))
        {
            Symbols[] symbols = sweeping.CountAll(discretizers, samples, RowCodes.Shared, options);
            return Array.ConvertAll(symbols, one => new SymbolsRepresentation(one, name) { Form = VariableForm.Samples });
        }

        LabelledCounts[] counts = sweeping.CountAll(discretizers, samples, new LabelledRows(labels), options);
        for (int i = 0; i < all.Length; i++)
        {
            all[i] = AreEnough(counts[i], variants[i])
                ? new LabelledRepresentation(counts[i], name) { Form = VariableForm.Samples }
                : new SymbolsRepresentation(((IInterruptibleDiscretizer)discretizers[i]).Encode(samples, options), name) { Form = VariableForm.Samples };
        }

        return all;
    }

    /// <summary>The entropy of the variable by itself; not kept.</summary>
    public abstract Information Estimate(IEntropyEstimator entropy);

    /// <summary>How often pairs with another variable occur.</summary>
    public abstract CountsOfCounts PairsWith(CountingRepresentation other, EstimationOptions options);

    /// <summary>The plug-in information with another variable, from the cells of their table.</summary>
    public abstract double PlugInNatsWith(CountingRepresentation other, CancellationToken token);

    // Near independence the cells are summed: where they were not kept, the samples are visited once more, for their codes.
    private static bool AreEnough(LabelledCounts counts, DiscreteEstimator estimator) =>
        counts.HasCells || !CountDependence.Matters(estimator.Entropy, counts.Difference, counts.JointEntropy);
}

/// <summary>A variable by the symbol of each sample: for any other to be joined with.</summary>
internal sealed class SymbolsRepresentation(Symbols symbols, string name) : CountingRepresentation(name)
{
    public override Symbols Symbols { get; } = symbols;

    public override int Count => Symbols.Count;

    public override int AlphabetSize => Symbols.AlphabetSize;

    public override double SingletonShare => Symbols.SingletonShare;

    public override long ValuesOutsideRange => Symbols.ValuesOutsideRange;

    public override Representation Permuted(ReadOnlySpan<int> order) => WithEntropy(new SymbolsRepresentation(Symbols.Permuted(order), Name));

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
internal sealed class LabelledRepresentation(LabelledCounts counts, string name) : CountingRepresentation(name)
{
    public override int Count => counts.Labels.Count;

    public override int AlphabetSize => counts.Rows.AlphabetSize;

    public override double SingletonShare => (double)counts.Rows.Singletons / Count;

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
