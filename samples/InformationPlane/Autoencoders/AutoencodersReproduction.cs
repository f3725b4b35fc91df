using System.Globalization;
using MutualInfo.InformationPlanes.Charts;
using MutualInfo.InformationPlanes.Reproductions;
using MutualInfo.Recording;
using MutualInfo.Training.Data.Images;

namespace MutualInfo.InformationPlanes.Autoencoders;

/// <summary>The information planes of diverse autoencoders.</summary>
public sealed class AutoencodersReproduction : IReproduction
{
    public string Name => "autoencoders";

    public string Summary => "information planes of seven autoencoders (Lee and Jo, Entropy 2021)";

    public string Description => """
        Trains autoencoders of 28 × 28 images by Adam with rate 0.005 on batches of 100: shallow, sparse and tied ones with 50 hidden units,
        and deep ones, plain, on a tenth of the images, variational, and with labels. Measures I(X;T) and I(T;X′) of every layer on the first
        100 test images by matrix-based Rényi information, α = 1.01, σ = 2n^(−1/(4+d)).
        --quick is shallow, sparse, tied and deep, for 4000 to 12,000 steps; --full all seven, for 30,000 steps (50 epochs) and three seeds.
        """;

    public bool UsesImages => true;

    public int SeedsAt(RunSize size) => size == RunSize.Full ? 3 : 1;

    public IReadOnlyList<Claim> Run(ReproductionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        ImageSet images = ImageSet.ReadOrDraw(
            context.MnistFolder,
            context.At(ci: 2000, quick: context.MnistFolder is null ? 20_000 : 60_000, full: 60_000),
            context.At(ci: 200, quick: 2000, full: 10_000));
        IReadOnlyList<AutoencoderResult> results = context.RunAll(
            "training", [.. context.Seeds.SelectMany(seed => Kinds(context).Select(plan => NewWork(plan, seed, images, context)))]);

        InformationPlane first = Planes.Joined(results.Where(result => result.Seed == context.Seeds[0]).Select(Titled));
        context.WriteFile("plane.csv", Planes.Joined(results.Select(result =>
            Planes.Named(result.Plane, estimator => $"{result.Kind.Title()}, seed {result.Seed}, {estimator}"))).WriteCsv);
        context.WriteFile("plane.svg", first.WriteSvg);
        context.WriteFile(
            "course.svg", path => LineChart.Write(path, [.. results.Where(result => result.Seed == context.Seeds[0]).Select(Course)]));
        context.WriteFile("losses.csv", path => WriteLosses(path, results));

        // Figures of the paper are figures of MNIST, and of a whole training.
        return new AutoencoderClaims(results).Judge(withFigures: context.Size == RunSize.Full && context.MnistFolder is not null);
    }

    // How long each is trained: until it shows what it has to show.
    private static (AutoencoderKind Kind, int Steps)[] Kinds(ReproductionContext context) => context.At<(AutoencoderKind, int)[]>(
        ci: [(AutoencoderKind.Sparse, 2400), (AutoencoderKind.Tied, 1000), (AutoencoderKind.Variational, 100)],
        quick:
        [
            (AutoencoderKind.Deep, 10_000),
            (AutoencoderKind.Shallow, 12_000),
            (AutoencoderKind.Sparse, 4000),
            (AutoencoderKind.Tied, 4000),
        ],
        full: [.. Enum.GetValues<AutoencoderKind>().Select(kind => (kind, 30_000))]);

    private static Work<AutoencoderResult> NewWork(
        (AutoencoderKind Kind, int Steps) plan, int seed, ImageSet images, ReproductionContext context)
    {
        var options = new AutoencoderOptions { Kind = plan.Kind, Seed = seed, Steps = plan.Steps, Estimation = context.Estimation };

        // A step of a deep autoencoder takes about four times as long.
        return new Work<AutoencoderResult>(progress => AutoencoderRun.Execute(options, images.Train, images.Test, progress))
        {
            Weight = plan.Steps * (plan.Kind.IsDeep() ? 4.0 : 1),
        };
    }

    private static InformationPlane Titled(AutoencoderResult result) =>
        Planes.Named(result.Plane, _ => $"{result.Kind.Title()}; Y is X′");

    // Where I(X;T) goes with the steps, which a plane does not show.
    private static ChartPanel Course(AutoencoderResult result) => new(
        result.Kind.Title(),
        "step",
        "I(X;T) in bits",
        [
            .. result.Plane.Points.GroupBy(point => point.Layer).Select(layer => new ChartSeries(
                layer.Key, [.. layer.Select(point => (double)point.Epoch)], [.. layer.Select(point => point.Input.Value.Bits)])),
        ])
    {
        XScale = AxisScale.Logarithmic,
    };

    private static void WriteLosses(string path, IReadOnlyList<AutoencoderResult> results)
    {
        using var writer = new StreamWriter(path);
        writer.Write("autoencoder,seed,step,train,test\n");
        foreach (AutoencoderResult result in results)
        {
            foreach (LossPoint loss in result.Losses)
            {
                writer.Write(string.Create(
                    CultureInfo.InvariantCulture, $"{result.Kind.Title()},{result.Seed},{loss.Step},{loss.Train},{loss.Test}\n"));
            }
        }
    }
}
