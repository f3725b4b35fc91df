namespace MutualInfo.Tool.Planes;

/// <summary>
/// An estimator that saw its labels one-hot. It equals no other estimator, so that a plane keeps it apart from the one that saw
/// the same labels as symbols.
/// </summary>
internal sealed record GaussianLabels(IMutualInformationEstimator Estimator) : IMutualInformationEstimator
{
    public Estimand Estimand => Estimator.Estimand;

    public MutualInformationEstimate Estimate(Symbols x, Symbols y, EstimationOptions? options = null) =>
        Estimator.Estimate(x, y, options);

    MutualInformationEstimate IMutualInformationEstimator.Estimate<T>(Samples<T> x, Symbols y, EstimationOptions? options) =>
        Estimator.Estimate(x, y, options);

    MutualInformationEstimate IMutualInformationEstimator.Estimate<T>(Samples<T> x, Samples<T> y, EstimationOptions? options) =>
        Estimator.Estimate(x, y, options);

    public override string ToString() => $"{Estimator}, Gaussian labels";
}
