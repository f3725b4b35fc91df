using MutualInfo.Multivariate;
using MutualInfo.Multivariate.Primitives;

namespace MutualInfo.Internal;

/// <summary>A representing estimator whose representations can be joined, any number of them.</summary>
internal interface IJoiningEstimator : IRepresentingEstimator, IMultivariateEstimator
{
    /// <summary>
    /// Measures the joint entropies of some subsets of the variables, all in one go; each subset has at least one member.
    /// </summary>
    JointEntropy[] MeasureJoints(
        IReadOnlyList<Representation> variables, IReadOnlyList<VariableSubset> subsets, EstimationOptions options);

    /// <summary>Names what measures, as diagnostics do.</summary>
    string BackendIn(EstimationOptions options) => options.Backend.Name;

    /// <summary>
    /// Says the information of two variables as <see cref="IRepresentingEstimator.Measure"/> says it, given that H(X) + H(Y) −
    /// H(X,Y) is <paramref name="difference"/>.
    /// </summary>
    Information OfPair(
        Representation x, Representation y, Information difference, Information jointEntropy, EstimationOptions options) => difference;

    /// <summary>
    /// Says the sum of so many entropies of a quantity that Shannon's entropy never makes negative: itself, or 0 where it is
    /// below 0 by no more than their rounding and the estimator's entropies are Shannon's.
    /// </summary>
    Information WithoutRounding(Information value, Information jointEntropy, int entropies) => value;
}

/// <summary>The entropy of joined variables, and of their histogram what counting estimators know.</summary>
internal readonly record struct JointEntropy(Information Entropy, int? AlphabetSize = null, int? Singletons = null);
