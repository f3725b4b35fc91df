using MutualInfo.Gaussian;
using MutualInfo.Neighbours;
using MutualInfo.Tool.Verification.ClosedForms;

namespace MutualInfo.Tool.Verification.Definitions;

/// <summary>Four samples, whose neighbours are counted and whose correlation is computed with pencil and paper.</summary>
internal static class ContinuousDefinitions
{
    private static readonly double[] _uneven = [0, 1, 3, 7];
    private static readonly double[] _twoPairs = [0, 1, 10, 11];

    // ψ(4) − ψ(1) = 1 + 1/2 + 1/3, and so on: Euler's constant drops out of every sum.
    public static IEnumerable<Check> All(VerificationContext context) =>
    [
        // The second neighbour at ε, one other nearer: nx + 1 = ny + 1 = 2, so ψ(4) − ψ(2); the rectangle holds both.
        Of(context, "0, 1, 3, 7 with itself", Estimators.Kraskov(2), 5.0 / 6, _uneven, _uneven),
        Of(context, "0, 1, 3, 7 with itself", Estimators.Kraskov(2) with { Variant = KraskovVariant.Second }, 5.0 / 6 - 0.5, _uneven, _uneven),
        // ψ(4) − ψ(1) = 1.83 is above ln 4, which bounds it.
        Of(context, "0, 1, 3, 7 with itself, one neighbour", Estimators.Kraskov(1), Math.Log(4), _uneven, _uneven),
        Of(context, "0, 1, 3, 7 with a constant", Estimators.Kraskov(2), 0, _uneven, [5, 5, 5, 5]),
        // The label's other sample is the nearest of all.
        OfLabels(context, "0, 1, 10, 11 with labels a, a, b, b", 5.0 / 6, _twoPairs, [0, 0, 1, 1]),
        // The label's other sample is at 10; one, two, two and one others are nearer: ψ(4) − ψ(2) − (ψ(2) + ψ(3))/2.
        OfLabels(context, "0, 1, 10, 11 with labels a, b, a, b", -5.0 / 12, _twoPairs, [0, 1, 0, 1]),
        // r = 4/5. The bias taken off is ½(ψ(3/2) − ψ(1)) = 1 − ln 2.
        Of(context, "1, 2, 3, 4 with 1, 3, 2, 4", Uncorrected, Truths.Gaussian(0.8), [1, 2, 3, 4], [1, 3, 2, 4]),
        Of(context, "1, 2, 3, 4 with 1, 3, 2, 4", Estimators.Gaussian(), Truths.Gaussian(0.8) - (1 - Math.Log(2)), [1, 2, 3, 4], [1, 3, 2, 4]),
        // Scores of fifths: −a, −b, b, a. Only the order of the numbers matters.
        Of(context, "1, 2, 3, 9 with 1, 3, 2, 99", Estimators.GaussianCopula(), Truths.Gaussian(Scores) - (1 - Math.Log(2)), [1, 2, 3, 9], [1, 3, 2, 99]),
    ];

    private static GaussianEstimator Uncorrected => Estimators.Gaussian() with { Correction = GaussianCorrection.None };

    // (a² − b²)/(a² + b²): the correlation of (−a, −b, b, a) and (−a, b, −b, a).
    private static double Scores
    {
        get
        {
            double a = Math.Pow(Normal.Quantile(0.8), 2);
            double b = Math.Pow(Normal.Quantile(0.6), 2);
            return (a - b) / (a + b);
        }
    }

    private static Check Of(
        VerificationContext context, string subject, IMutualInformationEstimator estimator, double truth, double[] x, double[] y) => new(
            DefinitionChecks.Group, subject, estimator.ToString()!, truth, Band.Exactly(truth),
            () => context.Subject(estimator).Estimate(Samples.FromScalars<double>(x), Samples.FromScalars<double>(y), context.Options).Value.Nats);

    private static Check OfLabels(VerificationContext context, string subject, double truth, double[] x, int[] labels) => new(
        DefinitionChecks.Group, subject, Estimators.Ross(1).ToString(), truth, Band.Exactly(truth),
        () => context.Subject(Estimators.Ross(1)).Estimate(Samples.FromScalars<double>(x), Symbols.FromLabels(labels), context.Options).Value.Nats);
}
