using System.Numerics;
using MutualInfo.Significance;
using MutualInfo.Tests.Laws;

namespace MutualInfo.Tests.Significance;

/// <summary>An estimator behind the public interface alone: nothing of what it does can be reused while y is permuted.</summary>
internal sealed record PermutedAnew(IMutualInformationEstimator Inner) : IMutualInformationEstimator
{
    public MutualInformationEstimate Estimate(Symbols x, Symbols y, EstimationOptions? options = null) => Inner.Estimate(x, y, options);

    public MutualInformationEstimate Estimate<T>(Samples<T> x, Symbols y, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T> => Inner.Estimate(x, y, options);

    public MutualInformationEstimate Estimate<T>(Samples<T> x, Samples<T> y, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T> => Inner.Estimate(x, y, options);
}

internal static class SignificanceExtensions
{
    /// <summary>The call that fits the two variables, whichever of the four it is.</summary>
    public static PermutationTestResult Run(
        this PermutationTest test, IMutualInformationEstimator estimator, Observations data, EstimationOptions? options = null) => (data.X.IsLayer, data.Y.IsLayer) switch
        {
            (true, true) => test.Run(estimator, data.X.Samples, data.Y.Samples, options),
            (true, false) => test.Run(estimator, data.X.Samples, data.Y.Symbols, options),
            (false, true) => test.Run(estimator, data.X.Symbols, data.Y.Samples, options),
            (false, false) => test.Run(estimator, data.X.Symbols, data.Y.Symbols, options),
        };
}
