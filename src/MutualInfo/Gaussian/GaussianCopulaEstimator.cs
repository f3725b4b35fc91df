using System.Numerics;
using MutualInfo.Gaussian.Primitives;
using MutualInfo.Internal;

namespace MutualInfo.Gaussian;

/// <summary>
/// The information of a Gaussian copula: every column is replaced by the normal scores of its ranks, and what comes out is measured as
/// <see cref="GaussianEstimator"/> does.
/// </summary>
/// <remarks>
/// <para>
/// The score of rank r among n is <c>Φ⁻¹(r / (n + 1))</c>; equal values share the score of their mean rank. Right where some increasing
/// map of each column makes the variables jointly Gaussian; elsewhere it sees monotone dependence only, and for x and y of one column each
/// it is then a lower bound. An increasing map of any column changes no bit. The entropies are those of the scores, not of the samples.
/// </para>
/// <para>
/// Takes numbers only, and refuses what <see cref="GaussianEstimator"/> refuses. Cost: O(n·(dx + dy)·(dx + dy + log n)) time,
/// O(n·(dx + dy)) memory. Source: Ince et al., Human Brain Mapping 38:1541 (2017).
/// </para>
/// </remarks>
public sealed record GaussianCopulaEstimator : IMutualInformationEstimator, IRepresentingEstimator
{
    /// <summary>Gets whether the bias of few samples is taken off. <value>The default is <see cref="GaussianCorrection.Analytic"/>.</value></summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a <see cref="GaussianCorrection"/>.</exception>
    /// <remarks>The correction is that of Gaussian samples. Scores of ranks spread a little less, so here it is near, and not exact.</remarks>
    public GaussianCorrection Correction { get; init => field = Throw.UnlessDefined(value, "correction"); } = GaussianCorrection.Analytic;

    /// <summary>Refuses: labels have no ranks.</summary>
    /// <inheritdoc/>
    public MutualInformationEstimate Estimate(Symbols x, Symbols y, EstimationOptions? options = null) =>
        RepresentingEstimator.Estimate(this, x, y, options);

    /// <summary>Refuses: labels have no ranks, and a mixture of Gaussian classes is not Gaussian.</summary>
    /// <inheritdoc/>
    public MutualInformationEstimate Estimate<T>(Samples<T> x, Symbols y, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        RepresentingEstimator.Estimate(this, x, y, options);

    /// <inheritdoc/>
    public MutualInformationEstimate Estimate<T>(Samples<T> x, Samples<T> y, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        RepresentingEstimator.Estimate(this, x, y, options);

    /// <inheritdoc/>
    public Estimand Estimand => Estimand.UnderModel("jointly Gaussian after a monotone map of each column");

    /// <inheritdoc/>
    public override string ToString() =>
        Correction == GaussianCorrection.Analytic ? "Gaussian copula" : "Gaussian copula, uncorrected";

    Representation IRepresentingEstimator.Represent(Symbols symbols, string paramName) =>
        GaussianMeasurement.RefuseLabels(paramName);

    Representation IRepresentingEstimator.Represent<T>(Samples<T> samples, string paramName, EstimationOptions options) =>
        GaussianMeasurement.Represent(samples, paramName, NormalScores.Replace, options);

    void IRepresentingEstimator.MeasureOnce(Representation variable, EstimationOptions options)
    {
        // All that one variable costs is in its representation.
    }

    MutualInformationEstimate[] IRepresentingEstimator.Measure(
        IReadOnlyList<RepresentationPair> pairs, EstimationOptions options, long startTimestamp) =>
        GaussianMeasurement.Measure(this, Correction, pairs, options, startTimestamp);
}
