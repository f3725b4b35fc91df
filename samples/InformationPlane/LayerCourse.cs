using MutualInfo.Recording;

namespace MutualInfo.InformationPlanes;

/// <summary>The course of one layer through training, as one estimator saw it.</summary>
public sealed class LayerCourse
{
    /// <summary>
    /// What counts as a change, in bits. Between recordings of one run the estimates wander by some hundredths; the effects in question
    /// are of several bits for I(X;T), and up to H(Y) = 1 bit for I(T;Y).
    /// </summary>
    public const double Threshold = 0.5;

    private readonly IReadOnlyList<InformationPlanePoint> _points;

    private LayerCourse(IReadOnlyList<InformationPlanePoint> points) => _points = points;

    public string Layer => _points[0].Layer;

    public IMutualInformationEstimator Estimator => _points[0].Estimator;

    /// <summary>Gets I(X;T) at the start, in bits.</summary>
    public double InputStart => _points[0].Input.Value.Bits;

    /// <summary>Gets the greatest I(X;T) of the run, in bits.</summary>
    public double InputPeak => _points.Max(point => point.Input.Value.Bits);

    /// <summary>Gets I(X;T) at the end, in bits.</summary>
    public double InputEnd => _points[^1].Input.Value.Bits;

    /// <summary>Gets I(T;Y) at the start, in bits.</summary>
    public double TargetStart => _points[0].Target.Value.Bits;

    /// <summary>Gets I(T;Y) at the end, in bits.</summary>
    public double TargetEnd => _points[^1].Target.Value.Bits;

    public bool Fits => TargetEnd - TargetStart > Threshold;

    public bool Compresses => InputPeak - InputEnd > Threshold;

    /// <summary>Takes the courses of all layers out of a plane.</summary>
    public static IReadOnlyList<LayerCourse> Of(InformationPlane plane, IMutualInformationEstimator estimator)
    {
        ArgumentNullException.ThrowIfNull(plane);
        return [.. plane.Points
            .Where(point => point.Estimator.Equals(estimator))
            .GroupBy(point => point.Layer, (_, points) => new LayerCourse([.. points.OrderBy(point => point.Epoch)]))];
    }
}
