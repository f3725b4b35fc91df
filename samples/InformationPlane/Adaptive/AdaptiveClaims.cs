using MutualInfo.InformationPlanes.Reproductions;

namespace MutualInfo.InformationPlanes.Adaptive;

/// <summary>Judges the paper's claims by all runs.</summary>
/// <param name="runs">The runs; the first ReLU run has all three estimators, the others EBAB.</param>
public sealed class AdaptiveClaims(IReadOnlyList<AdaptiveRun> runs)
{
    // T1 and T2 are too wide to lose anything: almost every word keeps a symbol of its own. T6 is the output.
    private const int FirstNarrow = 2;
    private const int Hidden = 5;

    /// <summary>Gives the claims.</summary>
    public IReadOnlyList<Claim> Judge() => [.. Estimators(), .. Initialisations(), .. Functions(), .. Decay()];

    private IEnumerable<Claim> Estimators()
    {
        AdaptiveRun run = Of(AdaptiveReproduction.Relu)[0];
        yield return Claim.OfValues(
            ClaimKind.Figure,
            "ReLU: the last hidden layer is the most active in the end (its largest activity over that of the others)",
            "dominates",
            Of(AdaptiveReproduction.Relu).Select(Dominance),
            "times",
            ratio => ratio.Mean > 1);
        foreach (AdaptiveEstimator estimator in new[] { AdaptiveEstimator.Ebab, AdaptiveEstimator.AdaptiveKernelDensity })
        {
            string name = estimator == AdaptiveEstimator.Ebab ? "EBAB" : "aKDE";
            yield return Claim.OfValues(
                ClaimKind.Qualitative,
                $"One ReLU run: {name} shows compression that bins over the run's range hide (greatest fall in T3 … T5, excess)",
                "shows what a fixed range hides",
                [GreatestFall(run, estimator) - GreatestFall(run, AdaptiveEstimator.FixedRange)],
                "bits",
                excess => excess.Mean > 0);
            yield return Claim.OfValues(
                ClaimKind.Figure,
                $"The same run: {name} tells more of T3 … T5 apart (I(X;T) in the end, mean excess)",
                "resolves more",
                [NarrowEnd(run, estimator) - NarrowEnd(run, AdaptiveEstimator.FixedRange)],
                "bits",
                excess => excess.Mean > 0);
        }

        yield return Claim.OfValues(
            ClaimKind.Figure,
            "The same run: over the fixed range a later layer seems to know more than the one before it (greatest excess in the end)",
            "under-resolved",
            [LaterExcess(run, AdaptiveEstimator.FixedRange)],
            "bits",
            excess => excess.Mean > LayerCourse.Threshold);
    }

    private IEnumerable<Claim> Initialisations()
    {
        AdaptiveRun[] relu = Of(AdaptiveReproduction.Relu);
        if (relu.Length < 2)
            yield break;
        double spread = GreatestSpread(relu);
        yield return new Claim
        {
            Kind = ClaimKind.Qualitative,
            Text = "ReLU: trajectories differ between initialisations (spread of the end of one layer, the greatest of T3 … T5)",
            Paper = "widely",
            Measured = FormattableString.Invariant($"{spread:0.00} bits"),
            Holds = spread > LayerCourse.Threshold,
        };
    }

    private IEnumerable<Claim> Functions()
    {
        foreach (AdaptiveSystem system in AdaptiveReproduction.Functions)
        {
            bool isCompressing = system.Activation is
                ActivationFunction.Tanh or ActivationFunction.Elu or ActivationFunction.Swish or ActivationFunction.CentredSoftplus;
            yield return Claim.OfValues(
                ClaimKind.Figure,
                $"{system}: {(isCompressing ? "compresses" : "hardly compresses")} (fall of I(X;T) in T3 … T5, mean over layers)",
                system.Activation switch
                {
                    ActivationFunction.Tanh => "compresses most",
                    ActivationFunction.Relu => "nearly flat",
                    _ => isCompressing ? "compresses" : "not named as compressing",
                },
                Of(system).Select(NarrowFall),
                "bits",
                fall => fall.Mean > LayerCourse.Threshold == isCompressing);
        }

        yield return Claim.OfValues(
            ClaimKind.Qualitative,
            "tanh compresses more than ELU, Swish and centred softplus (its fall less the greatest of their means)",
            "most",
            TanhFalls().Select(fall => fall - Strongest(
                [ActivationFunction.Elu, ActivationFunction.Swish, ActivationFunction.CentredSoftplus])),
            "bits",
            excess => excess.Mean > 0);
        yield return Claim.OfValues(
            ClaimKind.Figure,
            "tanh compresses most of all eight (its fall less the greatest of the other means)",
            "most",
            TanhFalls().Select(fall => fall - Strongest(
                Enum.GetValues<ActivationFunction>().Where(function => function != ActivationFunction.Tanh))),
            "bits",
            excess => excess.Mean > 0);
    }

