using MutualInfo.Kernels;
using static MutualInfo.Tool.Verification.Definitions.DefinitionChecks;

namespace MutualInfo.Tool.Verification.Definitions;

/// <summary>Kolchinsky and Tracey's bounds on two samples, equal samples and samples far apart.</summary>
internal static class KernelDensityDefinitions
{
    public static IEnumerable<Check> All(VerificationContext context)
    {
        KernelDensityEstimator upper = Estimators.KernelDensity(1);
        KernelDensityEstimator lower = upper with { Bound = KernelDensityBound.Lower };
        foreach (double square in (double[])[0.5, 2, 8])
        {
            double distance = Math.Sqrt(square);
            string subject = FormattableString.Invariant($"two samples, r²/σ² = {square}");
            // The lower bound is Bhattacharyya's: 4 times the variance in the exponent.
            yield return Entropy(context, subject, upper, TwoSamples(Math.Exp(-square / 2)), 0, distance);
            yield return Entropy(context, subject, lower, TwoSamples(Math.Exp(-square / 8)), 0, distance);
        }

        foreach (KernelDensityEstimator estimator in (KernelDensityEstimator[])[upper, lower])
        {
            yield return Entropy(context, "4 equal samples", estimator, 0, 3, 3, 3, 3);
            yield return Entropy(context, "5 samples far apart", estimator, Math.Log(5), 0, 100, 200, 300, 400);
        }

        // aKDE: the samples 0 and a have σ² = c·a, so r²/σ² = a/c.
        yield return Entropy(
            context, "samples 0 and 3", Estimators.AdaptiveKernelDensity(0.5), TwoSamples(Math.Exp(-3 / (2 * 0.5))), 0, 3);
        yield return Entropy(
            context, "samples 0 and -3", Estimators.AdaptiveKernelDensity(0.5), TwoSamples(Math.Exp(-3 / (2 * 0.5))), 0, -3);
    }

    /// <summary>−ln of the row mean (1 + κ)/2, the same for both samples.</summary>
    public static double TwoSamples(double kappa) => -Math.Log((1 + kappa) / 2);
}
