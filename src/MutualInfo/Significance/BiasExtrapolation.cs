using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using MutualInfo.Internal;
using MutualInfo.Significance.Primitives;

namespace MutualInfo.Significance;

/// <summary>
/// Measures an estimator's bias by giving it fewer samples: fits I(n) = I∞ + a/n + b/n² to estimates of n, n/2, n/4, … samples.
/// </summary>
/// <remarks>
/// <para>
/// The samples are dealt into 2, 4, … disjoint parts at random, the estimates of the parts averaged, and that repeated over
/// <see cref="Shuffles"/>: all points come from the same samples, so their noise is common and little of it is extrapolated. The
/// error of I∞ is the delete-d jackknife of the whole procedure.
/// </para>
/// <para>
/// It takes a bias that is a power series in 1/n: that of counting with bins that stay the same, once n/2^<see cref="Halvings"/>
/// is well above the number of cells that are met; the Gaussian estimators; kernels of a fixed bandwidth. <b>Not</b> where the
/// bins or bandwidth follow n (they estimate another quantity at each n), nor neighbours in more than a few dimensions, nor
/// saturated estimates: those give a number without meaning. Look at <see cref="ExtrapolatedInformation.Points"/>. What remains
/// is the estimator's own limit, such as the information of the bins. Cost: 1 + <see cref="Blocks"/> times
/// <see cref="Halvings"/>·<see cref="Shuffles"/> + 1 estimates, counted in estimates of n samples at linear cost. Source: Strong
/// et al., Phys. Rev. Lett. 80:197 (1998); Holmes and Nemenman, Phys. Rev. E 100:022404 (2019).
/// </para>
/// </remarks>
public sealed record BiasExtrapolation
{
    private const int MostHalvings = 10;
    private const int FewestSamplesOfAPart = 4;

    /// <summary>Makes an extrapolation.</summary>
    /// <param name="order">1 fits I∞ + a/n; 2, the default, fits I∞ + a/n + b/n².</param>
    public BiasExtrapolation(int order = 2) => Order = order;

    /// <summary>Gets the highest power of 1/n.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is neither 1 nor 2.</exception>
    public int Order { get; init => field = Throw.UnlessBetween(value, 1, 2, "order"); }

    /// <summary>Gets how often n is halved. <value>The default is 2: n, n/2 and n/4 samples.</value></summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not from 1 to 10.</exception>
    public int Halvings { get; init => field = Throw.UnlessBetween(value, 1, MostHalvings, "halvings"); } = 2;

    /// <summary>Gets how often the samples are dealt anew. <value>The default is 4.</value></summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not from 1 to 1,000.</exception>
    public int Shuffles { get; init => field = Throw.UnlessBetween(value, 1, 1000, "shuffles"); } = 4;

    /// <summary>Gets the blocks of the jackknife that gives the error of I∞. <value>The default is 20.</value></summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not from 2 to 1,000.</exception>
    public int Blocks { get; init => field = Throw.UnlessBetween(value, 2, 1000, "blocks"); } = 20;

    /// <summary>Gets the seed by which samples are dealt. <value>The default is 0.</value></summary>
    public ulong Seed { get; init; }

    /// <summary>Extrapolates the estimate of two variables.</summary>
    /// <param name="estimator">The estimator.</param>
    /// <param name="x">n observations, at least 4·2^<see cref="Halvings"/> and as many as blocks.</param>
    /// <param name="y">n observations, made together with <paramref name="x"/>.</param>
    /// <param name="options">How to compute; null for <see cref="EstimationOptions.Default"/>.</param>
    /// <exception cref="ArgumentNullException">The estimator or a variable is null.</exception>
    /// <exception cref="ArgumentException">
    /// A variable is refused by the estimator, or is too short; or the counts differ.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// There are fewer points than coefficients: <see cref="Halvings"/> is below <see cref="Order"/>.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token of the options was cancelled.</exception>
    public ExtrapolatedInformation Run(
        IMutualInformationEstimator estimator, Symbols x, Symbols y, EstimationOptions? options = null) =>
        Extrapolate(estimator, ObservedPair.Of(x, y), options);

    /// <inheritdoc cref="Run(IMutualInformationEstimator, Symbols, Symbols, EstimationOptions?)"/>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    public ExtrapolatedInformation Run<T>(
        IMutualInformationEstimator estimator, Samples<T> x, Symbols y, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Extrapolate(estimator, ObservedPair.Of(x, y), options);

    /// <inheritdoc cref="Run(IMutualInformationEstimator, Symbols, Symbols, EstimationOptions?)"/>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    public ExtrapolatedInformation Run<T>(
        IMutualInformationEstimator estimator, Symbols x, Samples<T> y, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Extrapolate(estimator, ObservedPair.Of(x, y), options);

    /// <inheritdoc cref="Run(IMutualInformationEstimator, Symbols, Symbols, EstimationOptions?)"/>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    public ExtrapolatedInformation Run<T>(
        IMutualInformationEstimator estimator, Samples<T> x, Samples<T> y, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Extrapolate(estimator, ObservedPair.Of(x, y), options);

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"extrapolation of order {Order} ({Halvings} halvings, {Shuffles} shuffles, {Blocks} blocks, seed {Seed})");

    private ExtrapolatedInformation Extrapolate<T>(
        IMutualInformationEstimator estimator, ObservedPair<T> pair, EstimationOptions? options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(estimator);
        if (Halvings < Order)
        {
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture, $"{Halvings + 1} sizes of samples do not determine the {Order + 1} coefficients of order {Order}; use {Order} halvings or more."));
        }

        int n = pair.Count;
        int fewest = Math.Max(Blocks, FewestSamplesOfAPart << Halvings);
        if (n < fewest)
            Throw.TooFewSamples("x", n, fewest, $"an {this}");

        long start = Stopwatch.GetTimestamp();
        HalvedSamples halved = new(n, Halvings, Shuffles, Blocks, Seed);
        (MutualInformationEstimate estimate, double[] nats) = SubsampleEstimates.Of(estimator, pair, halved.Count, options, halved.Rows);
        double[] means = halved.Means(nats, HalvedSamples.NoBlock, estimate.Value.Nats);
        double[] fit = PowersOfTwoFit.Of(means, Order);
        double[] withoutEach = new double[Blocks];
        for (int block = 0; block < Blocks; block++)
            withoutEach[block] = PowersOfTwoFit.Of(halved.Means(nats, block, double.NaN), Order)[0];

        return new ExtrapolatedInformation
        {
            Estimate = estimate,
            Value = Information.FromNats(fit[0]),
            StandardError = Information.FromNats(halved.Dealt.StandardError(withoutEach)),
            FirstOrder = Information.FromNats(fit[1] * n),
            SecondOrder = Information.FromNats(Order == 1 ? 0 : fit[2] * n * n),
            Points = Array.AsReadOnly([.. means.Select((mean, level) => new ExtrapolationPoint(n / (double)(1 << level), Information.FromNats(mean)))]),
            Seed = Seed,
            Elapsed = Stopwatch.GetElapsedTime(start),
        };
    }
}
