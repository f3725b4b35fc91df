using MutualInfo.Tool.Specifications;
using MutualInfo.Tool.Variables;

namespace MutualInfo.Tool.Estimation;

/// <summary>What a reader of the number must know before believing it: the cautions of its verdict, and what of the command line was not used.</summary>
internal static class EstimateWarnings
{
    /// <summary>The cautions of a verdict.</summary>
    public static IEnumerable<string> Of(Verdict verdict) =>
        verdict.Findings.Where(finding => finding.Gravity > VerdictGravity.Note).Select(finding => finding.ToString());

    /// <summary>What of the command line was not used.</summary>
    public static IEnumerable<string> Unused(EstimatorSpec spec, Variable x, Variable y) =>
        ((string?[])[Unused("x", x, spec.SigmaX, spec), Unused("y", y, spec.SigmaY, spec)]).OfType<string>();

    private static string? Unused(string name, Variable variable, double? sigma, EstimatorSpec spec) =>
        sigma is null || variable is not SymbolVariable symbols || (spec.LabelsAreGaussian && !symbols.IsDistinct)
            ? null
            : $"sigma-{name} is not used: {name} is {(symbols.IsDistinct ? "distinct" : "labels")}, compared by equality.";
}
