namespace MutualInfo.Internal.Verdicts;

/// <summary>
/// What nearest neighbours say of their samples: ties, which continuous variables do not have, and labels that are alone.
/// </summary>
internal static class NeighbourRules
{
    public static void Apply(EstimateFigures figures)
    {
        Ties(figures);
        Isolated(figures);
    }

    private static void Ties(EstimateFigures figures)
    {
        if (figures.Estimate.Diagnostics.TiedShare is not { } tied || tied <= VerdictThresholds.TiedShare)
            return;
        figures.Add(
            VerdictReason.Ties, VerdictGravity.Caution, VerdictSubject.Joint, tied, VerdictThresholds.TiedShare,
            $"{tied:0.0%} of the samples tie: their neighbour is at a distance of 0, or at one that others share, so the numbers repeat or are rounded",
            "Where the numbers are discrete by themselves, use exact values; where they were rounded, take them before that.");
    }

    private static void Isolated(EstimateFigures figures)
    {
        double isolated = figures.Estimate.Diagnostics.IsolatedShare ?? 0;
        if (isolated == 0)
            return;
        VariableFigures labels = figures.X.IsSymbols ? figures.X : figures.Y;
        (VerdictGravity gravity, double threshold) = isolated switch
        {
            > VerdictThresholds.SingletonShare => (VerdictGravity.SaysNothing, VerdictThresholds.SingletonShare),
            > VerdictThresholds.BiasShare => (VerdictGravity.Caution, VerdictThresholds.BiasShare),
            _ => (VerdictGravity.Note, 0),
        };
        figures.Add(
            VerdictReason.MostlySingletons, gravity, labels.Subject, isolated, threshold,
            $"{isolated:0.0%} of the samples are alone with their label {labels.Name}, and add 0",
            "Use fewer labels or more samples; where a label is a number, give it as samples.");
    }
}
