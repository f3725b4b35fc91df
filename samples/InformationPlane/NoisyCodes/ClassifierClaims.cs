using MutualInfo.InformationPlanes.Reproductions;

namespace MutualInfo.InformationPlanes.NoisyCodes;

/// <summary>Judges what is claimed of fully connected classifiers.</summary>
public sealed class ClassifierClaims(IReadOnlyList<ClassifierResult> results, int testCount)
{
    private readonly int[] _seeds = [.. results.Select(result => result.Seed).Distinct()];
    private readonly int[] _widths = [.. results.Select(result => result.Width).Distinct()];

    public IReadOnlyList<Claim> Judge() =>
    [
        Bounds(),
        Falling(RegularizationKind.Rectified, "ReLU", "the bound on I(X;Z) falls as β grows", code => code.Rate.Bits),
        Falling(RegularizationKind.Smooth, "softplus", "the bound on I(X;Z) falls as β grows", code => code.Rate.Bits),
        Falling(RegularizationKind.Smooth, "softplus", "the total correlation falls as β grows", code => code.TotalCorrelation!.Value.Bits),
        .. _widths.Select(Errors),
        .. _widths.SelectMany(width => Figures(width)),
    ];

    private Claim Bounds() => Claim.OfSeeds(
        ClaimKind.Exact,
        "softplus: the lower Kolchinsky–Tracey bound on I(X;Z) exceeds neither the upper one nor the rate",
        "a theorem",
        _seeds.Select(seed => results.Where(result => result.Seed == seed).SelectMany(result => result.Codes)
            .All(code => code.Bounds is not { } bounds || (bounds.Lower <= bounds.Upper && bounds.Lower <= code.Rate))));

    // In the first noisy layer, which sees the images themselves.
    private Claim Falling(RegularizationKind kind, string units, string text, Func<CodeMeasure, double> measure) => Claim.OfSeeds(
        ClaimKind.Qualitative,
        $"{units}: {text}, at every width",
        "falls",
        _seeds.Select(seed => _widths.All(width =>
        {
            double[] course =
            [
                .. results.Where(result => result.Seed == seed && result.Width == width && result.Regularization.Kind == kind)
                    .OrderBy(result => result.Regularization.Strength).Select(result => measure(result.Codes[0])),
            ];
            return course.Zip(course.Skip(1)).All(pair => pair.Second < pair.First);
        })));

    // The noise of a test on n images: one standard deviation of the share of wrong ones.
    private Claim Errors(int width)
    {
        double dropout = Best(width, RegularizationKind.Binary).Mean;
        double margin = Math.Sqrt(dropout * (1 - dropout) / testCount);
        return Claim.OfValues(
            width == _widths.Min() ? ClaimKind.Qualitative : ClaimKind.Figure,
            FormattableString.Invariant($"width {width}: test error of Information Dropout (ReLU, best β) is no worse than that of ")
                + FormattableString.Invariant($"binary dropout at its best rate (within {100 * margin:0.0} %)"),
            FormattableString.Invariant($"lower for small networks; binary here {100 * dropout:0.00} %"),
            Best(width, RegularizationKind.Rectified).Values.Select(error => 100 * error),
            "%",
            errors => errors.Mean / 100 <= dropout + margin);
    }

    private IEnumerable<Claim> Figures(int width)
    {
        foreach (RegularizationKind kind in (RegularizationKind[])[RegularizationKind.None, RegularizationKind.Smooth])
        {
            string name = kind == RegularizationKind.None ? "without dropout" : "of Information Dropout (softplus, best β)";
            yield return Claim.OfValues(
                ClaimKind.Figure,
                FormattableString.Invariant($"width {width}: test error {name}, for comparison"),
                "not known",
                Best(width, kind).Values.Select(error => 100 * error),
                "%",
                _ => true);
        }
    }

    // The strength whose mean over seeds is least: chosen once for all seeds, and for either method alike.
    private SeedStatistics Best(int width, RegularizationKind kind) => results
        .Where(result => result.Width == width && result.Regularization.Kind == kind)
        .GroupBy(result => result.Regularization.Strength, (_, runs) => new SeedStatistics(runs.Select(run => run.Error)))
        .MinBy(errors => errors.Mean)!;
}
