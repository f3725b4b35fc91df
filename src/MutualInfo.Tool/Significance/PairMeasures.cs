using System.Numerics;
using MutualInfo.Significance;
using MutualInfo.Tool.Variables;

namespace MutualInfo.Tool.Significance;

/// <summary>A permutation test of two variables.</summary>
internal sealed record PermutationMeasure(PermutationTest Test, IMutualInformationEstimator Estimator, EstimationOptions Options)
    : IPairMeasure<PermutationTestResult>
{
    public PermutationTestResult Of(Symbols x, Symbols y) => Test.Run(Estimator, x, y, Options);

    public PermutationTestResult Of<T>(Samples<T> x, Symbols y)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Test.Run(Estimator, x, y, Options);

    public PermutationTestResult Of<T>(Symbols x, Samples<T> y)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Test.Run(Estimator, x, y, Options);

    public PermutationTestResult Of<T>(Samples<T> x, Samples<T> y)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Test.Run(Estimator, x, y, Options);
}

/// <summary>An interval by subsampling.</summary>
internal sealed record SubsamplingMeasure(
    SubsamplingInterval Interval, IMutualInformationEstimator Estimator, EstimationOptions Options)
    : IPairMeasure<InformationInterval>
{
    public InformationInterval Of(Symbols x, Symbols y) => Interval.Run(Estimator, x, y, Options);

    public InformationInterval Of<T>(Samples<T> x, Symbols y)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Interval.Run(Estimator, x, y, Options);

    public InformationInterval Of<T>(Symbols x, Samples<T> y)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Interval.Run(Estimator, x, y, Options);

    public InformationInterval Of<T>(Samples<T> x, Samples<T> y)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Interval.Run(Estimator, x, y, Options);
}

/// <summary>An interval by the jackknife.</summary>
internal sealed record JackknifeMeasure(
    JackknifeInterval Interval, IMutualInformationEstimator Estimator, EstimationOptions Options)
    : IPairMeasure<InformationInterval>
{
    public InformationInterval Of(Symbols x, Symbols y) => Interval.Run(Estimator, x, y, Options);

    public InformationInterval Of<T>(Samples<T> x, Symbols y)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Interval.Run(Estimator, x, y, Options);

    public InformationInterval Of<T>(Symbols x, Samples<T> y)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Interval.Run(Estimator, x, y, Options);

    public InformationInterval Of<T>(Samples<T> x, Samples<T> y)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Interval.Run(Estimator, x, y, Options);
}
