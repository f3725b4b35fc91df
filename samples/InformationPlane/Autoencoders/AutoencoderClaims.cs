using MutualInfo.InformationPlanes.Reproductions;
using MutualInfo.Recording;

namespace MutualInfo.InformationPlanes.Autoencoders;

/// <summary>Judges the claims of Lee and Jo by the runs that were made; autoencoders that were not trained are passed over.</summary>
public sealed class AutoencoderClaims(IReadOnlyList<AutoencoderResult> results)
{
    // What counts as a change: a run wanders by some hundredths of a bit from step to step.
    private const double Change = LayerCourse.Threshold;

    // Eigenvalues are right to about 1e−14; the order of 1.01 multiplies that by 144.
    private const double Rounding = 1e-9;

    // The authors' curves of log₁₀ loss can be read to about a twentieth.
    private const double LogLossTolerance = 0.05;

    public IReadOnlyList<Claim> Judge(bool withFigures) =>
    [
        Bounds(),
        .. Falls(),
        .. Processing(),
        .. Variational(),
        .. Overfitting(),
        .. withFigures ? [.. Figures(), .. Losses()] : Array.Empty<Claim>(),
    ];

    private Claim Bounds() => Claim.OfSeeds(
        ClaimKind.Exact,
        "No layer holds more than log₂ n bits, nor shares more than it holds, at any step",
        "a theorem",
        results.GroupBy(result => result.Seed, (_, runs) => runs.All(run => run.Plane.Points.All(IsBounded))));

    private static bool IsBounded(InformationPlanePoint point)
    {
        double held = point.LayerEntropy.Bits, shared = Math.Max(point.Input.Value.Bits, point.Target.Value.Bits);
        return held <= Math.Log2(point.SampleCount) + Rounding && shared <= held + Rounding;
    }

    private IEnumerable<Claim> Falls() =>
    [
        .. Fall(AutoencoderKind.Shallow, "I(X;Z) rises, then falls (fall from the peak)", "fitting, then simplifying", fall => fall > Change),
        .. Fall(AutoencoderKind.Sparse, "I(X;Z) rises, then falls (fall)", "falls strongly", fall => fall > Change),
        .. Stronger(),
        .. Fall(AutoencoderKind.Tied, "I(X;Z) rises and stays (fall)", "no simplifying phase", fall => fall < Change),
        .. Fall(AutoencoderKind.Deep, "I(X;Z) rises, then falls (fall)", "fitting, then simplifying", fall => fall > Change),
        .. Fall(AutoencoderKind.DeepOnTenth, "I(X;Z) does not fall (fall)", "no decrease", fall => fall < Change),
    ];

    private IEnumerable<Claim> Fall(AutoencoderKind kind, string text, string paper, Func<double, bool> holds) =>
        For(kind, runs => Claim.OfValues(
            ClaimKind.Qualitative,
            $"{kind.Title()}: {text}",
            paper,
            runs.Select(run => run.Fall("Z")),
            "bits",
            falls => falls.Values.All(holds)));

    private IEnumerable<Claim> Stronger() => For(AutoencoderKind.Shallow, shallow => For(AutoencoderKind.Sparse, sparse => Claim.OfSeeds(
        ClaimKind.Qualitative,
        "sparse: falls further than shallow",
        "the penalty amplifies it",
        shallow.Zip(sparse).Select(runs => runs.Second.Fall("Z") > runs.First.Fall("Z")))));

    private IEnumerable<Claim> Processing() => For(AutoencoderKind.Deep, runs => Claim.OfSeeds(
        ClaimKind.Qualitative,
        "deep: at the end I(X;E1) > I(X;E2) > I(X;Z) and I(D2;X′) > I(D1;X′) > I(Z;X′)",
        "the order of data processing",
        runs.Select(run => Falling(run, PlaneAxis.Input, "E1", "E2", "Z") && Falling(run, PlaneAxis.Output, "D2", "D1", "Z"))));

    private static bool Falling(AutoencoderResult run, PlaneAxis axis, params ReadOnlySpan<string> layers)
    {
        bool isFalling = true;
        for (int i = 1; i < layers.Length; i++)
            isFalling &= run.Bits(layers[i - 1], axis, CourseMoment.End) > run.Bits(layers[i], axis, CourseMoment.End);
        return isFalling;
    }

    private IEnumerable<Claim> Variational() =>
    [
        .. For(AutoencoderKind.Variational, runs => Claim.OfValues(
            ClaimKind.Qualitative,
            "variational: I(X;Z) is at its ceiling from the start, as the noise makes every code unique (least of the run)",
            "6.64",
            runs.Select(run => run.Plane.Points.Where(point => point.Layer == "Z").Min(point => point.Input.Value.Bits)),
            "bits",
            least => least.Values.All(bits => bits > 6.5))),
        .. For(AutoencoderKind.Variational, runs => Claim.OfSeeds(
            ClaimKind.Qualitative,
            "variational: I(X;E2) < I(X;Z) at the end, against the order of data processing",
            "violated",
            runs.Select(run => Falling(run, PlaneAxis.Input, "Z", "E2")))),
    ];

    private IEnumerable<Claim> Overfitting() => For(AutoencoderKind.DeepOnTenth, runs => Claim.OfValues(
        ClaimKind.Qualitative,
        "deep on a tenth: overfits, the test loss rises after its minimum (log₁₀)",
        "−1.62 → −1.56",
        runs.Select(run => Math.Log10(run.Losses[^1].Test / run.Losses.Min(loss => loss.Test))),
        "",
        rises => rises.Values.All(rise => rise > 0),
        "0.000"));

    private IEnumerable<Claim> Figures() => PaperFigure.All.SelectMany(figure => For(figure.Kind, runs => Claim.OfValues(
        ClaimKind.Figure,
        figure.ToString(),
        FormattableString.Invariant($"{figure.Bits:0.0#}"),
        runs.Select(run => run.Bits(figure.Layer, figure.Axis, figure.Moment)),
        "bits",
        measured => Math.Abs(measured.Mean - figure.Bits) <= PaperFigure.Tolerance)));

    private IEnumerable<Claim> Losses() => PaperFigure.LogLosses.SelectMany(loss => For(loss.Key, runs => Claim.OfValues(
        ClaimKind.Figure,
        $"{loss.Key.Title()}: log₁₀ of the test loss at the end",
        FormattableString.Invariant($"{loss.Value:0.0#}"),
        runs.Select(run => Math.Log10(run.Losses[^1].Test)),
        "",
        measured => Math.Abs(measured.Mean - loss.Value) <= LogLossTolerance,
        "0.000")));

    private IEnumerable<Claim> For(AutoencoderKind kind, Func<AutoencoderResult[], Claim> judge) =>
        For(kind, runs => (Claim[])[judge(runs)]);

    private IEnumerable<Claim> For(AutoencoderKind kind, Func<AutoencoderResult[], IEnumerable<Claim>> judge)
    {
        AutoencoderResult[] runs = [.. results.Where(result => result.Kind == kind)];
        return runs.Length == 0 ? [] : judge(runs);
    }
}
