using MutualInfo.Neighbours;

namespace MutualInfo.Internal.Verdicts;

/// <summary>
/// What nearest neighbours say of their samples: the most that k of them can give, ties, which continuous variables do not have, labels that
/// are alone, and densities that are not even within a neighbourhood.
/// </summary>
internal static class NeighbourRules
{
    public static void Apply(EstimateFigures figures)
    {
        Ceiling(figures);
        Ties(figures);
        Isolated(figures);
        Unevenness(figures);
    }

    /// <summary>
    /// e^(ψ(n) − ψ(k) − 1/k − I): how many times as many samples are near in the variables as must be, in the geometric mean over
    /// samples and the product of both variables. At 1 those near in one are those near in the other, whatever noise tells them apart.
    /// </summary>
    private static void Ceiling(EstimateFigures figures)
    {
        int? neighbours = figures.Estimate.Estimator switch
        {
            KraskovEstimator kraskov => kraskov.Neighbours,
            NearestNeighbourEstimator nearest when !figures.X.IsSymbols && !figures.Y.IsSymbols => nearest.Neighbours,
            _ => null,
        };
        if (neighbours is not { } k)
            return;
        Information found = figures.Estimate.Diagnostics.UnboundedValue ?? figures.Estimate.Value;
        Information most = Information.FromNats(
            SpecialFunctions.Digamma(figures.SampleCount) - SpecialFunctions.Digamma(k) - 1.0 / k);
        double times = Math.Exp((most - found).Nats);
        if (!(times < VerdictThresholds.SamplesPerNeighbour))
            return;
        string bounded = figures.Estimate.Diagnostics.UnboundedValue is null ? "" : $", which is bounded by log₂ n = {figures.Estimate.Value}";
        figures.Add(
            VerdictReason.Saturated, VerdictGravity.SaysNothing, VerdictSubject.Joint, times, VerdictThresholds.SamplesPerNeighbour,
            $"the pair is saturated: k = {k} gives {found}{bounded}, and {most} wherever little noise tells x and y apart, so the value tells n, and the information may be any above it",
            "Use more samples; where one variable is a function of the other, the information of continuous variables is infinite.");
    }

    private static void Unevenness(EstimateFigures figures)
    {
        if (figures.SaysNothing || figures.Estimate.Diagnostics is not { NeighbourhoodBias: { } bias, NeighbourhoodBiasError: { } error })
            return;
        double allowed = Math.Max(VerdictThresholds.BiasNats, VerdictThresholds.BiasShare * Math.Abs(figures.Estimate.Value.Nats));
        if (!(Math.Abs(bias.Nats) > allowed) || !(Math.Abs(bias.Nats) > VerdictThresholds.StandardErrors * error.Nats))
            return;
        figures.Add(
            VerdictReason.UnevenNeighbourhoods, VerdictGravity.Caution, VerdictSubject.Value, Math.Abs(bias.Nats), allowed,
            $"the neighbours are too far: half as many give another value, which implies a bias of {bias} ± {error}, so the density is not even within their distance",
            "Use more samples, fewer columns, or another estimator; look at several k. A map that draws in heavy tails changes no information.");
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
