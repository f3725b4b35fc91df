using System.Numerics;

namespace MutualInfo.Kernels;

/// <summary>
/// Chooses the bandwidth σ of the Gaussian similarity <c>exp(−‖x − x′‖² / 2σ²)</c> for the samples of one variable.
/// </summary>
/// <remarks>Implement it as an immutable record. See <c>docs/architecture.md</c>.</remarks>
public interface IBandwidthRule
{
    /// <summary>Chooses σ.</summary>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    /// <param name="samples">Samples of shape <c>(n, d)</c>; finite.</param>
    /// <param name="options">Threads and cancellation for rules that visit all pairs; null for the defaults.</param>
    /// <returns>σ in the units of the samples, above 0; or 0 where the samples offer no scale.</returns>
    /// <remarks>
    /// An estimator that is given 0 takes samples that are all equal as a constant, whose similarity is 1 at every bandwidth, and
    /// refuses others with the advice to choose a bandwidth.
    /// </remarks>
    double SigmaFor<T>(Samples<T> samples, EstimationOptions? options = null) where T : unmanaged, IFloatingPointIeee754<T>;
}
