using System.Diagnostics;
using System.Numerics;

namespace MutualInfo.Internal;

/// <summary>The public calls of a representing estimator: check, represent, measure.</summary>
internal static class RepresentingEstimator
{
    public static MutualInformationEstimate Estimate(
        IRepresentingEstimator estimator, Symbols x, Symbols y, EstimationOptions? options)
    {
        Guard.NotEmpty(x, nameof(x));
        Guard.NotEmpty(y, nameof(y));
        EstimationOptions how = Begin(x.Count, y.Count, options, out long start);
        return Measure(estimator, estimator.Represent(x, nameof(x)), estimator.Represent(y, nameof(y)), how, start);
    }

    public static MutualInformationEstimate Estimate<T>(
        IRepresentingEstimator estimator, Samples<T> x, Symbols y, EstimationOptions? options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Guard.NotEmpty(x, nameof(x));
        Guard.NotEmpty(y, nameof(y));
        EstimationOptions how = Begin(x.Count, y.Count, options, out long start);
        return Measure(estimator, estimator.RepresentWith(x, [y], nameof(x), how), estimator.Represent(y, nameof(y)), how, start);
    }

    public static MutualInformationEstimate Estimate<T>(
        IRepresentingEstimator estimator, Symbols x, Samples<T> y, EstimationOptions? options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Guard.NotEmpty(x, nameof(x));
        Guard.NotEmpty(y, nameof(y));
        EstimationOptions how = Begin(x.Count, y.Count, options, out long start);
        return Measure(estimator, estimator.Represent(x, nameof(x)), estimator.RepresentWith(y, [x], nameof(y), how), how, start);
    }

    public static MutualInformationEstimate Estimate<T>(
        IRepresentingEstimator estimator, Samples<T> x, Samples<T> y, EstimationOptions? options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Guard.NotEmpty(x, nameof(x));
        Guard.NotEmpty(y, nameof(y));
        EstimationOptions how = Begin(x.Count, y.Count, options, out long start);
        Representation first = estimator.Represent(x, nameof(x), how);
        return Measure(estimator, first, estimator.RepresentWith(y, [first.Symbols], nameof(y), how), how, start);
    }

    private static MutualInformationEstimate Measure(
        IRepresentingEstimator estimator, Representation x, Representation y, EstimationOptions options, long start) =>
        estimator.Measure([new RepresentationPair(x, y)], options, start)[0];

    private static EstimationOptions Begin(int x, int y, EstimationOptions? options, out long start)
    {
        if (x != y)
            Throw.CountsDiffer(x, y);
        start = Stopwatch.GetTimestamp();
        EstimationOptions how = options ?? EstimationOptions.Default;
        how.CancellationToken.ThrowIfCancellationRequested();
        return how;
    }
}
