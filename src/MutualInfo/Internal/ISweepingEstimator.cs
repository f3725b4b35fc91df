using System.Numerics;

namespace MutualInfo.Internal;

/// <summary>A representing estimator that shares work with variants of itself, which differ from it in one parameter.</summary>
internal interface ISweepingEstimator : IRepresentingEstimator
{
    /// <summary>Whether another estimator is such a variant. Reflexive, symmetric and transitive.</summary>
    bool IsVariant(IMutualInformationEstimator other);

    /// <summary>Represents numbers as each variant would; the representations belong to <see cref="MeasureAll"/> alone.</summary>
    Representation[] RepresentAll<T>(
        IReadOnlyList<IMutualInformationEstimator> variants, Samples<T> samples, string paramName, EstimationOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>;

    /// <summary>Represents symbols as each variant would; the representations belong to <see cref="MeasureAll"/> alone.</summary>
    Representation[] RepresentAll(IReadOnlyList<IMutualInformationEstimator> variants, Symbols symbols, string paramName) =>
        [.. variants.Select(variant => ((IRepresentingEstimator)variant).Represent(symbols, paramName))];

    /// <summary>Measures x and y under every variant.</summary>
    MutualInformationEstimate[] MeasureAll(
        IReadOnlyList<IMutualInformationEstimator> variants,
        Representation[] x,
        Representation[] y,
        EstimationOptions options,
        long startTimestamp);
}
