using System.Globalization;
using System.Numerics;
using MutualInfo.Internal;
using MutualInfo.Kernels;
using MutualInfo.Kernels.Primitives;
using MutualInfo.Significance.Primitives;

namespace MutualInfo.Neighbours;

/// <summary>
/// Nearest neighbours for whatever the variables are: <see cref="KraskovEstimator"/> between two variables of numbers,
/// <see cref="RossEstimator"/> between numbers and labels. For planes of a classifier, whose inputs are numbers and whose targets are labels.
/// </summary>
/// <remarks>
/// Each estimate is that of the estimator that it takes, to the last bit, and no third one. Two variables of symbols are refused. Both
/// estimate Shannon's information, and both read low in many dimensions, but not alike: compare axes with care.
/// </remarks>
public sealed record NearestNeighbourEstimator : IMutualInformationEstimator, IRepresentingEstimator
{
    /// <summary>Makes an estimator.</summary>
    /// <param name="neighbours">k, at least 1 and below the number of samples.</param>
    public NearestNeighbourEstimator(int neighbours) => Neighbours = neighbours;

    /// <summary>Gets k, the number of neighbours.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Neighbours { get; init => field = Primitives.NeighbourGuard.UnlessPositive(value); }

    /// <summary>Gets whether columns are rescaled first. <value>The default is <see cref="FeatureScaling.None"/>.</value></summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a <see cref="FeatureScaling"/>.</exception>
    public FeatureScaling Scaling { get; init => field = Throw.UnlessDefined(value, "scaling"); } = FeatureScaling.None;

    /// <inheritdoc/>
    public Estimand Estimand => Estimand.Continuous;

    private IRepresentingEstimator BetweenSamples => new KraskovEstimator(Neighbours) { Scaling = Scaling };

    private IRepresentingEstimator WithLabels => new RossEstimator(Neighbours) { Scaling = Scaling };

    /// <summary>Refuses: symbols have no distances. Use <see cref="Estimators.ExactDiscrete"/>.</summary>
    /// <inheritdoc/>
    public MutualInformationEstimate Estimate(Symbols x, Symbols y, EstimationOptions? options = null) =>
        RepresentingEstimator.Estimate(this, x, y, options);

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">There are not more samples than <see cref="Neighbours"/>.</exception>
    public MutualInformationEstimate Estimate<T>(Samples<T> x, Symbols y, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        RepresentingEstimator.Estimate(this, x, y, options);

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">There are not more samples than <see cref="Neighbours"/>.</exception>
    public MutualInformationEstimate Estimate<T>(Samples<T> x, Samples<T> y, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        RepresentingEstimator.Estimate(this, x, y, options);

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"KSG or Ross (k = {Neighbours}){ScaledColumns.Suffix(Scaling)}");

    Representation IRepresentingEstimator.Represent(Symbols symbols, string paramName) => WithLabels.Represent(symbols, paramName);

    Representation IRepresentingEstimator.Represent<T>(Samples<T> samples, string paramName, EstimationOptions options) =>
        BetweenSamples.Represent(samples, paramName, options);

    void IRepresentingEstimator.MeasureOnce(Representation variable, EstimationOptions options)
    {
        // As in either of the two: a variable by itself has nothing that is measured.
    }

    MutualInformationEstimate[] IRepresentingEstimator.Measure(
        IReadOnlyList<RepresentationPair> pairs, EstimationOptions options, long startTimestamp) =>
        EstimateTime.Share(
            [
                .. pairs.Select((pair, i) => ChosenFor(pair).Measure([pair], ProgressPart.Of(options, i, pairs.Count), startTimestamp)[0] with
                {
                    Estimator = this,
                }),
            ],
            startTimestamp);

    PermutedInformation? IRepresentingEstimator.Prepare(RepresentationPair pair, EstimationOptions options) =>
        ChosenFor(pair).Prepare(pair, options);

    private IRepresentingEstimator ChosenFor(RepresentationPair pair) =>
        pair is { X: Primitives.PointsRepresentation, Y: Primitives.PointsRepresentation } ? BetweenSamples : WithLabels;
}
