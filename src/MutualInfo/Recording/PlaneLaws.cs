using System.Globalization;
using MutualInfo.Discrete;

namespace MutualInfo.Recording;

/// <summary>Holds the points of a plane to the laws between them.</summary>
internal static class PlaneLaws
{
    // The rounding of three entropies is below this share of them in every estimator of the library.
    private const double Rounding = 1e-9;

    public static IEnumerable<PlaneFinding> Check(InformationPlane plane)
    {
        Dictionary<(IMutualInformationEstimator Estimator, string Layer), InformationPlanePoint[]> points = plane.Points
            .GroupBy(point => (point.Estimator, point.Layer)).ToDictionary(group => group.Key, group => group.ToArray());
        List<PlaneFinding?> findings = [];
        foreach (IMutualInformationEstimator estimator in plane.Estimators)
        {
            foreach (string layer in plane.Layers)
            {
                if (points.TryGetValue((estimator, layer), out InformationPlanePoint[]? own))
                    findings.AddRange([Ceiling(own), DistinctInputs(own)]);
            }

            for (int i = 1; i < plane.Chain.Count; i++)
            {
                if (points.TryGetValue((estimator, plane.Chain[i - 1]), out InformationPlanePoint[]? earlier)
                    && points.TryGetValue((estimator, plane.Chain[i]), out InformationPlanePoint[]? later))
                {
                    findings.AddRange(
                    [
                        Processing(earlier, later, PlaneLaw.InputProcessing, "I(X;T)", point => point.Input.Value),
                        Processing(earlier, later, PlaneLaw.TargetProcessing, "I(T;Y)", point => point.Target.Value),
                    ]);
                }
            }

            foreach (IMutualInformationEstimator coarser in plane.Estimators)
                findings.AddRange(plane.Layers.Select(layer => NestedBinsLaw.Check(points, coarser, estimator, layer)));
        }

        return findings.OfType<PlaneFinding>().OrderByDescending(finding => finding.IsExact);
    }

    /// <summary>What a law misses by over the epochs; null where it is kept at all of them.</summary>
    public static PlaneFinding? Worst(
        PlaneFinding blank, IEnumerable<(InformationPlanePoint Point, double Excess, double Scale)> excesses, Func<string, string> meaning)
    {
        (InformationPlanePoint Point, double Excess, double Scale)[] missed =
            [.. excesses.Where(found => found.Excess > Rounding * Math.Max(1, found.Scale))];
        if (missed.Length == 0)
            return null;
        (InformationPlanePoint point, double excess, _) = missed.MaxBy(found => found.Excess);
        Information most = Information.FromNats(excess);
        return blank with
        {
            Epoch = point.Epoch,
            EpochCount = missed.Length,
            Excess = most,
            Meaning = meaning(string.Create(
                CultureInfo.InvariantCulture,
                $"by {most} at epoch {point.Epoch}{(missed.Length > 1 ? FormattableString.Invariant($", the worst of {missed.Length} epochs") : "")}")),
        };
    }

    /// <summary>The points of one layer by epoch. Where a plane was made of several runs, the first of each epoch.</summary>
    public static Dictionary<int, InformationPlanePoint> ByEpoch(IEnumerable<InformationPlanePoint> points) =>
        points.DistinctBy(point => point.Epoch).ToDictionary(point => point.Epoch);

    public static bool IsPlugIn(InformationPlanePoint point) => point.Input.Estimator is DiscreteEstimator { Entropy: PlugIn };

    public static PlaneFinding Blank(PlaneLaw law, bool isExact, InformationPlanePoint point, string advice) => new()
    {
        Law = law,
        IsExact = isExact,
        Estimator = point.Estimator,
        Layer = point.Layer,
        Epoch = 0,
        EpochCount = 0,
        Excess = Information.Zero,
        Meaning = "",
        Advice = advice,
    };

    /// <summary>Exact for exact rows: symbols that are a function of other symbols cannot tell more samples apart.</summary>
    private static PlaneFinding? Processing(
        InformationPlanePoint[] earlier, InformationPlanePoint[] later, PlaneLaw law, string name, Func<InformationPlanePoint, Information> value)
    {
        bool isExact = later[0].Input.Estimator is DiscreteEstimator { Discretizer: ExactRows, Entropy: PlugIn };
        Dictionary<int, InformationPlanePoint> before = ByEpoch(earlier);
        (string from, string to) = (earlier[0].Layer, later[0].Layer);
        PlaneFinding blank = Blank(
            law, isExact, later[0],
            isExact
                ? $"Check the order of the layers and of the samples; noise such as dropout, a path past {from}, and sums whose rounding depends on the batch make it so too."
                : "That proves nothing: the law holds for the layers, and not for what this estimator makes of them.");
        return Worst(
            blank with { EarlierLayer = from },
            later.Where(point => before.TryGetValue(point.Epoch, out InformationPlanePoint? other) && other.SampleCount == point.SampleCount)
                .Select(point => (point, value(point).Nats - value(before[point.Epoch]).Nats, value(point).Nats)),
            amount => $"{name} rises from {from} to {to} {amount}{(isExact ? $", so {to} as recorded is no function of {from}" : "")}");
    }

    private static PlaneFinding? Ceiling(InformationPlanePoint[] points)
    {
        bool isExact = IsPlugIn(points[0]);
        return Worst(
            Blank(PlaneLaw.Ceiling, isExact, points[0], isExact ? "That is a defect of this library: please report it." : "This estimator is not bounded by it."),
            points.SelectMany(point => (MutualInformationEstimate[])[point.Input, point.Target], (point, estimate) => (Point: point, Estimate: estimate))
                .Where(one => one.Estimate.Verdict.Ceiling is not null)
                .Select(one => (one.Point, one.Estimate.Value.Nats - one.Estimate.Verdict.Ceiling!.Value.Nats, one.Estimate.JointEntropy.Nats)),
            amount => $"the information of {points[0].Layer} is above min(log₂ n, H(X), H(T)) or min(log₂ n, H(T), H(Y)) {amount}");
    }

    /// <summary>Exact for every family: no two inputs are alike, so the pair (X, T) is X again.</summary>
    private static PlaneFinding? DistinctInputs(InformationPlanePoint[] points) => Worst(
        Blank(PlaneLaw.DistinctInputs, true, points[0], "That is a defect of this library: please report it."),
        points.Where(point => point.Input.Diagnostics.FormX == VariableForm.DistinctSymbols)
            .Select(point => (point, Math.Abs(point.Input.Value.Nats - point.LayerEntropy.Nats), point.Input.JointEntropy.Nats)),
        amount => $"I(X;T) differs from H(T) in {points[0].Layer}, though all inputs differ, {amount}");
}
