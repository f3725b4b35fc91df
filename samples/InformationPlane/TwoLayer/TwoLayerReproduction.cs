using MutualInfo.InformationPlanes.Reproductions;
using MutualInfo.Training.Data.Images;
using MutualInfo.Training.SignCodes;

namespace MutualInfo.InformationPlanes.TwoLayer;

/// <summary>The fundamental limits of two-layer autoencoders with sign codes.</summary>
public sealed class TwoLayerReproduction : IReproduction
{
    private const int PatchSide = 12;
    private const int PatchDimensions = 48;

    private static readonly SignDecoder[] _decoders = [SignDecoder.Free, SignDecoder.Tied];

    public string Name => "two-layer";

    public string Summary => "limits of two-layer autoencoders with sign codes (Shevchenko et al., ICML 2023)";

    public string Description => """
        Compresses d independent normal numbers to n = r·d signs and decodes them linearly. First by Riemannian gradient descent of the exact
        population risk, with a decoder of its own and with the transposed encoder; then by straight-through training on samples; then on whitened
        patches of images. Compares with the least risk that theory has, and with Shannon's limit.
        --quick is 3 seeds and d up to 256 (r up to 2 there), --full 5 seeds, d up to 256 for every r, and longer runs.
        """;

    public bool UsesImages => true;

    public int SeedsAt(RunSize size) => size switch { RunSize.Ci => 1, RunSize.Quick => 3, _ => 5 };

    public IReadOnlyList<Claim> Run(ReproductionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        IReadOnlyList<TwoLayerRisk> descents = context.RunAll("descent", Descents(context));
        IReadOnlyList<TwoLayerRisk> trained = context.RunAll("training on samples", Trainings(context));
        IReadOnlyList<CodeInformation> information = context.RunSeeds("information", (seed, progress) =>
            CodeInformation.Measure(inputs: 16, signs: 8, seed, context.At(1 << 16, 1 << 17, 1 << 18), context.Estimation, progress));

        ImageSet images = ImageSet.ReadOrDraw(context.MnistFolder, context.At(2000, 20_000, 60_000), context.At(1000, 5000, 10_000));
        IReadOnlyList<TwoLayerRisk> onPatches = context.RunAll("training on patches", OnPatches(context, images));

        TwoLayerRisk[] all = [.. descents, .. trained, .. onPatches];
        context.WriteFile("risks.csv", path => TwoLayerTable.Write(path, all));
        context.WriteFile("two-layer.svg", path => TwoLayerPicture.Write(path, all, images.Source));
        return new TwoLayerClaims(all, information, images.Source).Judge();
    }

    private static IReadOnlyList<Work<TwoLayerRisk>> Descents(ReproductionContext context)
    {
        double[] rates = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4];
        int[] dimensions = context.At<int[]>([16, 32], [16, 32, 64, 128, 256], [16, 32, 64, 128, 256]);
        int mostSigns = context.At(128, 512, int.MaxValue), steps = context.At(200, 100, 800);
        return
        [
            // The largest first, so that no core is left alone with one of them.
            .. from d in dimensions.Reverse()
               from rate in rates.Reverse()
               let n = (int)(rate * d)
               where n <= mostSigns
               from decoder in _decoders
               from seed in context.Seeds
               select new Work<TwoLayerRisk>(progress => TwoLayerRuns.Descend(d, n, decoder, seed, steps, progress))
               {
                   // Up to r = 1 a descent ends early, and a tied one inverts nothing.
                   Weight = Math.Pow(n, 2.5) * (rate <= 1 ? 0.2 : 1) * (decoder == SignDecoder.Tied ? 0.3 : 1),
               },
        ];
    }

    private static IReadOnlyList<Work<TwoLayerRisk>> Trainings(ReproductionContext context)
    {
        double[] rates = context.At<double[]>([0.5, 1.5], [0.25, 0.5, 1, 1.5, 2], [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4]);
        int d = context.At(32, 64, 64), steps = context.At(800, 1000, 6000);
        return
        [
            .. from rate in rates.Reverse()
               from decoder in _decoders
               from seed in context.Seeds
               select new Work<TwoLayerRisk>(progress => TwoLayerRuns.TrainOnSamples(d, (int)(rate * d), decoder, seed, steps, progress))
               {
                   Weight = 0.5 + rate,
               },
        ];
    }

    private static IReadOnlyList<Work<TwoLayerRisk>> OnPatches(ReproductionContext context, ImageSet images)
    {
        double[] rates = context.At<double[]>([1], [0.25, 0.5, 1, 1.5, 2], [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4]);
        int steps = context.At(500, 1000, 6000);
        WhitenedPatches patches = WhitenedPatches.Cut(
            images, PatchSide, PatchDimensions, context.At(10_000, 40_000, 100_000), context.At(2000, 10_000, 20_000), new Random(context.Seeds[0]));
        return
        [
            .. from rate in rates.Reverse()
               from seed in context.Seeds
               select new Work<TwoLayerRisk>(progress => TwoLayerRuns.TrainOnPatches(patches, (int)(rate * PatchDimensions), seed, steps, progress))
               {
                   Weight = 0.5 + rate,
               },
        ];
    }
}
