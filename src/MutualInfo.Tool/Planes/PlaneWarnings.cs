using MutualInfo.Recording;

namespace MutualInfo.Tool.Planes;

/// <summary>What a reader of a plane must know before believing it, in words; one line for each estimator, not for each point.</summary>
internal static class PlaneWarnings
{
    public static IEnumerable<string> Of(InformationPlane plane, bool isWithoutLabels)
    {
        if (isWithoutLabels)
            yield return "no --labels are given: Y is the inputs, as for an autoencoder.";
        foreach (IGrouping<IMutualInformationEstimator, LayerVerdict> verdicts in plane.Verdicts.GroupBy(verdict => verdict.Estimator))
        {
            LayerVerdict[] doubtful = [.. verdicts.Where(verdict => verdict.Reasons.Count > 0)];
            if (doubtful.Length > 0)
                yield return $"{verdicts.Key}: {string.Join("; ", doubtful.Select(verdict => verdict.ToString()))}.";
        }

        foreach (PlaneFinding finding in plane.Findings.Where(finding => finding.IsExact))
            yield return finding.ToString();
    }
}
