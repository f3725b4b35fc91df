using System.Numerics;
using MutualInfo.Internal;
using MutualInfo.Kernels.Primitives;
using MutualInfo.Multivariate;
using MutualInfo.Multivariate.Primitives;
using MutualInfo.Significance.Primitives;

namespace MutualInfo.Kernels;

/// <summary>
/// Kernel density: the Kolchinsky–Tracey bounds on the information of a layer plus Gaussian noise of standard deviation σ.
/// </summary>
/// <remarks>
/// <para>
/// The entropy of a variable is <c>−(1/n) Σᵢ ln (1/n) Σⱼ k(i, j)</c>, the cancelled form H(T′) − H(T′|T): in [0, ln n], and exact
/// in any dimension. Against labels, I(T;Y) is Kolchinsky and Tracey's class-conditional form; it is a difference of two bounds,
/// so neither a bound itself nor sure to be positive. With <see cref="Symbols.Distinct"/> inputs I(X;T) = H(T).
/// </para>
/// <para>Needs at least 2 samples. Cost: O(n²·d) time, O(n·d) memory. Source: Kolchinsky and Tracey, Entropy 19:361 (2017); Saxe et al. (ICLR 2018).</para>
/// </remarks>
public sealed record KernelDensityEstimator : IMultivariateEstimator, IJoiningEstimator, ISweepingEstimator
{
    /// <summary>Makes an estimator.</summary>
    /// <param name="bandwidth">How σ, the standard deviation of the noise, is chosen.</param>
    public KernelDensityEstimator(IBandwidthRule bandwidth) => Bandwidth = Throw.UnlessGiven(bandwidth, nameof(bandwidth));

    /// <summary>Gets how σ, the standard deviation of the noise, is chosen.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public IBandwidthRule Bandwidth { get; init => field = Throw.UnlessGiven(value, "bandwidth"); }

    /// <summary>Gets which bound is taken. <value>The default is <see cref="KernelDensityBound.Upper"/>.</value></summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a <see cref="KernelDensityBound"/>.</exception>
    public KernelDensityBound Bound { get; init => field = Throw.UnlessDefined(value, "bound"); } = KernelDensityBound.Upper;

    /// <summary>
    /// Gets whether columns are rescaled first. <value>The default is <see cref="FeatureScaling.None"/>.</value>
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a <see cref="FeatureScaling"/>.</exception>
    public FeatureScaling Scaling { get; init => field = Throw.UnlessDefined(value, "scaling"); } = FeatureScaling.None;

    /// <inheritdoc/>
    public Estimand Estimand => Estimand.WithNoise(
        Bound == KernelDensityBound.Upper ? "from upper bounds on the entropies" : "from lower bounds on the entropies");

    /// <inheritdoc/>
    public MutualInformationEstimate Estimate(Symbols x, Symbols y, EstimationOptions? options = null) =>
        RepresentingEstimator.Estimate(this, x, y, options);

    /// <inheritdoc/>
    public MutualInformationEstimate Estimate<T>(Samples<T> x, Symbols y, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        RepresentingEstimator.Estimate(this, x, y, options);

    /// <inheritdoc/>
    public MutualInformationEstimate Estimate<T>(Samples<T> x, Samples<T> y, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        RepresentingEstimator.Estimate(this, x, y, options);

    /// <inheritdoc/>
    public JointVariables Observe(EstimationOptions? options = null) => new(this, options);

    /// <inheritdoc/>
    public override string ToString() =>
        $"KDE {(Bound == KernelDensityBound.Upper ? "upper" : "lower")} bound, {Bandwidth}{ScaledColumns.Suffix(Scaling)}";

    Representation IRepresentingEstimator.Represent(Symbols symbols, string paramName)
    {
        RequireTwo(symbols.Count, paramName);
        return new SimilarityRepresentation(Similarity.Delta(symbols), null) { Form = symbols.Form };
    }

    Representation IRepresentingEstimator.Represent<T>(Samples<T> samples, string paramName, EstimationOptions options)
    {
        RequireTwo(samples.Count, paramName);
        return SimilarityOf.Samples(samples, paramName, Bandwidth, Scaling, SigmaFactor, options);
    }

    void IRepresentingEstimator.MeasureOnce(Representation variable, EstimationOptions options) =>
        variable.Entropy(() => Entropy(((SimilarityRepresentation)variable).Similarity, options));

    MutualInformationEstimate[] IRepresentingEstimator.Measure(
        IReadOnlyList<RepresentationPair> pairs, EstimationOptions options, long startTimestamp) =>
        KernelMeasurement.Measure(this, pairs, Entropies, static _ => null, options, startTimestamp);

    // Distances over another σ are other roundings; see docs/sensitivity.md.
    bool ISweepingEstimator.SharesToTheBit => false;

    bool ISweepingEstimator.IsVariant(IMutualInformationEstimator other) =>
        other is KernelDensityEstimator variant && variant.Bound == Bound && variant.Scaling == Scaling;

    Representation[] ISweepingEstimator.RepresentAll<T>(
        IReadOnlyList<IMutualInformationEstimator> variants,
        Samples<T> samples,
        ReadOnlySpan<Symbols?> partners,
        string paramName,
        EstimationOptions options)
    {
        RequireTwo(samples.Count, paramName);
        IBandwidthRule[] rules = [.. variants.Select(variant => ((KernelDensityEstimator)variant).Bandwidth)];
        return SimilarityOf.Samples(samples, paramName, rules, Scaling, SigmaFactor, options);
    }

    void ISweepingEstimator.MeasureAllOnce(
        IReadOnlyList<IMutualInformationEstimator> variants, Representation[] variable, EstimationOptions options) =>
        KernelDensitySweep.Measure(variable, options);

    MutualInformationEstimate[][] ISweepingEstimator.MeasureAll(
        IReadOnlyList<IMutualInformationEstimator> variants, IReadOnlyList<VariantsPair> pairs, EstimationOptions options, long startTimestamp) =>
        KernelDensitySweep.Measure(variants, pairs, options, startTimestamp);

    JointEntropy[] IJoiningEstimator.MeasureJoints(
        IReadOnlyList<Representation> variables, IReadOnlyList<VariableSubset> subsets, EstimationOptions options) =>
        SimilarityProducts.Measure(variables, subsets, Entropies, options);

    // The lower bound is the upper one over twice the bandwidth.
    private double SigmaFactor => Bound == KernelDensityBound.Lower ? 2 : 1;

    PermutedInformation? IRepresentingEstimator.Prepare(RepresentationPair pair, EstimationOptions options)
    {
        Information marginal = pair.X.KnownEntropy!.Value + pair.Y.KnownEntropy!.Value;
        return KeptGrams.Of(pair, 1, rowSums => marginal.Nats - RowMeanEntropy.Nats(rowSums), options);
    }

    private static Information[] Entropies(IReadOnlyList<Similarity> similarities, EstimationOptions options) =>
        [.. similarities.Select((similarity, i) => Entropy(similarity, ProgressPart.Of(options, i, similarities.Count)))];

    private static Information Entropy(Similarity similarity, EstimationOptions options)
    {
        double[] sums = new double[similarity.Count];
        options.Backend.RowSums(similarity, sums, options);
        similarity.MeanSimilarity = RowMeanEntropy.MeanSimilarity(sums);
        return Information.FromNats(RowMeanEntropy.Nats(sums));
    }

    private static void RequireTwo(int count, string paramName)
    {
        if (count < 2)
            Throw.TooFewSamples(paramName, count, 2, "kernel density");
    }
}
