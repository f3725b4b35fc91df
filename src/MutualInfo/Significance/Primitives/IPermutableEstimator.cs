using System.Numerics;

namespace MutualInfo.Significance.Primitives;

/// <summary>
/// An estimator that is no representing one and yet can keep something while y is permuted, such as the trees of both variables.
/// Without this, the rows of y are permuted and everything is estimated again.
/// </summary>
internal interface IPermutableEstimator : IMutualInformationEstimator
{
    /// <summary>
    /// Prepares two variables that <see cref="IMutualInformationEstimator"/> has accepted; null where nothing can be kept.
    /// </summary>
    PermutedInformation? Prepare<T>(ObservedPair<T> pair, EstimationOptions options) where T : unmanaged, IFloatingPointIeee754<T>;
}
