using System.Globalization;
using MutualInfo.Recording;
using MutualInfo.Tool.Estimation;

namespace MutualInfo.Tool.Planes;

/// <summary>What a reader of a plane must know before believing it, in words; one line for each estimator, not for each point.</summary>
internal static class PlaneWarnings
{
    public static IEnumerable<string> Of(InformationPlane plane, bool isWithoutLabels)
    {
        if (isWithoutLabels)
            yield return "no --labels are given: Y is the inputs, as for an autoencoder.";
        foreach (IGrouping<IMutualInformationEstimator, InformationPlanePoint> points in plane.Points.GroupBy(point => point.Estimator))
        {
            int all = points.Count();
            int saturated = points.Count(point => point.Saturation >= EstimateWarnings.SaturationThreshold);
            if (saturated > 0)
            {
                yield return Text(
                    $"{points.Key}: {saturated} of {all} points are saturated, H(T) being at least {EstimateWarnings.SaturationThreshold:0%} of log2 n, the value of samples that all look different. Those points tell n rather than the layer.");
            }

            int outside = points.Count(point => point.Target.Diagnostics.ValuesOutsideRangeX > 0);
            if (outside > 0)
                yield return Text($"{points.Key}: {outside} of {all} points have values outside the given range, counted in its outermost bins.");

            int negative = points.Count(point => point.Input.Value.Nats < 0 || point.Target.Value.Nats < 0);
            if (negative > 0)
                yield return Text($"{points.Key}: {negative} of {all} points have a negative estimate, which is not clamped.");
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
