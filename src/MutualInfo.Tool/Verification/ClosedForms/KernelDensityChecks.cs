using MutualInfo.Kernels;
using static System.FormattableString;

namespace MutualInfo.Tool.Verification.ClosedForms;

/// <summary>Kernel density on Gaussian variables: a noisy layer, whose information its two bounds enclose, and a correlated pair.</summary>
internal static class KernelDensityChecks
{
    private const int SampleCount = 4000;

    public static IEnumerable<Check> All(VerificationContext context)
    {
        foreach (double ratio in (double[])[0.1, 1, 10, 100])
        {
            string subject = Invariant($"noisy layer, signal-to-noise {ratio}");
            Lazy<double[]> layer = new(() => SampleLayer(Math.Sqrt(ratio), context.Random(subject)));
            double truth = Truths.GaussianNoise(ratio);

            // The lower bound is the upper one at twice σ. The bounds themselves hold for the mixture centred on the samples.
            yield return Noisy(KernelDensityBound.Upper, KernelDensityLimit.Of(1, ratio));
            yield return Noisy(KernelDensityBound.Lower, KernelDensityLimit.Of(2, ratio));

            Check Noisy(KernelDensityBound bound, KernelDensityLimit limit)
            {
                KernelDensityEstimator estimator = Estimators.KernelDensity(1, bound);
                return new Check(
                    ClosedFormChecks.Group, subject, estimator.ToString(), truth, limit.BandFor(SampleCount),
                    () => context.Subject(estimator).Estimate(
                        Samples.FromScalars<double>(layer.Value), Symbols.Distinct(SampleCount), context.Options).Value.Nats);
            }
        }

        foreach (double rho in (double[])[0.1, 0.5, 0.75, 0.9, 0.95])
            yield return Pair(context, PairModels.Gaussian(rho), rho, 0.25);
    }

    private static Check Pair(VerificationContext context, PairModel model, double rho, double sigma)
    {
        KernelDensityLimit single = KernelDensityLimit.Of(sigma, 1);
        KernelDensityLimit joint = KernelDensityLimit.Of(sigma, 1 + rho, 1 - rho);
        // ρ² is the variance of the information density of a Gaussian pair; widening by σ only lessens it.
        double halfWidth = (2 * single.MeanInverse + joint.MeanInverse) / SampleCount + 5 * rho / Math.Sqrt(SampleCount);
        Band band = Band.Around(2 * single.Nats - joint.Nats, halfWidth, "limit of kernel density, bias and 5 standard errors");
        KernelDensityEstimator estimator = Estimators.KernelDensity(sigma * sigma);
        return new Check(
            ClosedFormChecks.Group, model.Name, estimator.ToString(), model.Truth, band,
            () =>
            {
                (double[] x, double[] y) = model.Sample(SampleCount, context.Random("KDE " + model.Name));
                return context.Subject(estimator).Estimate(
                    Samples.FromScalars<double>(x), Samples.FromScalars<double>(y), context.Options).Value.Nats;
            });
    }

    private static double[] SampleLayer(double scale, RandomSource random)
    {
        double[] layer = new double[SampleCount];
        for (int i = 0; i < layer.Length; i++)
            layer[i] = scale * random.Normal();
        return layer;
    }
}
