namespace MutualInfo.Multivariate;

/// <summary>
/// An estimator whose one rule measures any number of variables together: its joint of two variables is a variable like any
/// other.
/// </summary>
/// <remarks>
/// So are symbols under <see cref="Symbols.Join"/>, and similarities under <see cref="Kernels.Similarity.Join"/>: the counting
/// family, kernel density and matrix-based Rényi. What measures pairs alone, such as a neighbour search in two spaces, is not.
/// </remarks>
public interface IMultivariateEstimator : IMutualInformationEstimator
{
    /// <summary>Begins an empty set of variables, which this estimator will measure together.</summary>
    /// <param name="options">How to compute, for every call of the set; null for <see cref="EstimationOptions.Default"/>.</param>
    JointVariables Observe(EstimationOptions? options = null);
}