    private IEnumerable<Claim> Decay()
    {
        AdaptiveRun[] plain = Of(AdaptiveReproduction.Relu), decayed = Of(AdaptiveReproduction.Decayed);
        yield return Claim.OfValues(
            ClaimKind.Qualitative,
            "L2 0.015 brings compression in ReLU networks (fall in T3 … T5 with it less without)",
            "induces compression",
            decayed.Zip(plain, (with, without) => NarrowFall(with) - NarrowFall(without)),
            "bits",
            excess => excess.Mean > 0);
        yield return Claim.OfValues(
            ClaimKind.Qualitative,
            "L2 draws the layers together (spread of I(X;T) over T3 … T6 in the end, without it less with it)",
            "cluster at the same value",
            plain.Zip(decayed, (without, with) => LayerSpread(without) - LayerSpread(with)),
            "bits",
            excess => excess.Mean > 0);
        yield return Claim.OfValues(
            ClaimKind.Figure,
            "L2 reduces over-fitting (accuracy on training less test words, without it less with it)",
            "less over-fitting",
            plain.Zip(decayed, (without, with) => Gap(without) - Gap(with)),
            "",
            excess => excess.Mean > 0,
            "0.000");
    }

    private AdaptiveRun[] Of(AdaptiveSystem system) => [.. runs.Where(run => run.System == system)];

    private static IEnumerable<LayerCourse> Narrow(AdaptiveRun run, AdaptiveEstimator estimator) =>
        run.Courses(estimator).Skip(FirstNarrow).Take(Hidden - FirstNarrow);

    private static double NarrowEnd(AdaptiveRun run, AdaptiveEstimator estimator) => Narrow(run, estimator).Average(layer => layer.InputEnd);

    private static double Fall(LayerCourse layer) => layer.InputPeak - layer.InputEnd;

    private static double NarrowFall(AdaptiveRun run) => Narrow(run, AdaptiveEstimator.Ebab).Average(Fall);

    private static double GreatestFall(AdaptiveRun run, AdaptiveEstimator estimator) => Narrow(run, estimator).Max(Fall);

    private static double Dominance(AdaptiveRun run)
    {
        float[] end = run.Activity[^1].Layers;
        return end[Hidden - 1] / end[..(Hidden - 1)].Max();
    }

    private static double LaterExcess(AdaptiveRun run, AdaptiveEstimator estimator) => run.Courses(estimator)
        .Zip(run.Courses(estimator).Skip(1), (earlier, later) => later.InputEnd - earlier.InputEnd).Max();

    private static double GreatestSpread(AdaptiveRun[] relu) => Enumerable.Range(FirstNarrow, Hidden - FirstNarrow)
        .Max(layer => new SeedStatistics(relu.Select(run => run.Courses(AdaptiveEstimator.Ebab)[layer].InputEnd)).Deviation);

    private static double LayerSpread(AdaptiveRun run) =>
        new SeedStatistics(run.Courses(AdaptiveEstimator.Ebab).Skip(FirstNarrow).Select(layer => layer.InputEnd)).Deviation;

    private static double Gap(AdaptiveRun run) => run.TrainAccuracy - run.TestAccuracy;

    private IEnumerable<double> TanhFalls() => Of(new AdaptiveSystem(ActivationFunction.Tanh, 0)).Select(NarrowFall);

    private double Strongest(IEnumerable<ActivationFunction> functions) =>
        functions.Max(function => Of(new AdaptiveSystem(function, 0)).Average(NarrowFall));
}
