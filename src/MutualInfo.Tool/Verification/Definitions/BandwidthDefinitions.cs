using MutualInfo.Kernels;
using static MutualInfo.Tool.Verification.Definitions.DefinitionChecks;

namespace MutualInfo.Tool.Verification.Definitions;

/// <summary>Every bandwidth rule on two scalar samples r apart: the entropy of kernel density is −ln (1 + exp(−r²/2σ²))/2, and σ is known.</summary>
internal static class BandwidthDefinitions
{
    public static IEnumerable<Check> All(VerificationContext context)
    {
        const double Distance = 1.5;

        // n^(−1/(4 + d)) of two scalars.
        double rate = Math.Pow(2, -0.2);
        yield return For(new ScottBandwidth(), 2 * rate);
        yield return For(new TapiaEstevezBandwidth(), rate);
        // The standard deviation of two samples is r/√2, and the factor (4/3n)^(1/5).
        yield return For(new SilvermanBandwidth(), Distance / Math.Sqrt(2) * Math.Pow(2.0 / 3, 0.2));
        yield return For(new MedianBandwidth(), Distance);
        // With distinct labels the narrowest candidate is best: its width is 0.3, so σ = 0.3/√2.
        yield return For(new KernelAlignmentBandwidth(Symbols.Distinct(2)), 0.3 / Math.Sqrt(2));

        // Two z-scored samples are ±1/√(1 + 1e−8/s²), with s² = r²/4.
        double variance = Distance * Distance / 4;
        double squaredDistance = Distance * Distance / (variance + 1e-8);
        KernelDensityEstimator scored = Estimators.KernelDensity(1) with { Scaling = FeatureScaling.ZScore };
        yield return Entropy(
            context, "two samples, z-scored", scored, KernelDensityDefinitions.TwoSamples(Math.Exp(-squaredDistance / 2)), 0, Distance);

        Check For(IBandwidthRule rule, double sigma)
        {
            double truth = KernelDensityDefinitions.TwoSamples(Math.Exp(-Distance * Distance / (2 * sigma * sigma)));
            return Entropy(context, "two samples, σ by rule", new KernelDensityEstimator(rule), truth, 0, Distance);
        }
    }
}
