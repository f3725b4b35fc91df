using System.Globalization;
using System.Numerics;
using MutualInfo.Discrete;
using MutualInfo.Internal;
using MutualInfo.Kernels;
using MutualInfo.Kernels.Primitives;
using MutualInfo.Neighbours.Primitives;
using MutualInfo.Significance.Primitives;

namespace MutualInfo.Neighbours;

/// <summary>
/// Nearest-neighbour information of a continuous variable and a label, after Ross: the I(T;Y) of a layer and its classes.
/// </summary>
/// <remarks>
/// <para>
/// <c>I = ψ(k) + ψ(n) − ⟨ψ(n_label) + ψ(m + 1)⟩</c>: the distance of each sample's k-th neighbour among those of its own label is
/// found, and m is the others of any label that are nearer than that. A label of k samples or fewer has as many neighbours as
/// there are, in the place of k. A sample whose label no other shares adds 0 and stays in the mean: nothing is dropped, and
/// <see cref="EstimateDiagnostics.IsolatedShare"/> says how many there are.
/// </para>
/// <para>
/// At most ⟨ψ(n) − ψ(n_label)⟩, which is near H(Y) and below ln n, on any data. It can be negative, and is not clamped. The
/// entropy of the label is the plug-in one; the others are not measured. Ties are decided as by <see cref="KraskovEstimator"/>,
/// so a layer that is constant has no information. The bias of finite neighbourhoods is looked for as there, in half as many neighbours.
/// </para>
/// <para>
/// Takes samples and symbols, in either order, and k below n. Columns should have comparable scales: see <see cref="Scaling"/>.
/// Cost: O(n·log n) time in few dimensions, O(n²·d) beyond; O(n·(d + k)) memory. Source: Ross, PLoS ONE 9:e87357 (2014).
/// </para>
/// </remarks>
public sealed record RossEstimator : IMutualInformationEstimator, ISweepingEstimator
{
    /// <summary>Makes an estimator.</summary>
    /// <param name="neighbours">k, at least 1 and below the number of samples.</param>
    public RossEstimator(int neighbours) => Neighbours = neighbours;

    /// <summary>Gets k, the number of neighbours of the same label: more of them spread less and are more biased.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Neighbours { get; init => field = NeighbourGuard.UnlessPositive(value); }

    /// <summary>
    /// Gets whether columns are rescaled first. <value>The default is <see cref="FeatureScaling.None"/>.</value>
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a <see cref="FeatureScaling"/>.</exception>
    public FeatureScaling Scaling { get; init => field = Throw.UnlessDefined(value, "scaling"); } = FeatureScaling.None;

    /// <summary>Refuses: symbols have no distances. Use <see cref="Estimators.ExactDiscrete"/>.</summary>
    /// <inheritdoc/>
    public MutualInformationEstimate Estimate(Symbols x, Symbols y, EstimationOptions? options = null) =>
        RepresentingEstimator.Estimate(this, x, y, options);

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">There are not more samples than <see cref="Neighbours"/>.</exception>
    public MutualInformationEstimate Estimate<T>(Samples<T> x, Symbols y, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        RepresentingEstimator.Estimate(this, x, y, options);

    /// <summary>Refuses: no variable is a label. Use <see cref="KraskovEstimator"/>.</summary>
    /// <inheritdoc/>
    public MutualInformationEstimate Estimate<T>(Samples<T> x, Samples<T> y, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        RepresentingEstimator.Estimate(this, x, y, options);

    /// <summary>Estimates at several k from one search for neighbours; each estimate has the bits of its own call.</summary>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    /// <param name="x">Samples of shape <c>(n, d)</c>.</param>
    /// <param name="y">n labels, observed together with <paramref name="x"/>.</param>
    /// <param name="neighbours">The numbers of neighbours, each at least 1 and below n, in any order.</param>
    /// <param name="options">How to compute; null for <see cref="EstimationOptions.Default"/>.</param>
    /// <returns>An estimate for each k, in the order given; its estimator is this one with that <see cref="Neighbours"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="y"/> is null.</exception>
    /// <exception cref="ArgumentException">As for a single estimate; or <paramref name="neighbours"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">One of <paramref name="neighbours"/> is below 1, or not below n.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    public IReadOnlyList<MutualInformationEstimate> EstimateAll<T>(
        Samples<T> x, Symbols y, ReadOnlySpan<int> neighbours, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (EstimationOptions how, long start) = NeighbourGuard.Begin(x, y, neighbours, options);
        PointsRepresentation points = PointsRepresentation.Of(x, nameof(x), Scaling, how);
        return EstimateTime.Share(EstimateAll(points, new LabelsRepresentation(y, nameof(y)), neighbours, how), start);
    }

    /// <inheritdoc/>
    public Estimand Estimand => Estimand.Continuous;

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"Ross (k = {Neighbours}){ScaledColumns.Suffix(Scaling)}");

