using System.Numerics;

namespace MutualInfo;

/// <summary>Estimates the mutual information of two variables observed together: <c>I(X;Y) = H(X) + H(Y) − H(X,Y)</c>.</summary>
/// <remarks>
/// A variable is either <see cref="Samples{T}"/> or <see cref="Symbols"/>. Sample i of x and sample i of y are one observation.
/// Estimators are immutable records, safe to share between threads; they draw no random numbers.
/// </remarks>
public interface IMutualInformationEstimator
{
    /// <summary>Gets what is estimated. <value>The default, for estimators that do not say, is <see cref="Estimand.Unstated"/>.</value></summary>
    Estimand Estimand => Estimand.Unstated;

    /// <summary>Estimates the mutual information of two discrete variables.</summary>
    /// <param name="x">n symbols.</param>
    /// <param name="y">n symbols, observed together with <paramref name="x"/>.</param>
    /// <param name="options">How to compute; null for <see cref="EstimationOptions.Default"/>.</param>
    /// <returns>The estimate with its three entropies.</returns>
    /// <exception cref="ArgumentNullException">A variable is null.</exception>
    /// <exception cref="ArgumentException">A variable is empty, or the counts differ.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    MutualInformationEstimate Estimate(Symbols x, Symbols y, EstimationOptions? options = null);

    /// <summary>Estimates the mutual information of numbers and a discrete variable, such as a layer and its label.</summary>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    /// <param name="x">Samples of shape <c>(n, d)</c>.</param>
    /// <param name="y">n symbols, observed together with <paramref name="x"/>.</param>
    /// <param name="options">How to compute; null for <see cref="EstimationOptions.Default"/>.</param>
    /// <returns>The estimate with its three entropies.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="y"/> is null.</exception>
    /// <exception cref="ArgumentException">A variable is empty or holds NaN, or an infinity where the estimator refuses it, or the counts differ.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    MutualInformationEstimate Estimate<T>(Samples<T> x, Symbols y, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T>;

    /// <summary>Estimates the mutual information of two variables that are numbers, such as two layers.</summary>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    /// <param name="x">Samples of shape <c>(n, dx)</c>.</param>
    /// <param name="y">Samples of shape <c>(n, dy)</c>, observed together with <paramref name="x"/>.</param>
    /// <param name="options">How to compute; null for <see cref="EstimationOptions.Default"/>.</param>
    /// <returns>The estimate with its three entropies.</returns>
    /// <exception cref="ArgumentException">A variable is empty or holds NaN, or an infinity where the estimator refuses it, or the counts differ.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    MutualInformationEstimate Estimate<T>(Samples<T> x, Samples<T> y, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T>;
}
