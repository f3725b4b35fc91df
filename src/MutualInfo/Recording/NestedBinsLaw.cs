using System.Numerics;
using MutualInfo.Discrete;

namespace MutualInfo.Recording;

/// <summary>
/// Where every bin of one estimator is a union of bins of another, the finer one shows no less: a theorem about plug-in values.
/// </summary>
internal static class NestedBinsLaw
{
    public static PlaneFinding? Check(
        Dictionary<(IMutualInformationEstimator Estimator, string Layer), InformationPlanePoint[]> points,
        IMutualInformationEstimator coarser,
        IMutualInformationEstimator finer,
        string layer)
    {
        if (!points.TryGetValue((finer, layer), out InformationPlanePoint[]? fine)
            || !points.TryGetValue((coarser, layer), out InformationPlanePoint[]? coarse)
            || Ratio(coarse[0].Input.Estimator, fine[0].Input.Estimator) is not { } ratio)
        {
            return null;
        }

        // Edges are the same numbers where one count of bins is the other times a power of two; else they may differ by rounding, and a
        // value between the two breaks the law.
        bool isExact = BitOperations.IsPow2(ratio);
        Dictionary<int, InformationPlanePoint> other = PlaneLaws.ByEpoch(coarse);
        return PlaneLaws.Worst(
            PlaneLaws.Blank(
                PlaneLaw.NestedBins, isExact, fine[0],
                isExact ? "That is a defect of this library: please report it." : "Values that lie on edges, to rounding, can do that."),
            fine.Where(
                point => other.TryGetValue(point.Epoch, out InformationPlanePoint? pair) && pair.SampleCount == point.SampleCount)
                .Select(point => (point, Excess(other[point.Epoch], point), point.Input.JointEntropy.Nats)),
            amount => $"{layer} shows less in finer bins than by {coarser} {amount}");
    }

    private static double Excess(InformationPlanePoint coarse, InformationPlanePoint fine) => Math.Max(
        coarse.LayerEntropy.Nats - fine.LayerEntropy.Nats,
        Math.Max(coarse.Input.Value.Nats - fine.Input.Value.Nats, coarse.Target.Value.Nats - fine.Target.Value.Nats));

    /// <summary>How many bins of the finer estimator make one of the coarser; null where the bins are not nested.</summary>
    private static int? Ratio(IMutualInformationEstimator coarser, IMutualInformationEstimator finer)
    {
        if (coarser is not DiscreteEstimator { Entropy: PlugIn } coarse || finer is not DiscreteEstimator { Entropy: PlugIn } fine)
            return null;
        return (coarse.Discretizer, fine.Discretizer) switch
        {
            (EqualWidthBins few, EqualWidthBins many)
                when few.Range == many.Range && many.Bins > few.Bins && many.Bins % few.Bins == 0 => many.Bins / few.Bins,
            (FixedWidthBins wide, FixedWidthBins narrow)
                when wide.Origin == narrow.Origin && wide.Width > narrow.Width => Whole(wide.Width / narrow.Width),
            _ => null,
        };
    }

    private static int? Whole(double ratio) => ratio == Math.Floor(ratio) && ratio < int.MaxValue ? (int)ratio : null;
}