    Representation IRepresentingEstimator.Represent(Symbols symbols, string paramName)
    {
        NeighbourGuard.RequireMoreSamples(symbols.Count, Neighbours);
        return new LabelsRepresentation(symbols, paramName);
    }

    Representation IRepresentingEstimator.Represent<T>(Samples<T> samples, string paramName, EstimationOptions options)
    {
        NeighbourGuard.RequireMoreSamples(samples.Count, Neighbours);
        return PointsRepresentation.Of(samples, paramName, Scaling, options);
    }

    void IRepresentingEstimator.MeasureOnce(Representation variable, EstimationOptions options)
    {
        // A variable by itself has nothing that is measured but the entropy of labels, which costs nothing.
    }

    MutualInformationEstimate[] IRepresentingEstimator.Measure(
        IReadOnlyList<RepresentationPair> pairs, EstimationOptions options, long startTimestamp) =>
        EstimateTime.Share([.. pairs.Select((pair, i) => Measure(pair, [Neighbours], ProgressPart.Of(options, i, pairs.Count))[0])], startTimestamp);

    PermutedInformation? IRepresentingEstimator.Prepare(RepresentationPair pair, EstimationOptions options) => (pair.X, pair.Y) switch
    {
        (PointsRepresentation x, LabelsRepresentation y) => KeptPoints.WithLabelsPermuted(new RossMeasurement(x, [Neighbours]), y.Symbols, options),
        (LabelsRepresentation x, PointsRepresentation y) => KeptPoints.WithPointsPermuted(new RossMeasurement(y, [Neighbours]), x.Symbols, options),
        _ => null,
    };

    bool ISweepingEstimator.IsVariant(IMutualInformationEstimator other) =>
        other is RossEstimator variant && variant.Scaling == Scaling;

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
                .. pairs.Select((pair, i) => Measure(pair.Of(0), neighbours, ProgressPart.Of(options, i, pairs.Count))),
            ],
            startTimestamp);
    }

    private static int[] NeighboursOf(IReadOnlyList<IMutualInformationEstimator> variants) =>
        [.. variants.Select(variant => ((RossEstimator)variant).Neighbours)];

    private MutualInformationEstimate[] Measure(RepresentationPair pair, int[] neighbours, EstimationOptions options)
    {
        switch (pair.X, pair.Y)
        {
            case (PointsRepresentation x, LabelsRepresentation y):
                return EstimateAll(x, y, neighbours, options);
            case (LabelsRepresentation x, PointsRepresentation y):
                return Array.ConvertAll(EstimateAll(y, x, neighbours, options), estimate => estimate.Swapped());
            case (_, PointsRepresentation y):
                Throw.Invalid(
                    y.Name,
                    $"{y.Name} holds samples, as the other variable does; {this} expects labels in one of them. Use Estimators.Kraskov for two variables of samples.");
                break;
            case (_, LabelsRepresentation y):
                Throw.Invalid(
                    y.Name,
                    $"{y.Name} holds symbols, as the other variable does; {this} expects samples in one of them. Use Estimators.ExactDiscrete for two variables of symbols.");
                break;
        }

        throw new InvalidOperationException("A variable is neither points nor labels.");
    }

    private MutualInformationEstimate[] EstimateAll(
        PointsRepresentation x, LabelsRepresentation y, ReadOnlySpan<int> neighbours, EstimationOptions options)
    {
        if (y.Symbols.AreDistinct)
        {
            Throw.Invalid(
                y.Name,
                $"{y.Name} has {y.Count} symbols that all differ, so that no sample has a neighbour of its own symbol; {this} expects symbols that repeat. Where the variable has numbers, give them as samples and use Estimators.Kraskov.");
        }

        NeighbourEstimate[] found = new RossMeasurement(x, SmallerNeighbours.With(neighbours)).Estimate(y.Symbols, null, options);
        MutualInformationEstimate[] estimates = new MutualInformationEstimate[neighbours.Length];
        for (int i = 0; i < estimates.Length; i++)
        {
            estimates[i] = new MutualInformationEstimate
            {
                Value = Information.FromNats(found[i].Nats),
                EntropyX = Information.Undefined,
                EntropyY = y.Entropy(() => new PlugIn().Estimate(y.Symbols.Histogram)),
                JointEntropy = Information.Undefined,
                SampleCount = x.Count,
                Estimator = this with { Neighbours = neighbours[i] },
                Diagnostics = NeighbourGuard.Diagnostics(found[i], options) with
                {
                    FormY = VariableForm.Symbols,
                    AlphabetSizeY = y.Symbols.AlphabetSize,
                    IsolatedShare = found[i].IsolatedShare,
                },
            };
        }

        return estimates;
    }
}
