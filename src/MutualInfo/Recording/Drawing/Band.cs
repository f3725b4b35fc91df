using System.Globalization;
using MutualInfo.Sensitivity;

namespace MutualInfo.Recording.Drawing;

/// <summary>
/// What the variants of one estimator say of the layers of a plane, in bits: for each layer a thread through them at every epoch.
/// </summary>
internal sealed class Band
{
    /// <summary>Gathers the points of a sweep's estimators.</summary>
    public Band(InformationPlane plane, Sweep sweep)
    {
        // By the parameter ascending, so that neighbours on a thread are neighbours in it.
        int[] order =
        [
            .. Enumerable.Range(0, sweep.Values.Count)
                .Where(i => plane.Estimators.Contains(sweep.Estimators[i])).OrderBy(i => sweep.Values[i]),
        ];
        IMutualInformationEstimator[] variants = [.. order.Select(i => sweep.Estimators[i])];
        Middle = variants[variants.Length / 2];
        Text = string.Create(
            CultureInfo.InvariantCulture, $"band: {sweep.Parameter} from {sweep.Values[order[0]]:G4} to {sweep.Values[order[^1]]:G4}");
        Threads = [.. plane.Layers.Select(layer => ThreadsOf(plane, layer, variants))];
    }

    /// <summary>Gets the variant in the middle, whose path is drawn.</summary>
    public IMutualInformationEstimator Middle { get; }

    /// <summary>Gets what the band is.</summary>
    public string Text { get; }

    /// <summary>Gets the threads, by layer and epochs ascending: the points of one epoch, by the parameter ascending.</summary>
    public IReadOnlyList<IReadOnlyList<PathPoint[]>> Threads { get; }

    private static PathPoint[][] ThreadsOf(InformationPlane plane, string layer, IMutualInformationEstimator[] variants) =>
    [
        .. plane.Points.Where(point => point.Layer == layer && variants.Contains(point.Estimator))
            .GroupBy(point => point.Epoch).OrderBy(epoch => epoch.Key)
            .Select(epoch => Thread(epoch, variants)).Where(thread => thread.Length > 0),
    ];

    // Empty where a variant is missing or has no place in a picture: a thread with a hole would show less than there is.
    private static PathPoint[] Thread(IEnumerable<InformationPlanePoint> points, IMutualInformationEstimator[] variants)
    {
        InformationPlanePoint[] here = [.. points];
        PathPoint[] thread =
        [
            .. variants.SelectMany(variant => here.Where(point => point.Estimator.Equals(variant)).Take(1))
                .Select(point => new PathPoint(point.Epoch, point.Input.Value.Bits, point.Target.Value.Bits)),
        ];
        bool isWhole = thread.Length == variants.Length;
        return isWhole && thread.All(point => double.IsFinite(point.Input) && double.IsFinite(point.Target)) ? thread : [];
    }
}
