using MutualInfo.Discrete;

namespace MutualInfo.Tool.Verification.ClosedForms;

/// <summary>Binning on continuous pairs with a closed form, judged by the information of the very bins.</summary>
internal static class ClosedFormChecks
{
    public const string Group = "closed forms";

    private const int SampleCount = 10_000;
    private const int Bins = 10;

    public static IEnumerable<Check> All(VerificationContext context)
    {
        foreach (PairModel model in PairModels.Smooth)
        {
            Lazy<(double[] X, double[] Y)> sample = new(() => model.Sample(SampleCount, context.Random(model.Name)));
            Band band = BinnedInformation.AtQuantiles(model, Bins).BandFor(SampleCount);
            yield return Of(context, model, new DiscreteEstimator(new EqualFrequencyBins(Bins)), band, sample);
            // EBAB parts different values alike, but gives the maximum a symbol of its own.
            yield return Of(context, model, Estimators.AdaptiveBinning(Bins), band, sample);
        }

        foreach (PairModel model in PairModels.Uniform)
            yield return OnUnit(context, model);
        foreach (Check check in OnGaussian(context, PairModels.Gaussian(0.75)))
            yield return check;
    }

    // Edges at the tenths of [0, 1]; what additive noise carries beyond lands in the outer bins.
    private static Check OnUnit(VerificationContext context, PairModel model)
    {
        double[] tenths = [.. Enumerable.Range(1, Bins - 1).Select(i => (double)i / Bins)];
        Band band = BinnedInformation.At(model, [0, .. tenths, 1], tenths).BandFor(SampleCount);
        Lazy<(double[] X, double[] Y)> sample = new(() => model.Sample(SampleCount, context.Random(model.Name)));
        return Of(context, model, Estimators.Binning(Bins, 0, 1), band, sample);
    }

    // Fixed edges on a Gaussian: [−4, 4] leaves out 6 of 100 000 values, which the outer bins take.
    private static IEnumerable<Check> OnGaussian(VerificationContext context, PairModel model)
    {
        Lazy<(double[] X, double[] Y)> sample = new(() => model.Sample(SampleCount, context.Random(model.Name)));
        double[] unit = [-3, -2, -1, 0, 1, 2, 3];
        yield return Of(context, model, Estimators.Binning(8, -4, 4), At(model, unit), sample);
        yield return Of(context, model, new DiscreteEstimator(new FixedWidthBins(1)), At(model, [-4, .. unit, 4]), sample);
        yield return Of(context, model, new DiscreteEstimator(new ShwartzZivTishbyBins(9, -4, 4)), At(model, [.. unit, 4]), sample);
        // Levels are centred on whole numbers: 3 bits over [−4, 4] are nine of them.
        yield return Of(
            context, model, new DiscreteEstimator(new QuantizedLevels(3, BinRange.Given(-4, 4))),
            At(model, [-3.5, -2.5, -1.5, -0.5, 0.5, 1.5, 2.5, 3.5]), sample);
        DiscreteEstimator corrected = Estimators.Binning(8, -4, 4) with { Entropy = new MillerMadow() };
        yield return Of(context, model, corrected, At(model, unit), sample);
    }

    private static Band At(PairModel model, double[] edges) =>
        BinnedInformation.At(model, [0, .. edges.Select(Normal.Cdf), 1], edges).BandFor(SampleCount);

    private static Check Of(
        VerificationContext context, PairModel model, DiscreteEstimator estimator, Band band, Lazy<(double[] X, double[] Y)> sample) => new(
            Group, model.Name, estimator.ToString(), model.Truth, band,
            () => context.Subject(estimator).Estimate(
                Samples.FromScalars<double>(sample.Value.X), Samples.FromScalars<double>(sample.Value.Y), context.Options).Value.Nats);
}
