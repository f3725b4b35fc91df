using MutualInfo.Recording;

namespace MutualInfo.InformationPlanes.Reproductions;

/// <summary>Planes made of planes.</summary>
public static class Planes
{
    /// <summary>Gives every point of a plane an estimator's name of its own, the title of its panel.</summary>
    public static InformationPlane Named(InformationPlane plane, Func<IMutualInformationEstimator, string> name)
    {
        ArgumentNullException.ThrowIfNull(plane);
        ArgumentNullException.ThrowIfNull(name);
        return new InformationPlane(plane.Points.Select(
            point => point with { Estimator = new NamedEstimator(name(point.Estimator), point.Estimator) }));
    }

    /// <summary>Puts planes beside each other.</summary>
    public static InformationPlane Joined(IEnumerable<InformationPlane> planes) => new(planes.SelectMany(plane => plane.Points));

    /// <summary>Takes the mean of several runs, point by point: same estimators, layers and epochs.</summary>
    /// <exception cref="ArgumentException">There is no plane, or the planes do not hold the same points.</exception>
    public static InformationPlane Mean(IReadOnlyList<InformationPlane> planes)
    {
        ArgumentNullException.ThrowIfNull(planes);
        if (planes.Count == 0)
            throw new ArgumentException("There is no plane to take a mean of.", nameof(planes));
        InformationPlanePoint[] points = new InformationPlanePoint[planes[0].Points.Count];
        for (int i = 0; i < points.Length; i++)
        {
            InformationPlanePoint first = planes[0].Points[i];
            foreach (InformationPlane plane in planes)
            {
                if (plane.Points.Count != points.Length || Key(plane.Points[i]) != Key(first))
                    throw new ArgumentException("The planes do not hold the same points in the same order.", nameof(planes));
            }

            points[i] = first with
            {
                Input = Mean([.. planes.Select(plane => plane.Points[i].Input)]),
                Target = Mean([.. planes.Select(plane => plane.Points[i].Target)]),
            };
        }

        return new InformationPlane(points);
    }

    private static (int Epoch, string Layer, string? Estimator) Key(InformationPlanePoint point) =>
        (point.Epoch, point.Layer, point.Estimator.ToString());

    private static MutualInformationEstimate Mean(MutualInformationEstimate[] estimates) => estimates[0] with
    {
        Value = Mean(estimates, estimate => estimate.Value),
        EntropyX = Mean(estimates, estimate => estimate.EntropyX),
        EntropyY = Mean(estimates, estimate => estimate.EntropyY),
        JointEntropy = Mean(estimates, estimate => estimate.JointEntropy),
    };

    private static Information Mean(MutualInformationEstimate[] estimates, Func<MutualInformationEstimate, Information> part) =>
        Information.FromNats(estimates.Sum(estimate => part(estimate).Nats) / estimates.Length);
}
