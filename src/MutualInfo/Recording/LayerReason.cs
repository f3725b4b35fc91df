using System.Globalization;

namespace MutualInfo.Recording;

/// <summary>One reason for care about a layer's points, and at how many epochs it was found.</summary>
public sealed record LayerReason
{
    /// <summary>Gets the reason.</summary>
    public required VerdictReason Reason { get; init; }

    /// <summary>Gets the greatest gravity it had.</summary>
    public required VerdictGravity Gravity { get; init; }

    /// <summary>
    /// Gets what it is about: <c>X</c>, <c>T</c>, <c>Y</c>, <c>(X,T)</c>, <c>(T,Y)</c>, <c>I(X;T)</c> or <c>I(T;Y)</c>.
    /// </summary>
    public required string Subject { get; init; }

    /// <summary>Gets the number of points at which it was found.</summary>
    public required int PointCount { get; init; }

    /// <summary>Says it in a few words.</summary>
    public override string ToString() => Reason switch
    {
        VerdictReason.Saturated => $"{Subject} is saturated",
        VerdictReason.MostlySingletons => $"most samples are alone in {Subject}",
        VerdictReason.BandwidthCollapsed => $"the bandwidth of {Subject} has collapsed",
        VerdictReason.BandwidthFlat => $"{Subject} is flat",
        VerdictReason.FewSamplesPerCell => $"few samples for {Subject}",
        VerdictReason.EffectiveRank => $"the effective rank of {Subject} is large for n",
        VerdictReason.FirstOrderBias => $"{Subject} is largely bias",
        VerdictReason.Constant => $"{Subject} is constant",
        VerdictReason.SameVariable => $"{Subject} are one variable",
        VerdictReason.RepeatedSamples => $"most samples of {Subject} are repetitions",
        VerdictReason.OutsideRange => $"values of {Subject} lie outside the range",
        VerdictReason.Ties => $"samples of {Subject} tie",
        VerdictReason.Infinite => $"{Subject} is infinite",
        VerdictReason.Negative => $"{Subject} is negative",
        VerdictReason.AboveCeiling => $"{Subject} is above its ceiling",
        VerdictReason.AtCeiling => $"{Subject} is at its ceiling",
        _ => $"{Reason} of {Subject}",
    };

    internal string ToString(int all) =>
        PointCount == all ? ToString() : string.Create(CultureInfo.InvariantCulture, $"{ToString()} at {PointCount} epochs");

    /// <summary>
    /// The cautions of all points, the gravest first and among them the most frequent. What both axes say of the layer counts
    /// once.
    /// </summary>
    internal static IEnumerable<LayerReason> Of(IEnumerable<InformationPlanePoint> points) =>
        points.SelectMany(point => Named(point.Input.Verdict, "X", "T").Concat(Named(point.Target.Verdict, "T", "Y"))
                .GroupBy(
                    named => (named.Finding.Reason, named.Subject),
                    (key, found) => (key.Reason, key.Subject, Gravity: found.Max(one => one.Finding.Gravity))))
            .GroupBy(found => (found.Reason, found.Subject), (key, found) => new LayerReason
            {
                Reason = key.Reason,
                Subject = key.Subject,
                Gravity = found.Max(one => one.Gravity),
                PointCount = found.Count(),
            })
            .OrderByDescending(reason => reason.Gravity).ThenByDescending(reason => reason.PointCount).ThenBy(
                reason => reason.Reason)
            .ThenBy(reason => reason.Subject, StringComparer.Ordinal);

    private static IEnumerable<(VerdictFinding Finding, string Subject)> Named(Verdict verdict, string x, string y) => verdict.Findings
        .Where(finding => finding.Gravity > VerdictGravity.Note)
        .Select(finding => (finding, finding.Subject switch
        {
            VerdictSubject.X => x,
            VerdictSubject.Y => y,
            VerdictSubject.Joint => $"({x},{y})",
            _ => $"I({x};{y})",
        }));
}
