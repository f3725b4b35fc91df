using MutualInfo.Discrete;

namespace MutualInfo.Internal.Verdicts;

/// <summary>Entropies near ln n: of a variable, or, where neither is, of the pair.</summary>
internal static class SaturationRules
{
    // n / e^H is a whole number for equal counts, and rounding must not decide there.
    private const double Threshold = VerdictThresholds.SamplesPerSymbol * (1 - VerdictThresholds.Rounding);

    public static void Apply(EstimateFigures figures)
    {
        if (!figures.HasBoundedEntropies)
            return;
        bool isSaturated = Look(figures, figures.X) | Look(figures, figures.Y);

        // A pair is told apart at least as well as either variable, so it is looked at only where they are not to blame.
        if (isSaturated || figures.X.IsDistinct || figures.Y.IsDistinct || !figures.IsUncorrected)
            return;
        double samples = figures.SampleCount * Math.Exp(-figures.Estimate.JointEntropy.Nats);
        if (samples < Threshold)
        {
            figures.Add(
                VerdictReason.Saturated, VerdictGravity.SaysNothing, VerdictSubject.Joint, samples, VerdictThresholds.SamplesPerSymbol,
                $"the pair is saturated: {Near(figures, "H(X,Y)", figures.Estimate.JointEntropy, samples)}, so the value is H(X) + H(Y) less a property of n",
                figures.IsKernel ? "Use wider bandwidths, or more samples." : "Use fewer bins or symbols, or more samples.");
        }
    }

    private static bool Look(EstimateFigures figures, VariableFigures variable)
    {
        double samples = variable.SamplesPerSymbol;
        // A corrected entropy may rightly be above ln n. What no correction can mend is that no two samples are alike.
        bool isSaturated = figures.IsUncorrected ? samples < Threshold : variable.AlphabetSize == figures.SampleCount;
        if (variable.IsDistinct || !isSaturated)
            return false;
        figures.Add(
            VerdictReason.Saturated, VerdictGravity.SaysNothing, variable.Subject, samples, VerdictThresholds.SamplesPerSymbol,
            $"{variable.Name} is saturated: {Near(figures, variable.EntropyName, variable.Entropy, samples)}, so the value tells n rather than {variable.Name}",
            Advice(figures, variable));
        return true;
    }

    private static FormattableString Near(EstimateFigures figures, string name, Information entropy, double samples)
    {
        Information most = Information.FromNats(Math.Log(figures.SampleCount));
        double share = figures.SampleCount == 1 ? 1 : entropy / most;
        return $"{name} = {entropy} is {share:0.0%} of log₂ n = {most}, {samples:0.00} samples for each effective symbol where {VerdictThresholds.SamplesPerSymbol} are the least";
    }

    private static string Advice(EstimateFigures figures, VariableFigures variable)
    {
        if (figures.SampleCount < 2 * VerdictThresholds.SamplesPerSymbol)
            return "Use more samples.";
        if (variable.IsSymbols)
            return $"Use more samples; if every {variable.Name} differs by nature, say so with Symbols.Distinct.";
        if (figures.IsKernel)
            return "Use a wider bandwidth, or more samples; below it a sample outweighs all others together.";
        return figures.Estimate.Estimator is DiscreteEstimator { Discretizer: ExactRows }
            ? $"If {variable.Name} is continuous, use bins, a kernel or neighbours instead of exact values; else more samples."
            : "Use coarser bins, or more samples; of many neurons, fewer at a time.";
    }
}
