using MathNet.Numerics.Integration;
using MutualInfo.Neighbours;
using static System.FormattableString;

namespace MutualInfo.Tool.Verification.ClosedForms;

/// <summary>Estimators of the continuous variables themselves, whose bands lie around the truth: nearest neighbours, and models of a Gaussian.</summary>
internal static class ContinuousChecks
{
    private const int SampleCount = 10_000;
    private const int Neighbours = 3;

    // ψ₁(3) = π²/6 − 1 − 1/4, the variance of the logarithm of the probability within the distance of the third neighbour.
    private static readonly double _neighbourVariance = Math.PI * Math.PI / 6 - 1.25;

    public static IEnumerable<Check> All(VerificationContext context)
    {
        foreach (double rho in (double[])[0.1, 0.3, 0.5, 0.6, 0.75, 0.9, 0.95, 0.99])
        {
            PairModel model = PairModels.Gaussian(rho);
            Lazy<(double[] X, double[] Y)> sample = new(() => model.Sample(SampleCount, context.Random(model.Name)));
            // ln p/(pq) of a Gaussian pair has the variance ρ².
            Band neighbours = OfNeighbours(model.Truth, rho * rho);
            yield return Of(context, model.Name, Estimators.Kraskov(Neighbours), model.Truth, neighbours, sample);
            yield return Of(context, model.Name, Estimators.Kraskov(Neighbours) with { Variant = KraskovVariant.Second }, model.Truth, neighbours, sample);
            yield return Of(context, model.Name, Estimators.Gaussian(), model.Truth, OfModel(rho, 0), sample);
            yield return Of(context, model.Name, Estimators.GaussianCopula(), model.Truth, OfModel(rho, ScoreBias), sample);
        }

        yield return OfMaps(context, 0.75);
        foreach (double mu in (double[])[0.5, 1, 2, 3])
        {
            string subject = Invariant($"±1 label, T = μY + N(0, 1), μ={mu}");
            double truth = Truths.BalancedLabel(mu);
            yield return OfLabels(context, subject, truth, LabelVariance(mu, truth), () => MixedChecks.SampleLabel(mu, context.Random(subject)));
        }

        foreach (int m in (int[])[2, 5, 10])
        {
            string subject = Invariant($"Gao mixture m={m}");
            // ln p/(pq) is ln m or ln m − ln 2.
            yield return OfLabels(
                context, subject, Truths.GaoMixture(m), Math.Pow(Math.Log(2), 2) / 4, () => MixedChecks.SampleGao(m, context.Random(subject)));
        }
    }

    // Scores of ranks spread less than normal numbers, by about ln n/n.
    private static double ScoreBias => Math.Log(SampleCount) / SampleCount;

    private static Band OfNeighbours(double truth, double variance) => Band.Around(
        truth, 5 * Math.Sqrt((variance + _neighbourVariance) / SampleCount), "5 standard errors: of the density, and of the third neighbour's distance");

    /// <summary>
    /// By the delta method a correlation r makes −½ ln(1 − r²) with a standard error of ρ/√n; the second order of five of them is below 25/n.
    /// </summary>
    private static Band OfModel(double rho, double bias) => Band.Around(
        Truths.Gaussian(rho), 5 * rho / Math.Sqrt(SampleCount) + 25.0 / SampleCount + bias, "5 standard errors of the correlation, to second order");

    // The copula sees through increasing maps of each column.
    private static Check OfMaps(VerificationContext context, double rho)
    {
        PairModel model = PairModels.Gaussian(rho);
        Lazy<(double[] X, double[] Y)> mapped = new(() =>
        {
            (double[] x, double[] y) = model.Sample(SampleCount, context.Random(model.Name));
            return ([.. x.Select(value => value * value * value)], [.. y.Select(Math.Exp)]);
        });
        return Of(context, $"{model.Name}: X³ and exp Y", Estimators.GaussianCopula(), model.Truth, OfModel(rho, ScoreBias), mapped);
    }

    private static Check Of(
        VerificationContext context, string subject, IMutualInformationEstimator estimator, double truth, Band band, Lazy<(double[] X, double[] Y)> sample) =>
        new(ClosedFormChecks.Group, subject, estimator.ToString()!, truth, band,
            () => context.Subject(estimator).Estimate(
                Samples.FromScalars<double>(sample.Value.X), Samples.FromScalars<double>(sample.Value.Y), context.Options).Value.Nats);

    private static Check OfLabels(VerificationContext context, string subject, double truth, double variance, Func<(double[] X, int[] Y)> sample)
    {
        RossEstimator estimator = Estimators.Ross(Neighbours);
        return new Check(ClosedFormChecks.Group, subject, estimator.ToString(), truth, OfNeighbours(truth, variance), () =>
        {
            (double[] x, int[] y) = sample();
            return context.Subject(estimator).Estimate(Samples.FromScalars<double>(x), Symbols.FromLabels(y), context.Options).Value.Nats;
        });
    }

    // E[(ln 2 − ln(1 + e^(−2μX)))²] given label 1, less the square of its mean; label −1 is its mirror image.
    private static double LabelVariance(double mu, double truth) => GaussLegendreRule.Integrate(
        x => Normal.Density(x - mu) * Math.Pow(Math.Log(2) - Math.Log(1 + Math.Exp(-2 * mu * x)), 2), mu - 12, mu + 12, 256) - truth * truth;
}
