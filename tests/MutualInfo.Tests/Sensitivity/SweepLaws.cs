using MutualInfo.Kernels;
using MutualInfo.Sensitivity;
using MutualInfo.Tests.Laws;

namespace MutualInfo.Tests.Sensitivity;

/// <summary>A sweep gives what its estimators give one by one.</summary>
public partial class SweepLaws
{
    // Both the sweep and the estimator by itself may be off by 2¹¹ roundings in an exponent, and by the roundings of coordinates divided by
    // their bandwidths: 4·10⁻¹⁵ times the greatest of those, for the data of these laws at most a few hundred.
    private const double Widened = 2e-12;

    private static readonly double[] _orders = [0.5, 0.9, 1, 1.01, 2, 3, 4, 5, double.PositiveInfinity];

    [BackendTheory, InlineData(FeatureScaling.None), InlineData(FeatureScaling.ZScore)]
    public void OfOrder_AnyData_IsBitwiseEqualToEachAlone(FeatureScaling scaling) => Law.ForAll(DataSets.For, whole =>
        Compare(Sweep.OfOrder(Estimators.MatrixRenyi() with { Scaling = scaling }, _orders), whole.Shortened(Math.Min(30, TestBackend.MostInSpectra))));

    [BackendTheory, InlineData(KernelDensityBound.Upper, FeatureScaling.None), InlineData(KernelDensityBound.Lower, FeatureScaling.None), InlineData(KernelDensityBound.Upper, FeatureScaling.ZScore)]
    public void OfBandwidth_OrdinaryData_IsNearToEachAlone(KernelDensityBound bound, FeatureScaling scaling) => Law.ForAll(
        DataSets.For,
        whole =>
        {
            Observations data = whole.Shortened(60);
            if (data.Count < 2 || !data.All(variable => !variable.IsLayer || Reach(variable) < 50))
                return;
            KernelDensityEstimator estimator = Estimators.KernelDensity(bound: bound) with { Scaling = scaling };
            Compare(Sweep.OfBandwidth(estimator, 1, 0.3, 0.77, 5, 3), data, Widened);
        });

    // Rules of the samples' own scale, each variable with its σ.
    [BackendTheory, InlineData("Silverman"), InlineData("median"), InlineData("activity"), InlineData("Scott"), InlineData("Tapia")]
    public void OfBandwidthFactor_OrdinaryData_IsNearToEachAlone(string rule) => Law.ForAll(
        DataSets.LayersAndLayers,
        whole =>
        {
            Observations data = whole.Shortened(60);
            IBandwidthRule bandwidth = Rule(rule);
            if (data.Count < 2 || !data.All(layer => Reach(layer) < 50 && (layer.IsConstant || bandwidth.SigmaFor(layer.Samples) > 0)))
                return;
            Compare(Sweep.OfBandwidthFactor(new KernelDensityEstimator(bandwidth), 0.5, 1, 1.7, 4), data, Widened);
        });

    // Two bandwidths that do not grow alike have joints of their own.
    [BackendFact]
    public void Of_RulesThatDoNotGrowAlike_IsNearToEachAlone()
    {
        Observations data = DataSets.Related(3, 70, 2) with { Y = DataSets.Related(4, 70, 5).X };
        IBandwidthRule[] rules = [new FixedBandwidth(0.7), new ScottBandwidth(), new SilvermanBandwidth(0.4)];
        Compare(Sweep.Of("rule", number => new KernelDensityEstimator(rules[(int)number]), 0, 1, 2), data, Widened);
    }

    private static void Compare(Sweep sweep, Observations data, double? tolerance = null)
    {
        SensitivityCurve curve = (data.X.IsLayer, data.Y.IsLayer) switch
        {
            (true, true) => sweep.Estimate(data.X.Samples, data.Y.Samples, TestBackend.Options),
            (true, false) => sweep.Estimate(data.X.Samples, data.Y.Symbols, TestBackend.Options),
            (false, true) => sweep.Estimate(data.X.Symbols, data.Y.Samples, TestBackend.Options),
            (false, false) => sweep.Estimate(data.X.Symbols, data.Y.Symbols, TestBackend.Options),
        };
        for (int i = 0; i < curve.Points.Count; i++)
        {
            MutualInformationEstimate expected = sweep.Estimators[i].Estimate(data);
            MutualInformationEstimate actual = curve.Points[i].Estimate;
            if (tolerance is { } bound)
                Law.IsNear(expected, actual, bound);
            else
                Law.IsBitwiseEqual(expected, actual);
            Assert.Equal(expected.Estimator, actual.Estimator);
            Assert.Equal(expected.Verdict.ToString(), actual.Verdict.ToString());
            Assert.Equal(
                (expected.Diagnostics with { Elapsed = default }).ToString(), (actual.Diagnostics with { Elapsed = default }).ToString());
        }
    }

    private static double Reach(Variable layer)
    {
        double reach = 0;
        foreach (double value in layer.Values)
            reach = Math.Max(reach, Math.Abs(value));
        return reach;
    }

    private static IBandwidthRule Rule(string name) => name switch
    {
        "Silverman" => new SilvermanBandwidth(),
        "median" => new MedianBandwidth(0.3),
        "activity" => new MaxActivityBandwidth(),
        "Scott" => new ScottBandwidth(),
        _ => new TapiaEstevezBandwidth(),
    };
}
