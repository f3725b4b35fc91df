namespace MutualInfo.Internal.Verdicts;

/// <summary>
/// All rules in one order: what takes everything from an estimate first, so that lesser signs of the same can be left out.
/// </summary>
internal static class VerdictRules
{
    public static Verdict Judge(MutualInformationEstimate estimate)
    {
        EstimateFigures figures = new(estimate);
        SaturationRules.Apply(figures);
        CountingRules.Apply(figures);
        KernelRules.Apply(figures);
        NeighbourRules.Apply(figures);
        VariableRules.Apply(figures);
        Information? ceiling = ValueRules.Ceiling(figures);
        ValueRules.Apply(figures, ceiling);
        double? share = ceiling is { } most ? ValueRules.Share(estimate.Value, most) : null;
        return new Verdict(figures.Findings, EstimandRemarks.For(figures), ceiling, share);
    }
}
