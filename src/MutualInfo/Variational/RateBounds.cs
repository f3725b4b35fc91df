using System.Numerics;
using MutualInfo.Internal;
using MutualInfo.Variational.Primitives;

namespace MutualInfo.Variational;

/// <summary>
/// Bounds on I(X;Z) for codes that are noisy by themselves, from the known parameters of the noise of every sample.
/// </summary>
/// <remarks>
/// For any prior q, <c>I(X;Z) ≤ E KL(p(z|x) ‖ q(z))</c>, the rate: what a variational autoencoder or Information Dropout pays
/// in training. It is tight where q is the distribution of the codes. Means are taken over the samples given, so the bound
/// holds for the distribution that they represent, up to the spread of a mean over n.
/// Sources: Kingma and Welling (ICLR 2014); Achille and Soatto (IEEE TPAMI 2018); Kolchinsky and Tracey, Entropy 19:361 (2017).
/// </remarks>
public static class RateBounds
{
    /// <summary>Activations below this are taken as it by <see cref="LogNormal"/>: Achille and Soatto's 1e-4.</summary>
    private const double AuthorsFloor = 1e-4;

    /// <summary>
    /// The rate of Gaussian codes, z = μ + σ·ε, under the prior N(0, I): the regulariser of a variational autoencoder.
    /// </summary>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    /// <param name="means">μ, shape <c>(n, d)</c>.</param>
    /// <param name="deviations">σ, the standard deviation of the noise, above 0; shape <c>(n, d)</c>.</param>
    /// <returns>
    /// The mean over samples of <c>Σ ½(μ² + σ² − 1) − ln σ</c> nats; 0 or more, and 0 only where every code is the prior.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// There are no samples or dimensions, the shapes differ, a mean is not finite, or a deviation is not a finite number above
    /// 0.
    /// </exception>
    /// <remarks>Cost: O(n·d). Source: Kingma and Welling (ICLR 2014), appendix B.</remarks>
    public static RateBound StandardNormal<T>(Samples<T> means, Samples<T> deviations)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Guard.NotEmpty(means, nameof(means));
        Guard.SameShape(means, nameof(means), deviations, nameof(deviations));
        Guard.Finite(means, nameof(means));
        Guard.Positive(deviations, nameof(deviations));
        RateSum sum = new(means.Count, means.Dimension);
        for (int i = 0; i < means.Values.Length; i++)
            sum.Add(NormalDivergence.Nats(double.CreateChecked(means.Values[i]), double.CreateChecked(deviations.Values[i])));
        return sum.Bound;
    }

    /// <summary>
    /// The rate of codes under multiplicative log-normal noise, z = f·e^(α·ε), and the log-uniform prior: Information Dropout
    /// after ReLU.
    /// </summary>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    /// <param name="deviations">α, the standard deviation of ln z, above 0; shape <c>(n, d)</c>.</param>
    /// <param name="largestDeviation">
    /// The α that costs nothing. Achille and Soatto take the largest their network can give, 0.701.
    /// </param>
    /// <returns>
    /// The mean over samples of <c>Σ ln(largestDeviation / α)</c> nats; negative terms only where α exceeds the largest.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// There are no samples or dimensions, or a deviation is not a finite number above 0.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="largestDeviation"/> is not a finite number above 0.
    /// </exception>
    /// <remarks>
    /// <para>
    /// The log-uniform prior has no finite integral, so the divergence is known up to a constant only, and
    /// <paramref name="largestDeviation"/> chooses it. Differences between networks and between units mean something; the
    /// number alone bounds I(X;Z) up to that constant.
    /// </para>
    /// <para>
    /// Every unit is counted, as in the authors' program, those with f = 0 too, whose z is 0 whatever the noise. Cost: O(n·d).
    /// Source: Achille and Soatto (IEEE TPAMI 2018).
    /// </para>
    /// </remarks>
    public static RateBound LogUniform<T>(Samples<T> deviations, double largestDeviation)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Guard.NotEmpty(deviations, nameof(deviations));
        Guard.Positive(deviations, nameof(deviations));
        Throw.UnlessPositiveFinite(largestDeviation, nameof(largestDeviation));
        RateSum sum = new(deviations.Count, deviations.Dimension);
        foreach (T deviation in deviations.Values)
            sum.Add(Math.Log(largestDeviation / double.CreateChecked(deviation)));
        return sum.Bound;
    }

    /// <summary>
    /// The rate of codes under multiplicative log-normal noise, z = f·e^(α·ε), and a log-normal prior: Information Dropout
    /// after softplus.
    /// </summary>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    /// <param name="activations">f, 0 or more; shape <c>(n, d)</c>.</param>
    /// <param name="deviations">α, the standard deviation of ln z, above 0; shape <c>(n, d)</c>.</param>
    /// <param name="priorMean">μ₁, the mean of ln z under the prior. The default is 0.</param>
    /// <param name="priorDeviation">σ₁, the standard deviation of ln z under the prior, above 0. The default is 1.</param>
    /// <param name="floor">
    /// What an activation below it counts as, above 0, since ln 0 is infinite. The default is the authors' 1e-4. The bound
    /// holds for the code whose network has the same floor.
    /// </param>
    /// <returns>
    /// The mean over samples of <c>Σ ½((α/σ₁)² + ((ln f − μ₁)/σ₁)² − 1) + ln(σ₁/α)</c> nats; 0 or more.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// There are no samples or dimensions, the shapes differ, an activation is negative or not finite, or a deviation is not a
    /// finite number above 0.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="priorMean"/> is not finite, or <paramref name="priorDeviation"/> or <paramref name="floor"/> is not a
    /// finite number above 0.
    /// </exception>
    /// <remarks>Cost: O(n·d). Source: Achille and Soatto (IEEE TPAMI 2018).</remarks>
    public static RateBound LogNormal<T>(
        Samples<T> activations, Samples<T> deviations, double priorMean = 0, double priorDeviation = 1, double floor = AuthorsFloor)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Guard.NotEmpty(activations, nameof(activations));
        Guard.SameShape(activations, nameof(activations), deviations, nameof(deviations));
        Guard.NotNegative(activations, nameof(activations));
        Guard.Positive(deviations, nameof(deviations));
        Throw.UnlessFinite(priorMean, nameof(priorMean));
        Throw.UnlessPositiveFinite(priorDeviation, nameof(priorDeviation));
        Throw.UnlessPositiveFinite(floor, nameof(floor));
        RateSum sum = new(activations.Count, activations.Dimension);
        for (int i = 0; i < activations.Values.Length; i++)
        {
            // A divergence does not change with the units, so ln z is measured in those of the prior.
            double logarithm = Math.Log(Math.Max(floor, double.CreateChecked(activations.Values[i])));
            double deviation = double.CreateChecked(deviations.Values[i]) / priorDeviation;
            sum.Add(NormalDivergence.Nats((logarithm - priorMean) / priorDeviation, deviation));
        }

        return sum.Bound;
    }

    /// <summary>
    /// Both Kolchinsky–Tracey bounds on I(X;Z) for codes with Gaussian noise known for every sample, z = μ(x) + σ(x)·ε, and x
    /// one of the n samples at random.
    /// </summary>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    /// <param name="means">μ, shape <c>(n, d)</c>.</param>
    /// <param name="deviations">σ, the standard deviation of the noise in every dimension, above 0; shape <c>(n, d)</c>.</param>
    /// <param name="options">How to compute; the defaults where null. The backend is not used.</param>
    /// <returns>Both bounds, in [0, ln n] nats, the lower at most the upper.</returns>
    /// <exception cref="ArgumentException">
    /// There are no samples or dimensions, the shapes differ, a mean is not finite, a deviation is not a finite number above 0,
    /// or one is below 1e-150 of the largest number of its dimension.
    /// </exception>
    /// <exception cref="OperationCanceledException">The options' token was cancelled.</exception>
    /// <remarks>
    /// <para>
    /// With D the distances between the n noises, <c>−(1/n) Σᵢ ln (1/n) Σⱼ exp(−Dᵢⱼ)</c>: the upper bound takes the
    /// Kullback–Leibler divergences of i from j, the lower one the Bhattacharyya distances. Where all σ are equal these are the
    /// bounds of kernel density at σ.
    /// </para>
    /// <para>Cost: O(n²·d) time over all cores, O(n·d) memory; the same bits for any number of threads.
    /// Source: Kolchinsky and Tracey, Entropy 19:361 (2017), equations 14 and 15.</para>
    /// </remarks>
    public static InformationBounds Mixture<T>(Samples<T> means, Samples<T> deviations, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Guard.NotEmpty(means, nameof(means));
        Guard.SameShape(means, nameof(means), deviations, nameof(deviations));
        Guard.Finite(means, nameof(means));
        Guard.Positive(deviations, nameof(deviations));
        return MixtureRows.Bounds(NoiseTiles.Pack(means, deviations), options ?? EstimationOptions.Default);
    }
}
