using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using MutualInfo.Discrete.Primitives;
using MutualInfo.Internal;
using MutualInfo.Significance.Primitives;

namespace MutualInfo.Significance;

/// <summary>
/// Tests whether two variables are independent: are random orders of y, which break every dependence and change nothing else,
/// likely to give as large an estimate?
/// </summary>
/// <remarks>
/// <para>
/// The p-value is <c>(b + 1)/(m + 1)</c>, b of m permutations having given at least the estimate: the data are themselves one of
/// the orders, so it is never 0, and under independence p ≤ α has a probability of at most α whatever the estimator, its bias and
/// n. It takes that samples are exchangeable: rows of a time series, or of one subject after another, are not. A value within
/// 1e−11·max(1, ln n) nats of the estimate counts as equal to it, so that the rounding of a sum in another order cannot turn a
/// tie into "less".
/// </para>
/// <para>
/// It answers whether there is dependence, not how much: for that see <see cref="SubsamplingInterval"/>. Estimators of this
/// library represent both variables once and measure their entropies once; for each permutation only the joint variable is
/// measured again. Permutation k is drawn from stream k of the seed by Fisher and Yates's shuffle with xoshiro256**, so results
/// are the same bits in every run, for any number of threads and any version of .NET. See <c>docs/significance.md</c>. Source:
/// Phipson and Smyth, Stat. Appl. Genet. Mol. Biol. 9:39 (2010).
/// </para>
/// </remarks>
public sealed record PermutationTest
{
    private const int MostPermutations = 10_000_000;
    private const double RelativeTie = 1e-11;

    /// <summary>Makes a test.</summary>
    /// <param name="permutations">
    /// m, at least 1. The default is 999: p-values come in steps of 0.001. Below 19 none can be 0.05.
    /// </param>
    public PermutationTest(int permutations = 999) => Permutations = permutations;

    /// <summary>Gets m, the number of permutations.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not from 1 to 10,000,000.</exception>
    public int Permutations { get; init => field = Throw.UnlessBetween(value, 1, MostPermutations, "permutations"); }

    /// <summary>Gets the seed of the permutations. <value>The default is 0.</value></summary>
    public ulong Seed { get; init; }

    /// <summary>Tests two variables for independence.</summary>
    /// <param name="estimator">Whose estimate is the statistic.</param>
    /// <param name="x">n observations of the variable that stays as it is.</param>
    /// <param name="y">n observations of the variable that is permuted.</param>
    /// <param name="options">How to compute; null for <see cref="EstimationOptions.Default"/>.</param>
    /// <exception cref="ArgumentNullException">The estimator or a variable is null.</exception>
    /// <exception cref="ArgumentException">
    /// A variable is refused by the estimator; the counts differ; or the estimator chooses a bandwidth by looking at the labels
    /// as they are paired with the samples, which no permutation can have been given.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token of the options was cancelled.</exception>
    public PermutationTestResult Run(
        IMutualInformationEstimator estimator, Symbols x, Symbols y, EstimationOptions? options = null) =>
        Test(estimator, ObservedPair.Of(x, y), options);

    /// <inheritdoc cref="Run(IMutualInformationEstimator, Symbols, Symbols, EstimationOptions?)"/>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    public PermutationTestResult Run<T>(
        IMutualInformationEstimator estimator, Samples<T> x, Symbols y, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Test(estimator, ObservedPair.Of(x, y), options);

    /// <inheritdoc cref="Run(IMutualInformationEstimator, Symbols, Symbols, EstimationOptions?)"/>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    public PermutationTestResult Run<T>(
        IMutualInformationEstimator estimator, Symbols x, Samples<T> y, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Test(estimator, ObservedPair.Of(x, y), options);

    /// <inheritdoc cref="Run(IMutualInformationEstimator, Symbols, Symbols, EstimationOptions?)"/>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    public PermutationTestResult Run<T>(
        IMutualInformationEstimator estimator, Samples<T> x, Samples<T> y, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Test(estimator, ObservedPair.Of(x, y), options);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"permutation test (m = {Permutations}, seed {Seed})");

    /// <summary>The nats within which two values of n samples are equal but for the rounding of their sums.</summary>
    internal static double TieWidth(long count) => RelativeTie * Math.Max(1, Math.Log(count));

    private PermutationTestResult Test<T>(IMutualInformationEstimator estimator, ObservedPair<T> pair, EstimationOptions? options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(estimator);
        PermutableEstimators.RequireExchangeable(estimator);
        long start = Stopwatch.GetTimestamp();
        EstimationOptions how = options ?? EstimationOptions.Default;
        how.CancellationToken.ThrowIfCancellationRequested();

        EstimationOptions quiet = how with { Progress = null };
        (MutualInformationEstimate estimate, PermutedInformation permuted) = PermutableEstimators.Begin(estimator, pair, quiet);
        double[] nats = new double[Permutations];
        double observed;
        using (permuted)
        {
            observed = InOrder(permuted, pair.Count, quiet);
            ManyEstimates.Run(
                nats.Length,
                permuted.TakesAllCores,
                how,
                (index, inside) => nats[index] = Permuted(permuted, pair.Count, index, inside));
        }

        // The estimate is compared as it was measured among the permutations, by the same sums.
        double least = observed - TieWidth(pair.Count);
        int atLeastAsLarge = nats.Count(value => value >= least);
        return new PermutationTestResult
        {
            Estimate = estimate,
            PValue = (atLeastAsLarge + 1.0) / (Permutations + 1.0),
            AtLeastAsLarge = atLeastAsLarge,
            Null = new NullDistribution(nats),
            Seed = Seed,
            Elapsed = Stopwatch.GetElapsedTime(start),
        };
    }

    private static double InOrder(PermutedInformation permuted, int count, EstimationOptions options)
    {
        using Rented<int> order = new(count);
        for (int i = 0; i < count; i++)
            order.Span[i] = i;
        return permuted.Nats(order.Span, options);
    }

    private double Permuted(PermutedInformation permuted, int count, int index, EstimationOptions options)
    {
        using Rented<int> order = new(count);
        new RandomStream(Seed, (ulong)index + 1).Permute(order.Span);
        return permuted.Nats(order.Span, options);
    }
}
