using MutualInfo.Discrete;
using MutualInfo.Internal;
using MutualInfo.Kernels;
using MutualInfo.Neighbours;

namespace MutualInfo.Sensitivity.Primitives;

/// <summary>Estimators with another value of one parameter.</summary>
internal static class Variants
{
    public static IMutualInformationEstimator WithBandwidth(IMutualInformationEstimator estimator, double sigma) =>
        With(estimator, _ => new FixedBandwidth(sigma));

    public static IMutualInformationEstimator WithBandwidthTimes(IMutualInformationEstimator estimator, double factor) =>
        With(estimator, rule => Times(rule, Throw.UnlessPositiveFinite(factor, "factors")));

    public static IMutualInformationEstimator WithBins(DiscreteEstimator estimator, int bins) => estimator with
    {
        Discretizer = estimator.Discretizer switch
        {
            EqualWidthBins width => width with { Bins = bins },
            EqualFrequencyBins frequency => frequency with { Bins = bins },
            EntropyBasedAdaptiveBins adaptive => adaptive with { Bins = bins },
            ShwartzZivTishbyBins published => published with { Edges = bins },
            _ => throw Refused(estimator, "has no number of bins. Sweep.Of takes any parameter"),
        },
    };

    public static IMutualInformationEstimator WithNeighbours(IMutualInformationEstimator estimator, int neighbours)
    {
        ArgumentNullException.ThrowIfNull(estimator);
        return estimator switch
        {
            KraskovEstimator kraskov => kraskov with { Neighbours = neighbours },
            RossEstimator ross => ross with { Neighbours = neighbours },
            _ => throw Refused(estimator, "counts no neighbours. KSG and Ross do; Sweep.Of takes any parameter"),
        };
    }

    private static IMutualInformationEstimator With(
        IMutualInformationEstimator estimator, Func<IBandwidthRule, IBandwidthRule> change)
    {
        ArgumentNullException.ThrowIfNull(estimator);
        return estimator switch
        {
            KernelDensityEstimator density => density with { Bandwidth = change(density.Bandwidth) },
            MatrixRenyiEstimator renyi => renyi with { Bandwidth = change(renyi.Bandwidth) },
            _ => throw Refused(estimator, "has no bandwidth. Kernel density and matrix Rényi have; Sweep.Of takes any parameter"),
        };
    }

    private static IBandwidthRule Times(IBandwidthRule rule, double factor) => rule switch
    {
        FixedBandwidth given => new FixedBandwidth(given.Sigma * factor),
        ScottBandwidth scott => scott with { Factor = scott.Factor * factor },
        SilvermanBandwidth silverman => silverman with { Factor = silverman.Factor * factor },
        MedianBandwidth median => median with { Factor = median.Factor * factor },
        TapiaEstevezBandwidth tapia => tapia with { Factor = tapia.Factor * factor },
        // σ² is in proportion to the scale.
        MaxActivityBandwidth activity => activity with { Scale = activity.Scale * factor * factor },
        _ => throw Refused(rule, "has no factor. Sweep fixed bandwidths, or make the estimators with Sweep.Of"),
    };

    // The name is that of the parameter of the caller, who gave what is refused or what holds it.
    private static ArgumentException Refused(object what, string why, string paramName = "estimator") => new($"'{what}' {why}.", paramName);
}
