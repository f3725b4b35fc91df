using MathNet.Numerics.Integration;
using MutualInfo.Discrete;
using static System.FormattableString;

namespace MutualInfo.Tool.Verification.ClosedForms;

/// <summary>Numbers against labels, the I(T;Y) axis of an information plane.</summary>
internal static class MixedChecks
{
    private const int SampleCount = 10_000;

    // Odd, because an edge at the median would have to part the two labels, and their shares vary by 1/√n: a first-order loss.
    private const int Bins = 21;

    public static IEnumerable<Check> All(VerificationContext context)
    {
        foreach (double mu in (double[])[0.5, 1, 2, 3])
        {
            string subject = Invariant($"±1 label, T = μY + N(0, 1), μ={mu}");
            Lazy<(double[] X, int[] Y)> sample = new(() => SampleLabel(mu, context.Random(subject)));
            BinnedInformation binned = BinnedInformation.OfLabels(
                u => LabelQuantile(mu, u), (y, x) => 1 / (1 + Math.Exp(y == 0 ? 2 * mu * x : -2 * mu * x)), 2, Bins);
            yield return Of(context, subject, Truths.BalancedLabel(mu), Quantiles, binned.BandFor(SampleCount), sample);
            yield return Of(context, subject, Truths.BalancedLabel(mu), Estimators.KernelDensity(0.04), Smoothed(mu, 0.2), sample);
        }

        foreach (double p in (double[])[0, 0.05, 0.15, 0.3, 0.5])
        {
            string subject = Invariant($"zero-inflated Poisson p={p}");
            Lazy<(double[] X, int[] Y)> sample = new(() => SampleZeroInflated(p, context.Random(subject)));
            BinnedInformation binned = BinnedInformation.OfLabels(
                u => -Math.Log(1 - u), (y, x) => Truths.ZeroInflatedPoissonLikelihood(y, x, p), 40, Bins);
            // Of 40 letters only those up to about log₂ n occur.
            Band band = binned.BandFor(SampleCount);
            yield return Of(context, subject, Truths.ZeroInflatedPoisson(p), Quantiles, band, sample);
        }

        foreach (int m in (int[])[2, 5, 10])
        {
            string subject = Invariant($"Gao mixture m={m}");
            double truth = Truths.GaoMixture(m);
            Lazy<(double[] X, int[] Y)> sample = new(() => SampleGao(m, context.Random(subject)));
            // Y's unit interval says all that Y says of X. ln p/(pq) is ln m or ln m − ln 2: its variance is at most (ln 2)²/4.
            double error = Math.Log(2) / 2 / Math.Sqrt(SampleCount);
            double bias = m * (m - 1) / (2.0 * SampleCount);
            Band band = new(truth - 5 * error, truth + bias + 5 * error, "bins lose nothing, bias and 5 standard errors");
            yield return Of(context, subject, truth, new DiscreteEstimator(new FixedWidthBins(1)), band, sample);
        }
    }

    private static DiscreteEstimator Quantiles => new(new EqualFrequencyBins(Bins));

    private static Check Of(
        VerificationContext context,
        string subject,
        double truth,
        IMutualInformationEstimator estimator,
        Band band,
        Lazy<(double[] X, int[] Y)> sample) =>
        new(ClosedFormChecks.Group, subject, estimator.ToString()!, truth, band,
            () => context.Subject(estimator).Estimate(
                Samples.FromScalars<double>(sample.Value.X), Symbols.FromLabels(sample.Value.Y), context.Options).Value.Nats);

    public static (double[] X, int[] Y) SampleLabel(double mu, RandomSource random) =>
        Sample(random, static r => r.Uniform() < 0.5 ? 0 : 1, (y, r) => (y == 0 ? -mu : mu) + r.Normal());

    public static (double[] X, int[] Y) SampleGao(int m, RandomSource random) =>
        Sample(random, r => (int)(m * r.Uniform()), static (label, r) => label + r.Uniform(0, 2));

    private static (double[] X, int[] Y) SampleZeroInflated(double p, RandomSource random)
    {
        double[] x = new double[SampleCount];
        int[] y = new int[SampleCount];
        for (int i = 0; i < SampleCount; i++)
        {
            x[i] = random.Exponential();
            y[i] = random.Uniform() < p ? 0 : random.Poisson(x[i]);
        }

        return (x, y);
    }

    private static (double[] X, int[] Y) Sample(RandomSource random, Func<RandomSource, int> label, Func<int, RandomSource, double> number)
    {
        double[] x = new double[SampleCount];
        int[] y = new int[SampleCount];
        for (int i = 0; i < SampleCount; i++)
        {
            y[i] = label(random);
            x[i] = number(y[i], random);
        }

        return (x, y);
    }

    private static double LabelQuantile(double mu, double u)
    {
        double low = -mu - 10;
        double high = mu + 10;
        for (int i = 0; i < 60; i++)
        {
            double middle = (low + high) / 2;
            (low, high) = 0.5 * Normal.Cdf(middle - mu) + 0.5 * Normal.Cdf(middle + mu) < u ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    // What kernel density estimates as n grows: ln k̄(t|y)/k̄(t) with both densities widened by σ, over t that are not.
    private static Band Smoothed(double mu, double sigma)
    {
        double variance = 1 + sigma * sigma;
        double limit = GaussLegendreRule.Integrate(
            t => Normal.Density(t - mu) * LogRatio(t), mu - 12, mu + 12, 256);
        double second = GaussLegendreRule.Integrate(
            t => Normal.Density(t - mu) * LogRatio(t) * LogRatio(t), mu - 12, mu + 12, 256);

        double error = Math.Sqrt(Math.Max(0, second - limit * limit) / SampleCount);
        // Own terms and spread of a row mean weigh (1 + σ²)/σ² over the samples of a class; see KernelDensityLimit.
        double bias = 2 * variance / (sigma * sigma) / (SampleCount / 2.0);
        return new Band(limit - 5 * error - bias, limit + 5 * error + bias, "limit of kernel density, bias and 5 standard errors");

        double LogRatio(double t) => Math.Log(2) - Math.Log(1 + Math.Exp(-2 * mu * t / variance));
    }
}
