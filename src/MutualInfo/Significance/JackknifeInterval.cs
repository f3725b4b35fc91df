using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using MutualInfo.Internal;
using MutualInfo.Significance.Primitives;

namespace MutualInfo.Significance;

/// <summary>
/// An interval of the estimate by the delete-d jackknife: the samples are dealt into g blocks, and each block is left out once.
/// </summary>
/// <remarks>
/// <para>
/// With θ₍ⱼ₎ the estimate without block j, the variance of the estimate is (g − 1)/g·Σ (θ₍ⱼ₎ − mean)², and the interval θ ±
/// t·√variance, t the quantile of Student's distribution with g − 1 degrees of freedom. It costs fewer estimates than
/// <see cref="SubsamplingInterval"/>, of nearly n samples each, is symmetric, and depends on the seed alone through how the
/// blocks are dealt.
/// </para>
/// <para>
/// Blocks of d = n/g samples, not single ones: for estimators that are no smooth function of the samples (measured ranges,
/// quantile bins, neighbours) d must be beyond √n, so g below √n. Nothing is drawn with replacement, for the reason that
/// <see cref="SubsamplingInterval"/> gives. Source: Shao and Wu, Ann. Stat. 17:1176 (1989); Kott, J. Off. Stat. 17:521 (2001),
/// for blocks.
/// </para>
/// </remarks>
public sealed record JackknifeInterval
{
    private const int MostBlocks = 1_000_000;

    /// <summary>Makes a method.</summary>
    /// <param name="level">The nominal probability of covering, between 0 and 1. The default is 0.95.</param>
    public JackknifeInterval(double level = 0.95) => Level = level;

    /// <summary>Gets the nominal probability of covering.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not between 0 and 1.</exception>
    public double Level { get; init => field = IntervalLevel.Checked(value, "level"); }

    /// <summary>
    /// Gets g, the number of blocks. <value>The default is 20: above n = 400 a block is more than √n samples.</value>
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not from 2 to 1,000,000.</exception>
    public int Blocks { get; init => field = Throw.UnlessBetween(value, 2, MostBlocks, "blocks"); } = 20;

    /// <summary>Gets the seed by which samples are dealt into blocks. <value>The default is 0.</value></summary>
    public ulong Seed { get; init; }

    /// <summary>Finds the interval of an estimate.</summary>
    /// <param name="estimator">The estimator.</param>
    /// <param name="x">n observations, at least as many as blocks and 3.</param>
    /// <param name="y">n observations, made together with <paramref name="x"/>.</param>
    /// <param name="options">How to compute; null for <see cref="EstimationOptions.Default"/>.</param>
    /// <exception cref="ArgumentNullException">The estimator or a variable is null.</exception>
    /// <exception cref="ArgumentException">
    /// A variable is refused by the estimator, or is too short; or the counts differ.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token of the options was cancelled.</exception>
    public InformationInterval Run(
        IMutualInformationEstimator estimator, Symbols x, Symbols y, EstimationOptions? options = null) =>
        Find(estimator, ObservedPair.Of(x, y), options);

    /// <inheritdoc cref="Run(IMutualInformationEstimator, Symbols, Symbols, EstimationOptions?)"/>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    public InformationInterval Run<T>(
        IMutualInformationEstimator estimator, Samples<T> x, Symbols y, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Find(estimator, ObservedPair.Of(x, y), options);

    /// <inheritdoc cref="Run(IMutualInformationEstimator, Symbols, Symbols, EstimationOptions?)"/>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    public InformationInterval Run<T>(
        IMutualInformationEstimator estimator, Symbols x, Samples<T> y, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Find(estimator, ObservedPair.Of(x, y), options);

    /// <inheritdoc cref="Run(IMutualInformationEstimator, Symbols, Symbols, EstimationOptions?)"/>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    public InformationInterval Run<T>(
        IMutualInformationEstimator estimator, Samples<T> x, Samples<T> y, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Find(estimator, ObservedPair.Of(x, y), options);

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"jackknife ({Level * 100:0.##} %, {Blocks} blocks, seed {Seed})");

    private InformationInterval Find<T>(IMutualInformationEstimator estimator, ObservedPair<T> pair, EstimationOptions? options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(estimator);
        int n = pair.Count;
        if (n < Math.Max(3, Blocks))
            Throw.TooFewSamples("x", n, Math.Max(3, Blocks), string.Create(CultureInfo.InvariantCulture, $"a jackknife of {Blocks} blocks"));

        long start = Stopwatch.GetTimestamp();
        DealtBlocks dealt = new(n, Blocks, Seed);
        (MutualInformationEstimate estimate, double[] nats) = SubsampleEstimates.Of(estimator, pair, Blocks, options, dealt.Without);
        double error = dealt.StandardError(nats);
        double reach = StudentT.TwoSidedQuantile(Level, Blocks - 1) * error;
        return new InformationInterval
        {
            Estimate = estimate,
            Lower = Information.FromNats(estimate.Value.Nats - reach),
            Upper = Information.FromNats(estimate.Value.Nats + reach),
            Level = Level,
            StandardError = Information.FromNats(error),
            Method = string.Create(CultureInfo.InvariantCulture, $"delete-d jackknife, {Blocks} blocks of about {n / (double)Blocks:0.#} of {n} samples"),
            Seed = Seed,
            Elapsed = Stopwatch.GetElapsedTime(start),
        };
    }
}
