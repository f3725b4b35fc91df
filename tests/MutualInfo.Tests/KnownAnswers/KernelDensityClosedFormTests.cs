using MutualInfo.Kernels;

namespace MutualInfo.Tests.KnownAnswers;

/// <summary>Kolchinsky and Tracey's bounds where they can be written down.</summary>
public class KernelDensityClosedFormTests
{
    // The bound; a handful of roundings lie between the formula and the estimate.
    private const double Rounding = 1e-9;

    [BackendTheory]
    [InlineData(0.5, 0.1172077607, 0.0307617982)]
    [InlineData(2, 0.3798854930, 0.1172077607)]
    [InlineData(8, 0.6749972526, 0.3798854930)]
    public void Entropy_TwoSamples_IsLnTwoMinusLnOnePlusKappa(double squaredDistance, double upper, double lower)
    {
        double[] values = [0, Math.Sqrt(squaredDistance)];

        Assert.Equal(Math.Log(2) - Math.Log(1 + Math.Exp(-squaredDistance / 2)), Entropy(values, KernelDensityBound.Upper), Rounding);
        Assert.Equal(upper, Entropy(values, KernelDensityBound.Upper), Rounding);
        Assert.Equal(lower, Entropy(values, KernelDensityBound.Lower), Rounding);
    }

    [BackendTheory]
    [InlineData(KernelDensityBound.Upper)]
    [InlineData(KernelDensityBound.Lower)]
    public void Entropy_AllSamplesEqual_IsExactlyZero(KernelDensityBound bound) =>
        Assert.Equal(0.0, Entropy([.. Enumerable.Repeat(0.3, 77)], bound));

    [BackendTheory]
    [InlineData(KernelDensityBound.Upper)]
    [InlineData(KernelDensityBound.Lower)]
    public void Entropy_AllSamplesFar_IsLnN(KernelDensityBound bound) =>
        Assert.Equal(Math.Log(77), Entropy([.. Enumerable.Range(0, 77).Select(i => 1e3 * i)], bound), Rounding);

    [BackendFact]
    public void Entropy_LowerBound_IsTheUpperOneAtHalfTheDistance()
    {
        double[] values = Seeded.Normal(new Random(31), 50);

        Assert.Equal(Entropy(Array.ConvertAll(values, value => value / 2), KernelDensityBound.Upper), Entropy(values, KernelDensityBound.Lower), Rounding);
    }

    private static double Entropy(double[] values, KernelDensityBound bound) =>
        Estimators.KernelDensity(1, bound).Estimate(Samples.FromScalars<double>(values), Symbols.Distinct(values.Length), TestBackend.Options).EntropyX.Nats;
}
