using System.Numerics;

namespace MutualInfo.InformationPlanes.Reproductions;

/// <summary>An estimator under a name of its own, which is its panel's title: for planes that show several networks beside each other.</summary>
/// <remarks>
/// Two are equal where their names are. So runs can share a panel whose estimators differ in a number that each run has measured, such as
/// the range of all its activations.
/// </remarks>
public sealed record NamedEstimator(string Name, IMutualInformationEstimator Estimator) : IMutualInformationEstimator
{
    public Estimand Estimand => Estimator.Estimand;

    public MutualInformationEstimate Estimate(Symbols x, Symbols y, EstimationOptions? options = null) => Estimator.Estimate(x, y, options);

    public MutualInformationEstimate Estimate<T>(Samples<T> x, Symbols y, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T> => Estimator.Estimate(x, y, options);

    public MutualInformationEstimate Estimate<T>(Samples<T> x, Samples<T> y, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T> => Estimator.Estimate(x, y, options);

    public bool Equals(NamedEstimator? other) => other is not null && other.Name == Name;

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Name;
}
