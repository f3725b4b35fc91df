using System.Globalization;
using System.Numerics;
using MutualInfo.Internal;
using MutualInfo.Kernels;
using MutualInfo.Kernels.Primitives;
using MutualInfo.Neighbours.Primitives;
using MutualInfo.Significance.Primitives;

namespace MutualInfo.Neighbours;

/// <summary>Nearest-neighbour information of two continuous variables, after Kraskov, Stögbauer and Grassberger (KSG).</summary>
/// <remarks>
/// <para>
/// <c>I = ψ(k) + ψ(n) − ⟨ψ(nx + 1) + ψ(ny + 1)⟩</c>: in the maximum norm of the joint space the distance of each sample's k-th
/// neighbour is found, and nx and ny are the others that are nearer than that in x and in y. Nothing is binned and no bandwidth
/// is chosen. It can be negative, which is not clamped. At most ψ(n) − ψ(k), which is below ln n from two neighbours on; with one it
/// can be above, and is then bounded by ln n: <see cref="EstimateDiagnostics.UnboundedValue"/> has what the formula gave, and the
/// verdict says so. No entropies are measured, see <see cref="EntropyKind.None"/>.
/// </para>
/// <para>
/// Ties: where s samples share the distance of the k-th neighbour and r of them are among the k, a share r/(s + 1) of those at
/// exactly that distance counts as nearer, rounded down; where the distance is 0, all that are equal count, with ψ(k) replaced by
/// their number's. So samples that are all identical have no information, and rounded samples do not seem to have more than ln n.
/// <see cref="EstimateDiagnostics.TiedShare"/> says how many samples this concerns.
/// </para>
/// <para>
/// From two neighbours on the value at k/2 of the same search is looked at as well: the change tells how far the density is from
/// even within a neighbourhood, see <see cref="EstimateDiagnostics.NeighbourhoodBias"/> and
/// <see cref="VerdictReason.UnevenNeighbourhoods"/>.
/// </para>
/// <para>
/// Takes numbers only, and k below n. The columns of a variable, and x and y, should have comparable scales: see
/// <see cref="Scaling"/>. Cost: O(n·log n) time in few dimensions, O(n²·(dx + dy)) beyond; O(n·(dx + dy + k)) memory. Source:
/// Kraskov, Stögbauer and Grassberger, Physical Review E 69:066138 (2004).
/// </para>
/// </remarks>
public sealed record KraskovEstimator : IMutualInformationEstimator, ISweepingEstimator
{
    /// <summary>Makes an estimator.</summary>
    /// <param name="neighbours">k, at least 1 and below the number of samples. Kraskov et al. advise 2 to 4.</param>
    public KraskovEstimator(int neighbours) => Neighbours = neighbours;

    /// <summary>Gets k, the number of neighbours: more of them spread less and are more biased.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Neighbours { get; init => field = NeighbourGuard.UnlessPositive(value); }

    /// <summary>Gets which of the two estimators. <value>The default is <see cref="KraskovVariant.First"/>.</value></summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a <see cref="KraskovVariant"/>.</exception>
    public KraskovVariant Variant { get; init => field = Throw.UnlessDefined(value, "variant"); } = KraskovVariant.First;

    /// <summary>
    /// Gets whether columns are rescaled first. <value>The default is <see cref="FeatureScaling.None"/>.</value>
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a <see cref="FeatureScaling"/>.</exception>
    public FeatureScaling Scaling { get; init => field = Throw.UnlessDefined(value, "scaling"); } = FeatureScaling.None;

    /// <summary>Refuses: symbols have no distances. Use <see cref="Estimators.ExactDiscrete"/>.</summary>
    /// <inheritdoc/>
    public MutualInformationEstimate Estimate(Symbols x, Symbols y, EstimationOptions? options = null) =>
        RepresentingEstimator.Estimate(this, x, y, options);

    /// <summary>Refuses: symbols have no distances. Use <see cref="RossEstimator"/>.</summary>
    /// <inheritdoc/>
    public MutualInformationEstimate Estimate<T>(Samples<T> x, Symbols y, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        RepresentingEstimator.Estimate(this, x, y, options);

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">There are not more samples than <see cref="Neighbours"/>.</exception>
    public MutualInformationEstimate Estimate<T>(Samples<T> x, Samples<T> y, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        RepresentingEstimator.Estimate(this, x, y, options);

    /// <summary>Estimates at several k from one search for neighbours; each estimate has the bits of its own call.</summary>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    /// <param name="x">Samples of shape <c>(n, dx)</c>.</param>
    /// <param name="y">Samples of shape <c>(n, dy)</c>, observed together with <paramref name="x"/>.</param>
    /// <param name="neighbours">The numbers of neighbours, each at least 1 and below n, in any order.</param>
    /// <param name="options">How to compute; null for <see cref="EstimationOptions.Default"/>.</param>
    /// <returns>An estimate for each k, in the order given; its estimator is this one with that <see cref="Neighbours"/>.</returns>
    /// <exception cref="ArgumentException">As for a single estimate; or <paramref name="neighbours"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">One of <paramref name="neighbours"/> is below 1, or not below n.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    public IReadOnlyList<MutualInformationEstimate> EstimateAll<T>(
        Samples<T> x, Samples<T> y, ReadOnlySpan<int> neighbours, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (EstimationOptions how, long start) = NeighbourGuard.Begin(x, y, neighbours, options);
        PointsRepresentation left = PointsRepresentation.Of(x, nameof(x), Scaling, how);
        PointsRepresentation right = PointsRepresentation.Of(y, nameof(y), Scaling, how);
        return EstimateTime.Share(EstimateAll(left, right, neighbours, how), start);
    }

    /// <inheritdoc/>
    public Estimand Estimand => Estimand.Continuous;

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"KSG{(Variant == KraskovVariant.First ? "" : " 2")} (k = {Neighbours}){ScaledColumns.Suffix(Scaling)}");

