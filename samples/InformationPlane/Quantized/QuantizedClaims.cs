using MutualInfo.InformationPlanes.Reproductions;
using MutualInfo.Recording;

namespace MutualInfo.InformationPlanes.Quantized;

/// <summary>Judges the paper's claims by the runs that are kept.</summary>
public sealed class QuantizedClaims
{
    // An entropy is a sum of up to 4096 terms of which each is rounded; the sums of two layers may differ by as much.
    private const double Rounding = 1e-12;

    // Of the label's 0.99916 bits, a layer that holds more than 0.99 at the start has nothing left to fit.
    private const double FittedBits = 0.99;

    private const string BinNames = "30, 100, 256 over the run's range; one for every value";

    // From coarse to fine; exact symbols, which a run has first, are the finest bins of all.
    private static readonly int[] _binOrder = [1, 2, 3, 0];

    private readonly QuantizedRun[] _kept;
    private readonly IReadOnlyList<QuantizedRun> _all;
    private readonly int[] _seeds;

    public QuantizedClaims(IReadOnlyList<QuantizedRun> runs)
    {
        _all = runs;
        _kept = [.. runs.Where(run => run.IsKept)];
        _seeds = [.. _kept.Select(run => run.Seed).Distinct()];
    }

    /// <summary>Gives the claims; where no run is kept, only that.</summary>
    public IReadOnlyList<Claim> Judge()
    {
        Claim[] kept = [Kept()];
        return _kept.Length == 0 ? kept : [.. kept, .. Exact(), .. Fitting(), .. Compression(), .. Bins()];
    }

    private Claim Kept() => new()
    {
        Kind = ClaimKind.Figure,
        Text = "Networks learn: accuracy on the training words of at least 0.55, else they are dropped",
        Paper = "most",
        Measured = FormattableString.Invariant($"{_kept.Length} of {_all.Count} kept, {_all.Count(run => run.Attempts > 1)} begun anew"),
        Holds = 2 * _kept.Length > _all.Count,
    };

    private IEnumerable<Claim> Exact()
    {
        yield return Claim.OfValues(
            ClaimKind.Exact,
            "Data processing: no layer knows more of input or label than the layer before it (greatest excess, all networks and epochs)",
            "0, a theorem",
            _seeds.Select(seed => Of(seed).Max(run => Excess(ExactPlane(run)))),
            "bits",
            excess => excess.Values.All(value => value <= Rounding),
            "0.#e0");
        yield return Claim.OfValues(
            ClaimKind.Exact,
            "H(T) of quantised hidden layers equals that of the 2^b re-map (greatest difference)",
            "0, the re-map is one-to-one",
            _seeds.Select(seed => Of(seed).Where(run => run.System.IsQuantized).Select(LevelDifference).DefaultIfEmpty(0).Max()),
            "bits",
            difference => difference.Values.All(value => value == 0),
            "0.#e0");
        yield return Claim.OfSeeds(
            ClaimKind.Exact,
            "A quantised hidden layer holds at most 2^b different values at any epoch",
            "by construction",
            _seeds.Select(seed => Of(seed).Where(run => run.System.IsQuantized).All(run => run.MostValues <= 1 << run.System.Bits)));
    }

    private IEnumerable<Claim> Fitting() => Systems(8).Select(system => Claim.OfSeeds(
        ClaimKind.Qualitative,
        $"{system}: every layer fits, I(T;Y) rises or holds 99 % of H(Y)",
        "all layers",
        Of(system).Select(run => Levels(run).All(layer => layer.TargetEnd > layer.TargetStart || layer.TargetEnd > FittedBits))));

    private IEnumerable<Claim> Compression()
    {
        foreach (QuantizedSystem system in Systems(8))
        {
            yield return Claim.OfValues(
                ClaimKind.Qualitative,
                $"{system}: the output layer compresses in every repeat (fall of I(X;T6) from its peak, levels)",
                "in all experiments",
                Of(system).Select(run => Fall(Levels(run)[^1])),
                "bits",
                fall => fall.Values.All(value => value > LayerCourse.Threshold));
            yield return Claim.OfValues(
                ClaimKind.Figure,
                $"{system}: the same by exact symbols of the softmax, which is not quantised itself",
                "not reported",
                Of(system).Select(run => Fall(LayerCourse.Of(ExactPlane(run), ExactPlane(run).Estimators[0])[^1])),
                "bits",
                fall => fall.Mean > LayerCourse.Threshold);
        }

        foreach (QuantizedSystem system in Systems(8))
        {
            bool isTanh = system.Activation == ActivationFunction.Tanh;
            yield return Claim.OfValues(
                isTanh ? ClaimKind.Qualitative : ClaimKind.Figure,
                $"{system}: the last hidden layer {(isTanh ? "compresses" : "hardly compresses")} (fall of I(X;T5), exact)",
                isTanh ? "compresses" : "does not",
                Of(system).Select(run => Fall(Levels(run)[^2])),
                "bits",
                fall => fall.Mean > LayerCourse.Threshold == isTanh);
        }

        double[] excess = [.. _seeds.SelectMany(HiddenExcess)];
        if (excess.Length > 0)
        {
            yield return Claim.OfValues(
                ClaimKind.Qualitative,
                "8 bit: the last hidden layer loses more with tanh than with ReLU (fall of I(X;T5), excess at equal seeds)",
                "depends on the function",
                excess,
                "bits",
                values => values.Mean > 0);
        }

        foreach (QuantizedSystem system in Systems(4))
        {
            yield return Claim.OfValues(
                ClaimKind.Figure,
                $"{system}: the output layer compresses too (fall of I(X;T6), levels)",
                "as with 8 bits",
                Of(system).Select(run => Fall(Levels(run)[^1])),
                "bits",
                fall => fall.Mean > LayerCourse.Threshold);
        }
    }

