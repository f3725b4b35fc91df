using System.Numerics;
using MutualInfo.Gaussian.Primitives;
using MutualInfo.Internal;

namespace MutualInfo.Gaussian;

/// <summary>The information of two variables as if they were Gaussian: <c>½(ln|Σx| + ln|Σy| − ln|Σ|)</c> of the sample covariance.</summary>
/// <remarks>
/// <para>
/// Right where the variables are jointly Gaussian; elsewhere it knows nothing but linear dependence, which can be far less than there is
/// and, with heavy tails, far more. Invariant under any invertible linear map of either variable and any shift. The entropies are
/// differential, see <see cref="EntropyKind.Differential"/>.
/// </para>
/// <para>
/// Takes numbers only. It needs more samples than x and y have dimensions together. Where y is a linear function of x to rounding the
/// estimate is positive infinity; a column that is constant, or a linear function of the other columns of its own variable, is refused.
/// Cost: O(n·(dx + dy)²) time, O(n·(dx + dy)) memory.
/// Source of the correction: Goodman, Annals of Mathematical Statistics 34:178 (1963); Misra, Singh and Demchuk, Journal of Multivariate
/// Analysis 92:324 (2005).
/// </para>
/// </remarks>
public sealed record GaussianEstimator : IMutualInformationEstimator, IRepresentingEstimator
{
    /// <summary>Gets whether the bias of few samples is taken off. <value>The default is <see cref="GaussianCorrection.Analytic"/>.</value></summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a <see cref="GaussianCorrection"/>.</exception>
    public GaussianCorrection Correction { get; init => field = Throw.UnlessDefined(value, "correction"); } = GaussianCorrection.Analytic;

    /// <summary>Refuses: labels have no covariance.</summary>
    /// <inheritdoc/>
    public MutualInformationEstimate Estimate(Symbols x, Symbols y, EstimationOptions? options = null) =>
        RepresentingEstimator.Estimate(this, x, y, options);

    /// <summary>Refuses: labels have no covariance, and a mixture of Gaussian classes is not Gaussian.</summary>
    /// <inheritdoc/>
    public MutualInformationEstimate Estimate<T>(Samples<T> x, Symbols y, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        RepresentingEstimator.Estimate(this, x, y, options);

    /// <inheritdoc/>
    public MutualInformationEstimate Estimate<T>(Samples<T> x, Samples<T> y, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        RepresentingEstimator.Estimate(this, x, y, options);

    /// <inheritdoc/>
    public Estimand Estimand => Estimand.UnderModel("jointly Gaussian");

    /// <inheritdoc/>
    public override string ToString() => Correction == GaussianCorrection.Analytic ? "Gaussian" : "Gaussian, uncorrected";

    Representation IRepresentingEstimator.Represent(Symbols symbols, string paramName) =>
        GaussianMeasurement.RefuseLabels(paramName);

    Representation IRepresentingEstimator.Represent<T>(Samples<T> samples, string paramName, EstimationOptions options) =>
        GaussianMeasurement.Represent(samples, paramName, static (_, _) => { }, options);

    void IRepresentingEstimator.MeasureOnce(Representation variable, EstimationOptions options)
    {
        // All that one variable costs is in its representation.
    }

    MutualInformationEstimate[] IRepresentingEstimator.Measure(
        IReadOnlyList<RepresentationPair> pairs, EstimationOptions options, long startTimestamp) =>
        GaussianMeasurement.Measure(this, Correction, pairs, options, startTimestamp);
}
