using MutualInfo.InformationPlanes.Reproductions;
using MutualInfo.Recording;

namespace MutualInfo.InformationPlanes.Quantized;

/// <summary>The exact information-plane analysis of quantised networks.</summary>
public sealed class QuantizedReproduction : IReproduction
{
    private static readonly QuantizedSystem[] _systems =
    [
        new(ActivationFunction.Tanh, 8),
        new(ActivationFunction.Relu, 8),
        new(ActivationFunction.Tanh, 4),
        new(ActivationFunction.Relu, 4),
        new(ActivationFunction.Tanh, QuantizedSystem.FloatingPoint),
        new(ActivationFunction.Relu, QuantizedSystem.FloatingPoint),
    ];

    public string Name => "quantized";

    public string Summary => "exact information of quantised networks (Lorenzen et al., ICLR 2022)";

    public string Description => """
        Trains 12-10-7-5-4-3-2 on the 12-bit data with tanh and with ReLU, fake-quantised to 8 bits, to 4 bits, and not at all, by Adam with
        rate 1e-4. Quantised layers are measured exactly; the others with 30, 100 and 256 bins over the range of the whole run.
        --quick is 3 seeds of 4000 epochs, --full 50 seeds of 8000 epochs.
        """;

    public bool UsesImages => false;

    public int SeedsAt(RunSize size) => size switch { RunSize.Ci => 1, RunSize.Quick => 3, _ => 50 };

    public IReadOnlyList<Claim> Run(ReproductionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        int epochs = context.At(ci: 2000, quick: 4000, full: 8000);
        IReadOnlyList<QuantizedRun> runs = context.RunAll(
            "training",
            [
                .. context.Seeds.SelectMany(seed => _systems.Select(system => new Work<QuantizedRun>(
                    progress => QuantizedTraining.Execute(system, seed, epochs, context.Estimation, progress)))),
            ]);
        QuantizedRun[] kept = [.. runs.Where(run => run.IsKept)];
        InformationPlane plane = Planes.Joined(_systems
            .Select(system => kept.Where(run => run.System == system).Select(run => run.Plane).ToArray())
            .Where(planes => planes.Length > 0)
            .Select(Planes.Mean));
        context.WriteFile("plane.csv", plane.WriteCsv);
        context.WriteFile("plane.svg", new InformationPlane(plane.Points.Where(point => IsDrawn(point.Estimator))).WriteSvg);
        context.WriteFile("runs.csv", path => RunTable.Write(
            path, runs.Select(run => (run.System.ToString(), run.Seed, run.TrainAccuracy, run.TestAccuracy, run.Plane))));
        return new QuantizedClaims(runs).Judge();
    }

    // Hidden layers look the same by exact symbols and by levels; the paper shows levels. Floating-point layers are all different.
    private static bool IsDrawn(IMutualInformationEstimator estimator) =>
        !((NamedEstimator)estimator).Name.EndsWith("exact", StringComparison.Ordinal);
}
