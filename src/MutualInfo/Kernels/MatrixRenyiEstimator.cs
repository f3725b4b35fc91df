using System.Globalization;
using System.Numerics;
using MutualInfo.Internal;
using MutualInfo.Kernels.Primitives;
using MutualInfo.Kernels.Primitives.LowRank;
using MutualInfo.Multivariate;
using MutualInfo.Multivariate.Primitives;
using MutualInfo.Significance.Primitives;

namespace MutualInfo.Kernels;

/// <summary>Matrix-based Rényi information of order α: the entropy of the spectrum of normalised Gram matrices.</summary>
/// <remarks>
/// <para>
/// <c>S_α(A) = log Σ λᵢ(A)^α / (1 − α)</c> with A = K/n; the joint matrix is the entrywise product. 0 ≤ S_α ≤ ln n. Order 1
/// is the von Neumann entropy, 2, 3 and 4 need no eigenvalues, and ∞ is −log λ_max. <b>It is not Shannon information</b>, and
/// I_α <b>can be negative</b>: with labels (1,1,0,1) and (1,1,1,0), I₂ is exactly log₂(24/25) bits. I(X;X) is not S(X)
/// either. Nothing is clamped.
/// </para>
/// <para>
/// Below order 1, eigenvalues less than 1e−12 of the largest are taken as the rounding of zeros: their small powers would add up.
/// Cost: O(n²·d + n³) time and O(n²) memory; order 2 O(n²·d) and O(n·d).
/// Source: Sánchez Giraldo, Rao and Príncipe, IEEE Trans. Inf. Theory 61:535 (2015); Yu et al., IEEE TPAMI 42:2960 (2020).
/// </para>
/// </remarks>
public sealed record MatrixRenyiEstimator : IMultivariateEstimator, IJoiningEstimator, ISweepingEstimator
{
    /// <summary>Makes an estimator.</summary>
    /// <param name="order">α, above 0; <see cref="double.PositiveInfinity"/> is allowed. The literature uses 1.01.</param>
    /// <param name="bandwidth">How σ is chosen.</param>
    public MatrixRenyiEstimator(double order, IBandwidthRule bandwidth)
    {
        Order = order;
        Bandwidth = Throw.UnlessGiven(bandwidth, nameof(bandwidth));
    }

    /// <summary>Gets the order α.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or not above 0.</exception>
    public double Order
    {
        get;
        init
        {
            if (!(value > 0))
                Throw.OutOfRange("order", value, "an order above 0; 1 is the von Neumann entropy, and double.PositiveInfinity is allowed");
            field = value;
        }
    }

    /// <summary>Gets how σ is chosen.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public IBandwidthRule Bandwidth { get; init => field = Throw.UnlessGiven(value, "bandwidth"); }

    /// <summary>
    /// Gets whether columns are rescaled first. <value>The default is <see cref="FeatureScaling.None"/>.</value>
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a <see cref="FeatureScaling"/>.</exception>
    public FeatureScaling Scaling { get; init => field = Throw.UnlessDefined(value, "scaling"); } = FeatureScaling.None;

    /// <inheritdoc/>
    public Estimand Estimand => Estimand.MatrixRenyi(Order);

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

    /// <summary>Estimates the mutual information of two Gram matrices of the caller's own, whatever kernel made them.</summary>
    /// <param name="x">The Gram matrix of n samples.</param>
    /// <param name="y">The Gram matrix of the same n samples in another variable.</param>
    /// <param name="options">
    /// How to compute; null for <see cref="EstimationOptions.Default"/>. Given matrices are measured on the
    /// CPU, whatever the backend.
    /// </param>
    /// <returns>The estimate with its three entropies.</returns>
    /// <exception cref="ArgumentNullException">A matrix is null.</exception>
    /// <exception cref="ArgumentException">
    /// The counts differ, or a matrix is not positive semidefinite, which order 2 cannot see: it computes no eigenvalues.
    /// </exception>
    public MutualInformationEstimate Estimate(GramMatrix x, GramMatrix y, EstimationOptions? options = null) =>
        GramMeasurement.Estimate(this, x, y, options);

