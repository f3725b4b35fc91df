using System.Globalization;
using MutualInfo.Discrete;
using MutualInfo.Multivariate;

namespace MutualInfo.Internal.Verdicts;

/// <summary>
/// The rules for estimates about several variables: those of pairs, about the joint of all. It is told apart at least as well as any part.
/// </summary>
internal static class MultivariateRules
{
    // n / e^H is a whole number for equal counts, and rounding must not decide there.
    private const double Saturated = VerdictThresholds.SamplesPerSymbol * (1 - VerdictThresholds.Rounding);

    public static Verdict Judge(MultivariateEstimate estimate)
    {
        IEnumerable<VerdictFinding?> findings = [Joint(estimate), OutsideRange(estimate), Negative(estimate)];
        EstimandKind kind = estimate.Estimator.Estimand.Kind;
        // Symbols are counted as they are, whatever the discretizer would do to numbers.
        bool isDiscrete = estimate.AreAllSymbols && kind == EstimandKind.Binned;
        return new Verdict(findings.OfType<VerdictFinding>(), isDiscrete ? Estimand.Discrete : estimate.Estimator.Estimand, null, null);
    }

    /// <summary>The gravest that the joint histogram or Gram matrix says; nothing where a variable tells all samples apart by declaration.</summary>
    private static VerdictFinding? Joint(MultivariateEstimate estimate)
    {
        if (estimate.HasDistinctVariable || estimate.JointEntropy.Nats == 0)
            return null;
        (double n, MultivariateDiagnostics seen) = (estimate.SampleCount, estimate.Diagnostics);
        bool isCounting = estimate.Estimator is DiscreteEstimator;
        bool isUncorrected = estimate.Estimator is not DiscreteEstimator { Entropy: not PlugIn };
        double samples = n * Math.Exp(-estimate.JointEntropy.Nats);
        // A corrected entropy may rightly be above ln n. What no correction can mend is that no two samples are alike.
        if (isUncorrected ? samples < Saturated : seen.JointAlphabetSize == estimate.SampleCount)
        {
            return Found(
                VerdictReason.Saturated, VerdictGravity.SaysNothing, samples, VerdictThresholds.SamplesPerSymbol,
                $"{Names(seen)} together are saturated: their joint entropy, {estimate.JointEntropy}, is {estimate.Saturation:0.0%} of log₂ n, {samples:0.00} samples for each effective symbol where {VerdictThresholds.SamplesPerSymbol} are the least, so the value is the other entropies less a property of n",
                isCounting ? "Use fewer bins or symbols, or more samples." : "Use wider bandwidths, or more samples.");
        }

        if (seen.SingletonShare > VerdictThresholds.SingletonShare)
        {
            return Found(
                VerdictReason.MostlySingletons, isUncorrected ? VerdictGravity.SaysNothing : VerdictGravity.Caution,
                seen.SingletonShare.Value, VerdictThresholds.SingletonShare,
                $"{seen.SingletonShare:0.0%} of the samples are alone in their cell of the histogram of {Names(seen)}, so that much of the probability lies in cells that were never seen",
                "Use fewer bins or symbols, or more samples.");
        }

        return isCounting ? Cells(n, seen) : Reach(estimate, samples);
    }

    private static VerdictFinding? Cells(double n, MultivariateDiagnostics seen) =>
        !(n < VerdictThresholds.SamplesPerCell * seen.JointAlphabetSize)
            ? null
            : Found(
                VerdictReason.FewSamplesPerCell, VerdictGravity.Caution, n / seen.JointAlphabetSize!.Value, VerdictThresholds.SamplesPerCell,
                $"there are {n / seen.JointAlphabetSize:0.0} samples for each cell of the histogram of {Names(seen)}, and below {VerdictThresholds.SamplesPerCell} the bias may exceed 0.05 nats",
                "Use fewer bins or symbols, or more samples; or a bias correction. Where the samples are all there are, the number is exact.");

    private static VerdictFinding? Reach(MultivariateEstimate estimate, double samples)
    {
        if (!(samples < VerdictThresholds.SamplesPerKernel))
            return null;
        double n = estimate.SampleCount;
        return estimate.Estimator.Estimand.Kind == EstimandKind.MatrixRenyi
            ? Found(
                VerdictReason.EffectiveRank, VerdictGravity.Caution, n / samples, n / VerdictThresholds.SamplesPerKernel,
                $"the effective rank of {Names(estimate.Diagnostics)} together is {n / samples:0.#} of n = {n}, and above one in {VerdictThresholds.SamplesPerKernel} it changes with n",
                "Use a wider bandwidth or more samples, and compare only estimates of one n.")
            : Found(
                VerdictReason.FewSamplesPerCell, VerdictGravity.Caution, samples, VerdictThresholds.SamplesPerKernel,
                $"there are {samples:0.0} samples within the reach of each kernel of {Names(estimate.Diagnostics)} together, and below {VerdictThresholds.SamplesPerKernel} the bias may exceed 0.05 nats",
                "Use a wider bandwidth, or more samples.");
    }

    private static VerdictFinding? OutsideRange(MultivariateEstimate estimate)
    {
        VariableDiagnostics[] beyond = [.. estimate.Diagnostics.Variables.Where(variable => variable.ValuesOutsideRange > 0)];
        if (beyond.Length == 0)
            return null;
        long values = beyond.Sum(variable => variable.ValuesOutsideRange);
        return Found(
            VerdictReason.OutsideRange, VerdictGravity.Caution, values, 0,
            $"{values} values of {Listed([.. beyond.Select(variable => variable.Name)])} lie outside the range and were counted in its outermost bins",
            "Widen the range, or measure it.");
    }

    private static VerdictFinding? Negative(MultivariateEstimate estimate) =>
        !estimate.IsNeverNegative || estimate.Value.Nats >= -VerdictThresholds.Rounding
            ? null
            : Found(
                VerdictReason.Negative, VerdictGravity.Caution, estimate.Value.Nats, 0,
                $"the value is negative, {estimate.Value}, and is not clamped: only plug-in entropies keep Shannon's signs",
                "Read it as none, or compare only with values of the same kind.") with
            {
                Subject = VerdictSubject.Value,
            };

    private static string Names(MultivariateDiagnostics seen) => Listed([.. seen.Variables.Select(variable => variable.Name)]);

    private static string Listed(string[] names) => names.Length switch
    {
        1 => names[0],
        <= 3 => $"{string.Join(", ", names[..^1])} and {names[^1]}",
        _ => string.Create(CultureInfo.InvariantCulture, $"the {names.Length} variables"),
    };

    private static VerdictFinding Found(
        VerdictReason reason, VerdictGravity gravity, double figure, double threshold, FormattableString meaning, string advice) => new()
        {
            Reason = reason,
            Gravity = gravity,
            Subject = VerdictSubject.Joint,
            Figure = figure,
            Threshold = threshold,
            Meaning = meaning.ToString(CultureInfo.InvariantCulture),
            Advice = advice,
        };
}
