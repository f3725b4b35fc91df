using MutualInfo.InformationPlanes.Charts;
using MutualInfo.InformationPlanes.Reproductions;
using MutualInfo.Recording;

namespace MutualInfo.InformationPlanes.Adaptive;

/// <summary>Adaptive estimators of information in networks whose activation functions have no bounds.</summary>
public sealed class AdaptiveReproduction : IReproduction
{
    /// <summary>Gets the network that all three estimators look at.</summary>
    internal static AdaptiveSystem Relu { get; } = new(ActivationFunction.Relu, 0);

    /// <summary>Gets the network whose weights are held down.</summary>
    internal static AdaptiveSystem Decayed { get; } = new(ActivationFunction.Relu, 0.015);

    /// <summary>Gets the networks without L2, one for each activation function.</summary>
    internal static IReadOnlyList<AdaptiveSystem> Functions { get; } =
        [.. Enum.GetValues<ActivationFunction>().Select(function => new AdaptiveSystem(function, 0))];

    private static AdaptiveSystem[] Systems => [.. Functions, Decayed];

    public string Name => "adaptive";

    public string Summary => "fixed bins, EBAB and aKDE on unbounded activations (Chelombiev et al., ICLR 2019)";

    public string Description => """
        Trains 12-10-7-5-4-3-2 on the 12-bit data with tanh, ReLU, abs, PReLU, ELU, softplus, centred softplus and Swish, and with ReLU and
        L2 0.015, by Adam with rate 4e-4. One ReLU network is measured by 30 bins over the range of the whole run, by EBAB and by aKDE, all
        others by EBAB.
        --quick is 3 seeds of 3000 epochs, --full 50 seeds of 8000 epochs.
        """;

    public bool UsesImages => false;

    public int SeedsAt(RunSize size) => size switch { RunSize.Ci => 1, RunSize.Quick => 3, _ => 50 };

    public IReadOnlyList<Claim> Run(ReproductionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        int epochs = context.At(ci: 2000, quick: 3000, full: 8000);
        RecordingSchedule schedule = RecordingSchedule.Logarithmic(context.At(ci: 4, quick: 12, full: 20));
        IReadOnlyList<AdaptiveRun> runs = context.RunAll(
            "training",
            [
                .. context.Seeds.SelectMany(seed => Systems.Select(system => new Work<AdaptiveRun>(progress => AdaptiveTraining.Execute(
                    system, seed, epochs, schedule, EstimatorsOf(system, seed == context.Seeds[0]), context.Estimation, progress)))),
            ]);
        context.WriteFile("plane.svg", MeanPlane(runs).WriteSvg);
        context.WriteFile("plane.csv", MeanPlane(runs).WriteCsv);
        context.WriteFile("estimators.svg", runs.First(run => run.System == Relu).Plane.WriteSvg);
        context.WriteFile("initialisations.svg", Initialisations(runs).WriteSvg);
        context.WriteFile("activity.svg", path => LineChart.Write(path, [Activity(runs.First(run => run.System == Relu))]));
        context.WriteFile("runs.csv", path => RunTable.Write(
            path, runs.Select(run => (run.System.ToString(), run.Seed, run.TrainAccuracy, run.TestAccuracy, run.Plane))));
        return new AdaptiveClaims(runs).Judge();
    }

    private static AdaptiveEstimator[] EstimatorsOf(AdaptiveSystem system, bool isFirst) =>
        system == Relu && isFirst ? Enum.GetValues<AdaptiveEstimator>() : [AdaptiveEstimator.Ebab];

    private static InformationPlane MeanPlane(IReadOnlyList<AdaptiveRun> runs) => Planes.Joined(Systems.Select(system => Planes.Mean(
        [.. runs.Where(run => run.System == system).Select(run => run.PlaneOf(AdaptiveEstimator.Ebab))])));

    // The paper shows some; more than six panels are hard to compare.
    private static InformationPlane Initialisations(IReadOnlyList<AdaptiveRun> runs) => Planes.Joined(runs
        .Where(run => run.System == Relu)
        .Take(6)
        .Select(run => Planes.Named(run.PlaneOf(AdaptiveEstimator.Ebab), _ => FormattableString.Invariant($"ReLU, EBAB, seed {run.Seed}"))));

    private static ChartPanel Activity(AdaptiveRun run) => new(
        FormattableString.Invariant($"ReLU, seed {run.Seed}"),
        "epoch",
        "largest activity of the layer",
        [
            .. Enumerable.Range(0, run.Activity[0].Layers.Length - 1).Select(layer => new ChartSeries(
                $"T{layer + 1}", [.. run.Activity.Select(each => (double)each.Epoch)], [.. run.Activity.Select(each => (double)each.Layers[layer])])),
        ])
    {
        XScale = AxisScale.Logarithmic,
    };
}
