namespace MutualInfo.Internal.Verdicts;

/// <summary>What nearest neighbours say of their samples: ties, which continuous variables do not have.</summary>
internal static class NeighbourRules
{
    public static void Apply(EstimateFigures figures)
    {
        if (figures.Estimate.Diagnostics.TiedShare is not { } tied || tied <= VerdictThresholds.TiedShare)
            return;
        figures.Add(
            VerdictReason.Ties, VerdictGravity.Caution, VerdictSubject.Joint, tied, VerdictThresholds.TiedShare,
            $"{tied:0.0%} of the samples tie: their neighbour is at a distance of 0, or at one that others share, so the numbers repeat or are rounded",
            "Where the numbers are discrete by themselves, use exact values; where they were rounded, take them before that.");
    }
}
