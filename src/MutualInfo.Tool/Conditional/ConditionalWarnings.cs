using System.Globalization;
using MutualInfo.Discrete;
using MutualInfo.Multivariate;

namespace MutualInfo.Tool.Conditional;

/// <summary>What a reader of I(X;Y|Z) must know before believing it, by the thresholds of the verdicts on pairs: see docs/verdicts.md.</summary>
internal static class ConditionalWarnings
{
    private const double SamplesPerSymbol = 2;
    private const double SingletonShare = 0.5;
    private const double SamplesPerCell = 10;
    private const double Rounding = 1e-9;

    public static IEnumerable<string> Of(MultivariateEstimate estimate)
    {
        (double n, MultivariateDiagnostics seen) = (estimate.SampleCount, estimate.Diagnostics);
        double samples = n * Math.Exp(-estimate.JointEntropy.Nats);
        // A corrected entropy may rightly be above ln n. What no correction can mend is that no two samples are alike.
        bool isCorrected = estimate.Estimator is DiscreteEstimator { Entropy: not PlugIn };
        if (isCorrected ? seen.JointAlphabetSize == estimate.SampleCount : samples < SamplesPerSymbol * (1 - Rounding))
        {
            yield return Said($"x, y and z together are saturated: H(X,Y,Z) = {estimate.JointEntropy} is {estimate.Saturation:0.0%} of log₂ n, {samples:0.00} samples for each effective symbol where {SamplesPerSymbol} are the least, so the value is H(X,Z) + H(Y,Z) − H(Z) less a property of n. Use fewer bins or symbols, wider bandwidths, or more samples.");
        }
        else if (seen.SingletonShare > SingletonShare)
        {
            yield return Said($"{seen.SingletonShare:0.0%} of the samples are alone in their cell of the histogram of x, y and z, so that much of the probability lies in cells that were never seen. Use fewer bins or symbols, or more samples.");
        }
        else if (n < SamplesPerCell * seen.JointAlphabetSize)
        {
            yield return Said($"there are {n / seen.JointAlphabetSize:0.0} samples for each cell of the histogram of x, y and z, and below {SamplesPerCell} the bias may exceed 0.05 nats. Use fewer bins or symbols, or more samples; or a bias correction.");
        }

        foreach (VariableDiagnostics variable in seen.Variables.Where(variable => variable.ValuesOutsideRange > 0))
            yield return Said($"{variable.ValuesOutsideRange} values of {variable.Name} lay outside the range, and were counted in its outermost bins. Widen the range, or measure it.");
        if (estimate.Value.Nats < -Rounding)
            yield return Said($"the value is negative, {estimate.Value}, and is not clamped. Read it as none, or, of matrix-based Rényi, compare only with values of the same kind.");
    }

    private static string Said(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
