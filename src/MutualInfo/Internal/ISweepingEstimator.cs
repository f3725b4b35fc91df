using System.Numerics;

namespace MutualInfo.Internal;

/// <summary>A representing estimator that shares work with variants of itself, which differ from it in one parameter.</summary>
/// <remarks>Of a list of variants any may be asked: they share what they have in common, and each estimate names its own.</remarks>
internal interface ISweepingEstimator : IRepresentingEstimator
{
    /// <summary>Gets whether every variant is given the bits that it gives by itself. Else they are near to those.</summary>
    bool SharesToTheBit => true;

    /// <summary>Whether another estimator is such a variant. Reflexive, symmetric and transitive.</summary>
    bool IsVariant(IMutualInformationEstimator other);

    /// <summary>Represents numbers as each variant would; the representations belong to these variants alone.</summary>
    /// <param name="variants">The variants, this one among them.</param>
    /// <param name="samples">The samples.</param>
    /// <param name="partners">As for <see cref="IRepresentingEstimator.RepresentWith"/>: the same symbols for every variant, or null.</param>
    /// <param name="paramName">The name that a refusal is to bear.</param>
    /// <param name="options">Threads and cancellation.</param>
    Representation[] RepresentAll<T>(
        IReadOnlyList<IMutualInformationEstimator> variants,
        Samples<T> samples,
        ReadOnlySpan<Symbols?> partners,
        string paramName,
        EstimationOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>;

    /// <summary>Represents symbols as each variant would; the representations belong to these variants alone.</summary>
    Representation[] RepresentAll(IReadOnlyList<IMutualInformationEstimator> variants, Symbols symbols, string paramName) =>
        [.. variants.Select(variant => ((IRepresentingEstimator)variant).Represent(symbols, paramName))];

    /// <summary>Measures the entropy of a variable that will be met again under every variant, and keeps them.</summary>
    void MeasureAllOnce(IReadOnlyList<IMutualInformationEstimator> variants, Representation[] variable, EstimationOptions options);

    /// <summary>Measures pairs of variables under every variant, all in one go.</summary>
    /// <returns>An estimate for each pair and variant, in order. Each has an equal share of the time.</returns>
    MutualInformationEstimate[][] MeasureAll(
        IReadOnlyList<IMutualInformationEstimator> variants, IReadOnlyList<VariantsPair> pairs, EstimationOptions options, long startTimestamp);
}

/// <summary>Two variables whose mutual information is asked for, as each of several variants has represented them.</summary>
internal readonly record struct VariantsPair(Representation[] X, Representation[] Y)
{
    /// <summary>The pair as one variant sees it.</summary>
    public RepresentationPair Of(int variant) => new(X[variant], Y[variant]);

    /// <summary>The different variables of pairs of which some entropy is not known yet.</summary>
    public static IReadOnlyList<Representation[]> Unknown(IReadOnlyList<VariantsPair> pairs) =>
        [.. pairs.SelectMany(pair => new[] { pair.X, pair.Y }).Distinct().Where(variable => variable.Any(seen => seen.KnownEntropy is null))];
}
