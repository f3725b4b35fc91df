using MutualInfo.InformationPlanes.Charts;
using MutualInfo.InformationPlanes.Reproductions;
using MutualInfo.Training;
using MutualInfo.Training.Data;
using MutualInfo.Training.Data.Images;

namespace MutualInfo.InformationPlanes.NoisyCodes;

/// <summary>Information Dropout: noise whose strength is learned, and the information that it lets through.</summary>
public sealed class InformationDropoutReproduction : IReproduction
{
    public string Name => "information-dropout";

    public string Summary => "noise that is learned, and what it lets through (Achille and Soatto, TPAMI 2018)";

    public string Description => """
        Trains fully connected classifiers pixels-w-w-10 without dropout, with binary dropout, and with Information Dropout (ReLU and softplus)
        over β; a small convolutional network on digits among clutter; and Information Dropout on reconstruction beside the variational
        autoencoder with the same weights.
        --quick is widths 16 and 64, 8 epochs, one seed; --full widths 16 to 128, 30 epochs, three seeds.
        """;

    public bool UsesImages => true;

    public int SeedsAt(RunSize size) => size == RunSize.Full ? 3 : 1;

    public IReadOnlyList<Claim> Run(ReproductionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        bool isDrawn = context.MnistFolder is null;
        ImageSet images = ImageSet.ReadOrDraw(
            context.MnistFolder,
            context.At(ci: 3000, quick: isDrawn ? 20_000 : 60_000, full: 60_000),
            context.At(ci: 1000, quick: 10_000, full: 10_000));

        IReadOnlyList<ClassifierResult> classifiers = context.RunAll(
            "classifiers", [.. Sweep(context).Works(images, context.Seeds, context.Estimation)]);

        int sheetCount = context.At(ci: 3000, quick: 10_000, full: 20_000);
        ClutteredDigits train = Sheets(images.Train, sheetCount, seed: 1), test = Sheets(images.Test, 1000, seed: 2);
        int epochs = context.At(ci: 5, quick: 6, full: 20);
        IReadOnlyList<SheetResult> sheets = context.RunAll(
            "cluttered digits",
            [
                .. context.Seeds.SelectMany(seed => context.At<double[]>(ci: [0.03], quick: [0.1, 0.5], full: [0.05, 0.1, 0.2, 0.5])
                    .Select(beta => new Work<SheetResult>(progress => SheetRun.Execute(train, test, beta, seed, epochs, progress)))),
            ]);
        IReadOnlyList<IReadOnlyList<(double Dropout, double Evidence)>> evidence =
            context.RunSeeds("reconstruction", (seed, _) => EvidenceIdentity.Execute(InDouble(images.Train, 500), seed));

        context.WriteFile("classifiers.csv", path => DropoutTables.WriteClassifiers(path, classifiers));
        context.WriteFile("sheets.csv", path => DropoutTables.WriteSheets(path, sheets, test));
        context.WriteFile("rates.svg", path => LineChart.Write(path, DropoutCharts.Of(classifiers)));
        context.WriteFile("sheets.svg", path => HeatMaps.Write(path, test, [.. sheets.Where(result => result.Seed == context.Seeds[0])]));
        return [.. new ClassifierClaims(classifiers, images.Test.Count).Judge(), .. SheetClaims.Judge(sheets, test), EvidenceClaim(evidence)];
    }

    private static WidthSweep Sweep(ReproductionContext context) => context.At(
        ci: new WidthSweep([16], [0.1], [10, 300], [10, 300], 5),
        quick: new WidthSweep([16, 64], [0.05, 0.1, 0.2], [10, 100, 1000], [1, 10, 100], 8),
        full: new WidthSweep([16, 32, 64, 128], [0.05, 0.1, 0.2, 0.3, 0.5], [3, 10, 30, 100, 300, 1000], [0.3, 1, 3, 10, 30, 100], 30));

    private static ClutteredDigits Sheets(LabeledData<float> digits, int count, int seed) =>
        ClutteredDigits.Create(First(digits, Math.Min(count, digits.Count)), side: 40, fragments: 5, seed);

    private static LabeledData<float> First(LabeledData<float> data, int count)
    {
        var samples = new Matrix<float>(count, data.Samples.Columns);
        data.Samples.Values[..samples.Values.Length].CopyTo(samples.Values);
        return new LabeledData<float>(samples, data.Labels[..count].ToArray());
    }

    private static LabeledData<double> InDouble(LabeledData<float> data, int count)
    {
        var samples = new Matrix<double>(count, data.Samples.Columns);
        for (int i = 0; i < samples.Values.Length; i++)
            samples.Values[i] = data.Samples.Values[i];
        return new LabeledData<double>(samples, data.Labels[..count].ToArray());
    }

    // Sums of 784 terms of order 1 in another order, and a logarithm and exponential there and back: some 1e−14 of the loss.
    private static Claim EvidenceClaim(IReadOnlyList<IReadOnlyList<(double Dropout, double Evidence)>> seeds) => Claim.OfValues(
        ClaimKind.Exact,
        "reconstruction, β = 1: the loss is a variational autoencoder's −ELBO on the same draw (greatest relative difference of 60 steps)",
        "equal",
        seeds.Select(steps => steps.Max(step => Math.Abs(step.Dropout - step.Evidence) / step.Evidence)),
        "",
        differences => differences.Values.All(difference => difference < 1e-12),
        "0.0e+0");
}
