namespace MutualInfo.Internal.Verdicts;

/// <summary>What a search for nearest neighbours says of samples that should be continuous.</summary>
internal static class NeighbourRules
{
    public static void Apply(EstimateFigures figures)
    {
        if (figures.Estimate.Diagnostics.TiedShare is > 0 and double tied)
        {
            bool isMuch = tied > VerdictThresholds.TiedShare;
            figures.Add(
                VerdictReason.Ties, isMuch ? VerdictGravity.Caution : VerdictGravity.Note, VerdictSubject.Joint, tied, isMuch ? VerdictThresholds.TiedShare : 0,
                $"{tied:0.0%} of the samples have a neighbour at a distance of 0, or at one that others share, so the numbers repeat or are rounded and a rule for ties decides",
                "Use numbers as they were measured, not rounded; if a variable is discrete by itself, exact discrete, or Ross where the other is continuous.");
        }

        if (figures.Estimate.Diagnostics.IsolatedShare is > 0 and double isolated)
        {
            VariableFigures labels = figures.X.IsSymbols ? figures.X : figures.Y;
            bool isMost = isolated > VerdictThresholds.SingletonShare;
            bool isMuch = isolated > VerdictThresholds.BiasShare;
            figures.Add(
                VerdictReason.MostlySingletons,
                isMost ? VerdictGravity.SaysNothing : isMuch ? VerdictGravity.Caution : VerdictGravity.Note,
                labels.Subject,
                isolated,
                isMost ? VerdictThresholds.SingletonShare : isMuch ? VerdictThresholds.BiasShare : 0,
                $"{isolated:0.0%} of the samples are alone with their label of {labels.Name} and add 0",
                "Use fewer labels or more samples; where a label is a number, give it as samples.");
        }
    }
}
