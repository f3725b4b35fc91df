using System.Numerics;

namespace MutualInfo.Tests.Significance;

/// <summary>Not an information at all, but a statistic whose standard error is known in closed form: the mean of a column of numbers, in nats.</summary>
internal sealed record MeanOfX : IMutualInformationEstimator
{
    public MutualInformationEstimate Estimate(Symbols x, Symbols y, EstimationOptions? options = null) => throw new NotSupportedException();

    public MutualInformationEstimate Estimate<T>(Samples<T> x, Symbols y, EstimationOptions? options = null) where T : unmanaged, IFloatingPointIeee754<T>
    {
        double sum = 0;
        foreach (T value in x.Values)
            sum += double.CreateChecked(value);
        Information mean = Information.FromNats(sum / x.Count);
        return Estimators.ExactDiscrete().Estimate(y, y, options) with { Value = mean, Estimator = this };
    }

    public MutualInformationEstimate Estimate<T>(Samples<T> x, Samples<T> y, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T> => throw new NotSupportedException();
}