    /// <summary>Computes the entropy S_α of one Gram matrix. For a joint entropy, pass <see cref="GramMatrix.Join"/>.</summary>
    /// <param name="matrix">The Gram matrix of n samples.</param>
    /// <param name="options">
    /// How to compute; null for <see cref="EstimationOptions.Default"/>. Given matrices are measured on the
    /// CPU, whatever the backend.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="matrix"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The matrix is not positive semidefinite, which order 2 cannot see: it computes no eigenvalues.
    /// </exception>
    public Information Entropy(GramMatrix matrix, EstimationOptions? options = null) =>
        GramMeasurement.Entropy(Order, matrix, nameof(matrix), options ?? EstimationOptions.Default);

    /// <summary>
    /// Encloses the entropy S_α of a variable between two certain bounds, without its Gram matrix: for n
    /// far beyond what that allows.
    /// </summary>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    /// <param name="x">Samples of shape <c>(n, d)</c>.</param>
    /// <param name="limits">When to stop; null for <see cref="EnclosureLimits.Default"/>.</param>
    /// <param name="options">
    /// How to compute; null for <see cref="EstimationOptions.Default"/>. Computed on the CPU, whatever the backend.
    /// </param>
    /// <remarks>
    /// Cholesky's method with pivots: O(n·k·d + n·k²) time and 8·n·k bytes for rank k. The rank that is needed is small for one
    /// to three dimensions and wide bandwidths, and near n for ten and more at the usual ones; up to n = 8192 the whole spectrum
    /// is computed then, beyond it the bounds are as near as the rank allows. Source: Harbrecht, Peters and Schneider, Appl.
    /// Numer. Math. 62:428 (2012).
    /// </remarks>
    /// <exception cref="ArgumentException">
    /// The samples are empty or hold NaN or an infinity, or the bandwidth rule refuses them.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public EntropyEnclosure Enclose<T>(Samples<T> x, EnclosureLimits? limits = null, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        RenyiEnclosure.Entropy(this, x, limits, options);