    Representation IRepresentingEstimator.Represent(Symbols symbols, string paramName)
    {
        Throw.Invalid(
            paramName,
            $"{paramName} holds symbols, which have no distances; {this} expects samples in both variables. Use Estimators.Ross for samples and labels, or Estimators.ExactDiscrete for two variables of symbols.");
        return null;
    }

    Representation IRepresentingEstimator.Represent<T>(Samples<T> samples, string paramName, EstimationOptions options)
    {
        NeighbourGuard.RequireMoreSamples(samples.Count, Neighbours);
        return PointsRepresentation.Of(samples, paramName, Scaling, options);
    }

    void IRepresentingEstimator.MeasureOnce(Representation variable, EstimationOptions options)
    {
        // A variable by itself has nothing that is measured: neighbours are those of a pair of variables.
    }

    MutualInformationEstimate[] IRepresentingEstimator.Measure(
        IReadOnlyList<RepresentationPair> pairs, EstimationOptions options, long startTimestamp) =>
        EstimateTime.Share(
            [
                .. pairs.Select((pair, i) => EstimateAll(
                    (PointsRepresentation)pair.X, (PointsRepresentation)pair.Y, [Neighbours], ProgressPart.Of(options, i, pairs.Count))[0]),
            ],
            startTimestamp);

    PermutedInformation? IRepresentingEstimator.Prepare(RepresentationPair pair, EstimationOptions options) => KeptMargins.Of(
        new KraskovMeasurement((PointsRepresentation)pair.X, (PointsRepresentation)pair.Y, [Neighbours], Variant), options);

    bool ISweepingEstimator.IsVariant(IMutualInformationEstimator other) =>
        other is KraskovEstimator variant && variant.Variant == Variant && variant.Scaling == Scaling;

    Representation[] ISweepingEstimator.RepresentAll<T>(
        IReadOnlyList<IMutualInformationEstimator> variants,
        Samples<T> samples,
        ReadOnlySpan<Symbols?> partners,
        string paramName,
        EstimationOptions options) =>
        PointsRepresentation.OfAll(samples, NeighboursOf(variants), paramName, Scaling, options);

    void ISweepingEstimator.MeasureAllOnce(
        IReadOnlyList<IMutualInformationEstimator> variants, Representation[] variable, EstimationOptions options)
    {
        // As by itself: nothing is measured.
    }

    MutualInformationEstimate[][] ISweepingEstimator.MeasureAll(
        IReadOnlyList<IMutualInformationEstimator> variants, IReadOnlyList<VariantsPair> pairs, EstimationOptions options, long startTimestamp)
    {
        int[] neighbours = NeighboursOf(variants);
        return EstimateTime.Share(
            [
                .. pairs.Select((pair, i) => EstimateAll(
                    (PointsRepresentation)pair.X[0], (PointsRepresentation)pair.Y[0], neighbours, ProgressPart.Of(options, i, pairs.Count))),
            ],
            startTimestamp);
    }

    private static int[] NeighboursOf(IReadOnlyList<IMutualInformationEstimator> variants) =>
        [.. variants.Select(variant => ((KraskovEstimator)variant).Neighbours)];

    private MutualInformationEstimate[] EstimateAll(
        PointsRepresentation x, PointsRepresentation y, ReadOnlySpan<int> neighbours, EstimationOptions options)
    {
        NeighbourEstimate[] found = new KraskovMeasurement(x, y, SmallerNeighbours.With(neighbours), Variant).Estimate(options);
        MutualInformationEstimate[] estimates = new MutualInformationEstimate[neighbours.Length];
        for (int i = 0; i < estimates.Length; i++)
        {
            estimates[i] = new MutualInformationEstimate
            {
                Value = Information.FromNats(found[i].Nats),
                EntropyX = Information.Undefined,
                EntropyY = Information.Undefined,
                JointEntropy = Information.Undefined,
                EntropyKind = EntropyKind.None,
                SampleCount = x.Count,
                Estimator = this with { Neighbours = neighbours[i] },
                Diagnostics = NeighbourGuard.Diagnostics(found[i], options),
            };
        }

        return estimates;
    }
}
