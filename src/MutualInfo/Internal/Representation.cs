using System.Numerics;
using MutualInfo.Kernels;
using MutualInfo.Significance.Primitives;

namespace MutualInfo.Internal;

/// <summary>
/// A variable as one estimator sees it: symbols or a similarity, and its entropy once that has been asked for. Holds no view of the
/// caller's memory, so a recorder can keep it between epochs.
/// </summary>
internal abstract class Representation
{
    private readonly Lock _measuring = new();
    private Information? _entropy;

    /// <summary>Gets n.</summary>
    public abstract int Count { get; }

    /// <summary>Gets the symbol of every sample, which another variable can be counted with; null where there is none.</summary>
    public virtual Symbols? Symbols => null;

    /// <summary>Gets in which form the variable was given; null where that is not known.</summary>
    public VariableForm? Form { get; init; }

    /// <summary>Gets the entropy of the variable by itself; null until it has been measured.</summary>
    public Information? KnownEntropy
    {
        get
        {
            lock (_measuring)
                return _entropy;
        }
    }

    /// <summary>
    /// The variable with row <paramref name="order"/>[i] in place i. Its entropy is the one already known, whatever the order of a sum may
    /// do to its last bit. Null where a representation cannot be permuted: the variable is then represented again.
    /// </summary>
    public virtual Representation? Permuted(ReadOnlySpan<int> order) => null;

    /// <summary>Keeps an entropy that was measured together with others. The first one stays.</summary>
    public void Keep(Information entropy)
    {
        lock (_measuring)
            _entropy ??= entropy;
    }

    /// <summary>The entropy of the variable by itself, measured at the first call.</summary>
    /// <remarks>Of several threads one measures and the others wait: at most orders an entropy costs n³. A failure is not kept.</remarks>
    public Information Entropy(Func<Information> measure)
    {
        lock (_measuring)
        {
            _entropy ??= measure();
            return _entropy.Value;
        }
    }

    /// <summary>Gives another form of this variable the entropy that is known of this one.</summary>
    protected Representation WithEntropy(Representation permuted)
    {
        if (KnownEntropy is { } known)
            permuted.Keep(known);
        return permuted;
    }
}

/// <summary>A variable of the kernel family.</summary>
internal class SimilarityRepresentation(Similarity similarity, double? bandwidth) : Representation
{
    /// <summary>Gets the similarity; of a <see cref="VariantRepresentation"/> that of the narrowest variant.</summary>
    public Similarity Similarity { get; } = similarity;

    /// <summary>Gets or sets the mean similarity of two different samples, as <see cref="Similarity.MeanSimilarity"/>.</summary>
    public virtual double MeanSimilarity
    {
        get => Similarity.MeanSimilarity;
        set => Similarity.MeanSimilarity = value;
    }

    /// <summary>Gets σ; null for symbols.</summary>
    public double? Bandwidth { get; } = bandwidth;

    public override int Count => Similarity.Count;

    public override Representation Permuted(ReadOnlySpan<int> order) =>
        WithEntropy(new SimilarityRepresentation(Similarity.Permuted(order), Bandwidth));
}

/// <summary>
/// A variable of the kernel family as one of several variants sees it, which share a similarity: over a bandwidth so many times that of the
/// similarity. The mean similarity is the variant's own.
/// </summary>
internal sealed class VariantRepresentation(Similarity shared, double? bandwidth, double widening) : SimilarityRepresentation(shared, bandwidth)
{
    public double Widening { get; } = widening;

    /// <inheritdoc/>
    public override double MeanSimilarity { get; set; } = double.NaN;
}

/// <summary>
/// What every estimator of this library is: <em>represent</em> each variable, then <em>measure</em> two representations. The recorder
/// uses it to represent a layer once for both axes, and inputs and targets once for the whole run.
/// </summary>
internal interface IRepresentingEstimator : IMutualInformationEstimator
{
    Representation Represent(Symbols symbols, string paramName);

    Representation Represent<T>(Samples<T> samples, string paramName, EstimationOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>;

    /// <summary>Represents samples that will be measured with none but variables of these symbols, so no more has to be made of them than that takes.</summary>
    /// <param name="samples">The samples.</param>
    /// <param name="partners">The symbols of each variable that they will be measured with; null for one that is represented otherwise.</param>
    /// <param name="paramName">The name that a refusal is to bear.</param>
    /// <param name="options">Threads and cancellation.</param>
    Representation RepresentWith<T>(
        Samples<T> samples, ReadOnlySpan<Symbols?> partners, string paramName, EstimationOptions options)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Represent(samples, paramName, options);

    /// <summary>Measures the entropy of a variable that will be met again, and keeps it. Of several threads one measures and the others wait.</summary>
    void MeasureOnce(Representation variable, EstimationOptions options);

    /// <summary>Measures pairs of representations that this estimator has made, all in one go. <paramref name="startTimestamp"/> is when the work began.</summary>
    /// <returns>An estimate for each pair, in order. Each has an equal share of the time.</returns>
    MutualInformationEstimate[] Measure(IReadOnlyList<RepresentationPair> pairs, EstimationOptions options, long startTimestamp);

    /// <summary>
    /// What is quicker than <see cref="Measure"/> for many orders of y, once both entropies are known; null where that is the quickest.
    /// </summary>
    PermutedInformation? Prepare(RepresentationPair pair, EstimationOptions options) => null;
}

/// <summary>Two variables whose mutual information is asked for.</summary>
internal readonly record struct RepresentationPair(Representation X, Representation Y);