    // Nothing for a seed of which only one of the two networks is kept.
    private IEnumerable<double> HiddenExcess(int seed) =>
        from tanh in Of(seed)
        from relu in Of(seed)
        where tanh.System == new QuantizedSystem(ActivationFunction.Tanh, 8) && relu.System == new QuantizedSystem(ActivationFunction.Relu, 8)
        select Fall(Levels(tanh)[^2]) - Fall(Levels(relu)[^2]);

    private IEnumerable<Claim> Bins()
    {
        foreach (QuantizedSystem system in Systems(QuantizedSystem.FloatingPoint))
        {
            yield return new Claim
            {
                Kind = ClaimKind.Figure,
                Text = $"{system}: how many of the 6 layers compress changes with the bins ({BinNames})",
                Paper = "the picture changes",
                Measured = string.Join(", ", Enumerable.Range(0, _binOrder.Length).Select(bins => CompressingLayers(system, bins).ToString("0.0"))),
                Holds = Of(system).Any(HasDoubtfulLayer),
            };
        }

        yield return Claim.OfSeeds(
            ClaimKind.Qualitative,
            "One floating-point run has a layer that compresses or not by the bins alone",
            "yes",
            _seeds.Select(seed => Of(seed).Where(run => !run.System.IsQuantized).Any(HasDoubtfulLayer)));
        yield return Claim.OfValues(
            ClaimKind.Figure,
            "30 bins break the data-processing inequality that exact values keep (greatest excess)",
            "estimation error",
            _seeds.Select(seed => Of(seed).Where(run => !run.System.IsQuantized).Select(run => Excess(PlaneOf(run, 1))).DefaultIfEmpty(0).Max()),
            "bits",
            excess => excess.Mean > 0.1);
    }

    private SeedStatistics CompressingLayers(QuantizedSystem system, int bins) =>
        new(Of(system).Select(run => (double)Binned(run, bins).Count(layer => layer.Compresses)));

    private IEnumerable<QuantizedSystem> Systems(int bits) => _kept.Select(run => run.System).Where(system => system.Bits == bits).Distinct();

    private IEnumerable<QuantizedRun> Of(int seed) => _kept.Where(run => run.Seed == seed);

    private IEnumerable<QuantizedRun> Of(QuantizedSystem system) => _kept.Where(run => run.System == system);

    private static InformationPlane PlaneOf(QuantizedRun run, int estimator) =>
        new(run.Plane.Points.Where(point => point.Estimator.Equals(run.Plane.Estimators[estimator])));

    private static InformationPlane ExactPlane(QuantizedRun run) => PlaneOf(run, 0);

    private static IReadOnlyList<LayerCourse> Levels(QuantizedRun run) => LayerCourse.Of(run.Plane, run.Plane.Estimators[1]);

    private static IReadOnlyList<LayerCourse> Binned(QuantizedRun run, int bins) =>
        LayerCourse.Of(run.Plane, run.Plane.Estimators[_binOrder[bins]]);

    private static double Fall(LayerCourse course) => course.InputPeak - course.InputEnd;

    private static bool HasDoubtfulLayer(QuantizedRun run)
    {
        IReadOnlyList<LayerCourse>[] verdicts = [.. Enumerable.Range(0, _binOrder.Length).Select(bins => Binned(run, bins))];
        return Enumerable.Range(0, verdicts[0].Count).Any(layer => verdicts.Select(courses => courses[layer].Compresses).Distinct().Count() > 1);
    }

    // What a layer has in excess of the layer before it, at the worst epoch; the theorem says nothing.
    private static double Excess(InformationPlane plane) => plane.Points
        .GroupBy(point => point.Epoch)
        .Max(epoch => epoch.Zip(epoch.Skip(1), (before, after) => Math.Max(
            after.Input.Value.Bits - before.Input.Value.Bits, after.Target.Value.Bits - before.Target.Value.Bits)).Max());

    private static double LevelDifference(QuantizedRun run) => PlaneOf(run, 0).Points
        .Zip(PlaneOf(run, 1).Points, (exact, levels) => (exact, levels))
        .Where(pair => pair.exact.Layer != "T6")
        .Max(pair => Math.Abs(pair.exact.LayerEntropy.Bits - pair.levels.LayerEntropy.Bits));
}
