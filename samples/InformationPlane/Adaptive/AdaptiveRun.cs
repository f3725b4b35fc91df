using MutualInfo.Recording;

namespace MutualInfo.InformationPlanes.Adaptive;

/// <summary>What one network with one seed has come to.</summary>
public sealed record AdaptiveRun
{
    public required AdaptiveSystem System { get; init; }

    public required int Seed { get; init; }

    public required double TrainAccuracy { get; init; }

    public required double TestAccuracy { get; init; }

    /// <summary>Gets its plane, a panel for each of its estimators.</summary>
    public required InformationPlane Plane { get; init; }

    /// <summary>Gets the greatest magnitude of every layer, epoch by epoch.</summary>
    public required IReadOnlyList<(int Epoch, float[] Layers)> Activity { get; init; }

    /// <summary>Gets the plane of one of its estimators alone.</summary>
    public InformationPlane PlaneOf(AdaptiveEstimator estimator) =>
        new(Plane.Points.Where(point => point.Estimator.ToString() == AdaptiveTraining.NameOf(System, estimator)));

    /// <summary>Gets the courses of the layers under one of its estimators.</summary>
    public IReadOnlyList<LayerCourse> Courses(AdaptiveEstimator estimator)
    {
        InformationPlane plane = PlaneOf(estimator);
        return LayerCourse.Of(plane, plane.Estimators[0]);
    }
}
