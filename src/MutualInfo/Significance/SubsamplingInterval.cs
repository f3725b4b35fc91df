using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using MutualInfo.Internal;
using MutualInfo.Significance.Primitives;

namespace MutualInfo.Significance;

/// <summary>
/// An interval of the estimate by subsampling: the spread of estimates from m of the n samples, drawn without replacement.
/// </summary>
/// <remarks>
/// <para>
/// For an estimator with errors of order 1/√n, √(m·n/(n − m))·(θ*ₘ − mean) over subsamples is distributed as √n·(θₙ − E θₙ) in
/// the limit; the factor counts that m of n without replacement vary less than m new samples. So the interval is θₙ less the
/// quantiles of θ*ₘ − mean, times √(m/(n − m)). Deviations are from the mean of the subsamples, not from θₙ: an estimator whose
/// bias falls with n has another mean at m, and that difference is bias, not spread.
/// </para>
/// <para>
/// Not a bootstrap: samples drawn with replacement repeat, and repeated samples share bins, add to kernel sums and are each
/// other's nearest neighbour at distance 0, so that every estimator here is biased upwards by them. Samples must not depend on
/// one another. Cost: <see cref="Subsamples"/> estimates of m samples. Source: Politis and Romano, Ann. Stat. 22:2031 (1994); Wu,
/// Ann. Stat. 18:1438 (1990), for m in proportion to n.
/// </para>
/// </remarks>
public sealed record SubsamplingInterval
{
    private const int MostSubsamples = 1_000_000;
    private const int FewestSamples = 4;

    /// <summary>Makes a method.</summary>
    /// <param name="level">The nominal probability of covering, between 0 and 1. The default is 0.95.</param>
    public SubsamplingInterval(double level = 0.95) => Level = level;

    /// <summary>Gets the nominal probability of covering.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not between 0 and 1.</exception>
    public double Level { get; init => field = IntervalLevel.Checked(value, "level"); }

    /// <summary>Gets the number of subsamples. <value>The default is 200.</value></summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not from 2 to 1,000,000.</exception>
    public int Subsamples { get; init => field = Throw.UnlessBetween(value, 2, MostSubsamples, "subsamples"); } = 200;

    /// <summary>
    /// Gets m as a share of n. <value>The default is ½: m = ⌊n/2⌋, as near to n as subsamples can come that differ as much as
    /// they agree.</value>
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not between 0 and 1.</exception>
    public double Share
    {
        get;
        init
        {
            if (value is not (> 0 and < 1))
                Throw.OutOfRange("share", value, "a share between 0 and 1");
            field = value;
        }
    } = 0.5;

    /// <summary>Gets the seed of the subsamples. <value>The default is 0.</value></summary>
    public ulong Seed { get; init; }

    /// <summary>Finds the interval of an estimate.</summary>
    /// <param name="estimator">The estimator.</param>
    /// <param name="x">n observations, 4 at least.</param>
    /// <param name="y">n observations, made together with <paramref name="x"/>.</param>
    /// <param name="options">How to compute; null for <see cref="EstimationOptions.Default"/>.</param>
    /// <exception cref="ArgumentNullException">The estimator or a variable is null.</exception>
    /// <exception cref="ArgumentException">
    /// A variable is refused by the estimator, or is too short; or the counts differ.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// There are too few subsamples to have quantiles at this level: 2/(1 − level) are needed.
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
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"subsampling ({Level * 100:0.##} %, {Subsamples} subsamples of {Share} n, seed {Seed})");

    private InformationInterval Find<T>(IMutualInformationEstimator estimator, ObservedPair<T> pair, EstimationOptions? options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(estimator);
        int n = pair.Count;
        if (n < FewestSamples)
            Throw.TooFewSamples("x", n, FewestSamples, "an interval by subsampling");
        if (Subsamples < 2 / (1 - Level))
        {
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture, $"{Subsamples} subsamples have no quantiles for the level {Level}; use {Math.Ceiling(2 / (1 - Level)):0} or more."));
        }

        long start = Stopwatch.GetTimestamp();
        int m = Math.Clamp((int)(Share * n), 2, n - 1);
        (MutualInformationEstimate estimate, double[] nats) = SubsampleEstimates.Of(
            estimator, pair, Subsamples, options, index => Drawn(n, m, index));

        Array.Sort(nats);
        double mean = nats.Sum() / nats.Length;
        double scale = Math.Sqrt((double)m / (n - m));
        double value = estimate.Value.Nats;
        return new InformationInterval
        {
            Estimate = estimate,
            // A subsample far above the mean tells that the estimate may be as far above its own: the ends change places.
            Lower = Information.FromNats(value - scale * (Quantile(nats, (1 + Level) / 2) - mean)),
            Upper = Information.FromNats(value - scale * (Quantile(nats, (1 - Level) / 2) - mean)),
            Level = Level,
            StandardError = Information.FromNats(scale * Spread.StandardDeviation(nats, mean)),
            Method = string.Create(CultureInfo.InvariantCulture, $"subsampling, {Subsamples} × {m} of {n} without replacement"),
            Seed = Seed,
            Elapsed = Stopwatch.GetElapsedTime(start),
        };
    }

    // The first m of a random order, in ascending order: samples keep the order they have in the data.
    private int[] Drawn(int n, int m, int index)
    {
        int[] order = new int[n];
        new RandomStream(Seed, (ulong)index + 1).Permute(order);
        Array.Resize(ref order, m);
        Array.Sort(order);
        return order;
    }

    // The value at p·(S + 1) of S ascending ones, so that both tails hold as much as they should of a next one.
    private static double Quantile(double[] ascending, double p)
    {
        double position = Math.Clamp(p * (ascending.Length + 1) - 1, 0, ascending.Length - 1);
        int below = Math.Min((int)position, ascending.Length - 2);
        return ascending[below] + (position - below) * (ascending[below + 1] - ascending[below]);
    }
}
