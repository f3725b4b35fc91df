namespace MutualInfo.Recording.Drawing;

/// <summary>One point of a path, in bits.</summary>
internal readonly record struct PathPoint(int Epoch, double Input, double Target);

/// <summary>
/// What one estimator says, in bits: a path for each layer of the plane, which is empty where there is nothing, and the ceilings. With variants of
/// it, what they say around it.
/// </summary>
internal sealed class PanelContent
{
    public PanelContent(InformationPlane plane, Band band)
        : this(plane, band.Middle) => Band = band;

    public PanelContent(InformationPlane plane, IMutualInformationEstimator estimator)
    {
        InformationPlanePoint[] points = [.. plane.Points.Where(point => point.Estimator.Equals(estimator))];
        Title = estimator.ToString() ?? "";
        Paths = [.. plane.Layers.Select(layer => Path(points.Where(point => point.Layer == layer)))];
        InputCeiling = Math.Log2(points.Max(point => point.SampleCount));
        double[] targetEntropies =
        [
            .. points.Where(point => point.Target.EntropyKind == EntropyKind.Bounded)
                .Select(point => point.Target.EntropyY.Bits).Where(double.IsFinite),
        ];
        TargetCeiling = targetEntropies.Length == 0 ? null : targetEntropies.Max();
        NotDrawn = points.Length - Paths.Sum(path => path.Count);
    }

    public string Title { get; }

    /// <summary>Gets what variants say, by the layers of the plane; null where there are none.</summary>
    public Band? Band { get; }

    /// <summary>Gets all points that must find room, those of the band among them.</summary>
    public IEnumerable<PathPoint> AllPoints =>
        Paths.SelectMany(path => path).Concat(
            Band is null ? [] : Band.Threads.SelectMany(threads => threads).SelectMany(thread => thread));

    /// <summary>Gets the paths, in the order of the plane's layers and epochs ascending.</summary>
    public IReadOnlyList<IReadOnlyList<PathPoint>> Paths { get; }

    /// <summary>Gets log₂ n.</summary>
    public double InputCeiling { get; }

    /// <summary>Gets H(Y), by this estimator.</summary>
    public double? TargetCeiling { get; }

    /// <summary>Gets how many points are not finite and so have no place in a picture.</summary>
    public int NotDrawn { get; }

    private static IReadOnlyList<PathPoint> Path(IEnumerable<InformationPlanePoint> points) =>
    [
        .. points
            .Select(point => new PathPoint(point.Epoch, point.Input.Value.Bits, point.Target.Value.Bits))
            .Where(point => double.IsFinite(point.Input) && double.IsFinite(point.Target))
            .OrderBy(point => point.Epoch),
    ];
}