    /// <summary>
    /// Encloses the mutual information of samples and symbols between two certain bounds, without Gram matrices.
    /// </summary>
    /// <inheritdoc cref="Enclose{T}(Samples{T}, EnclosureLimits?, EstimationOptions?)"/>
    /// <param name="x">Samples of shape <c>(n, d)</c>.</param>
    /// <param name="y">n symbols.</param>
    /// <param name="limits">
    /// When to stop, for each of the three entropies; null for <see cref="EnclosureLimits.Default"/>.
    /// </param>
    /// <param name="options">
    /// How to compute; null for <see cref="EstimationOptions.Default"/>. Computed on the CPU, whatever the backend.
    /// </param>
    public InformationEnclosure Enclose<T>(Samples<T> x, Symbols y, EnclosureLimits? limits = null, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        RenyiEnclosure.Information(this, x, y, limits, options);

    /// <summary>Encloses the mutual information of two variables between two certain bounds, without Gram matrices.</summary>
    /// <inheritdoc cref="Enclose{T}(Samples{T}, Symbols, EnclosureLimits?, EstimationOptions?)"/>
    /// <param name="x">Samples of shape <c>(n, d)</c>.</param>
    /// <param name="y">Samples of the same n observations.</param>
    /// <param name="limits">
    /// When to stop, for each of the three entropies; null for <see cref="EnclosureLimits.Default"/>.
    /// </param>
    /// <param name="options">
    /// How to compute; null for <see cref="EstimationOptions.Default"/>. Computed on the CPU, whatever the backend.
    /// </param>
    public InformationEnclosure Enclose<T>(Samples<T> x, Samples<T> y, EnclosureLimits? limits = null, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        RenyiEnclosure.Information(this, x, y, limits, options);

    /// <inheritdoc/>
    public JointVariables Observe(EstimationOptions? options = null) => new(this, options);

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"matrix Rényi (α = {Order}), {Bandwidth}{ScaledColumns.Suffix(Scaling)}");

    Representation IRepresentingEstimator.Represent(Symbols symbols, string paramName) =>
        new SimilarityRepresentation(Similarity.Delta(symbols), null) { Form = symbols.Form };

    Representation IRepresentingEstimator.Represent<T>(Samples<T> samples, string paramName, EstimationOptions options) =>
        SimilarityOf.Samples(samples, paramName, Bandwidth, Scaling, 1, options);

    void IRepresentingEstimator.MeasureOnce(Representation variable, EstimationOptions options) =>
        variable.Entropy(() => Entropies([((SimilarityRepresentation)variable).Similarity], options)[0]);

    MutualInformationEstimate[] IRepresentingEstimator.Measure(
        IReadOnlyList<RepresentationPair> pairs, EstimationOptions options, long startTimestamp) =>
        KernelMeasurement.Measure(this, pairs, Entropies, similarity => Structure(similarity, options), options, startTimestamp);

    bool ISweepingEstimator.IsVariant(IMutualInformationEstimator other) =>
        other is MatrixRenyiEstimator variant && variant.Bandwidth.Equals(Bandwidth) && variant.Scaling == Scaling;

    Representation[] ISweepingEstimator.RepresentAll<T>(
        IReadOnlyList<IMutualInformationEstimator> variants,
        Samples<T> samples,
        ReadOnlySpan<Symbols?> partners,
        string paramName,
        EstimationOptions options)
    {
        SimilarityRepresentation one = SimilarityOf.Samples(samples, paramName, Bandwidth, Scaling, 1, options);
        return [.. variants.Select(_ => new VariantRepresentation(one.Similarity, one.Bandwidth, 1) { Form = one.Form })];
    }

    void ISweepingEstimator.MeasureAllOnce(
        IReadOnlyList<IMutualInformationEstimator> variants, Representation[] variable, EstimationOptions options) =>
        MatrixRenyiSweep.Measure(variants, variable, options);

    MutualInformationEstimate[][] ISweepingEstimator.MeasureAll(
        IReadOnlyList<IMutualInformationEstimator> variants, IReadOnlyList<VariantsPair> pairs, EstimationOptions options, long startTimestamp) =>
        MatrixRenyiSweep.Measure(variants, pairs, options, startTimestamp);

    JointEntropy[] IJoiningEstimator.MeasureJoints(
        IReadOnlyList<Representation> variables, IReadOnlyList<VariableSubset> subsets, EstimationOptions options) =>
        SimilarityProducts.Measure(variables, subsets, Entropies, options);

    /// <summary>Gets whether the order needs no eigenvalues.</summary>
    internal bool IsWholeOrder => Order is 2 or 3 or 4;

    PermutedInformation? IRepresentingEstimator.Prepare(RepresentationPair pair, EstimationOptions options)
    {
        if (Order != 2)
            return KeptSpectra.Of(this, pair, options);
        Information marginal = pair.X.KnownEntropy!.Value + pair.Y.KnownEntropy!.Value;
        double n = pair.X.Count;
        return KeptGrams.Of(pair, 2, rowSums => marginal.Nats - SpectralEntropy.OfTraceNats(OrderedSum.Of(rowSums) / (n * n), 2), options);
    }

    // Another backend makes of the structure what it can.
    internal GramStructure? Structure(Similarity similarity, EstimationOptions options) =>
        options.Backend is CpuBackend ? similarity.StructureAt(Order) : null;

    private Information[] Entropies(IReadOnlyList<Similarity> similarities, EstimationOptions options)
    {
        if (IsWholeOrder)
        {
            return
            [
                .. similarities.Select((similarity, i) =>
                {
                    (Information entropy, similarity.MeanSimilarity) = TraceEntropy.Of(similarity, Order, ProgressPart.Of(options, i, similarities.Count));
                    return entropy;
                }),
            ];
        }

        IReadOnlyList<double[]> spectra = options.Backend.Spectra(similarities, options);
        return
        [
            .. spectra.Select((eigenvalues, i) =>
            {
                similarities[i].MeanSimilarity = SpectralEntropy.RootMeanSquareSimilarity(SpectralEntropy.TraceOfSquare(eigenvalues), similarities[i].Count);
                return Information.FromNats(SpectralEntropy.Nats(eigenvalues, Order));
            }),
        ];
    }
}
