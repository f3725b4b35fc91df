using MutualInfo.Kernels;
using MutualInfo.Tests.Recording;
using static MutualInfo.Tests.Verdicts.VerdictCases;

namespace MutualInfo.Tests.Verdicts;

/// <summary>What is estimated is said, and differs from family to family.</summary>
public class EstimandTests
{
    private static readonly double[] _layer = [.. Enumerable.Range(0, 100).Select(i => Math.Sin(i))];

    [Fact]
    public void Estimand_EveryFamily_SaysItsOwn()
    {
        Assert.Equal(EstimandKind.Discrete, Estimators.ExactDiscrete().Estimand.Kind);
        Assert.Equal(EstimandKind.Binned, Estimators.Binning(30).Estimand.Kind);
        Assert.Contains("30 equal-width bins", Estimators.Binning(30).Estimand.ToString(), StringComparison.Ordinal);
        Assert.Equal(EstimandKind.WithNoise, Estimators.KernelDensity().Estimand.Kind);
        Assert.Contains("lower bounds", Estimators.KernelDensity(bound: KernelDensityBound.Lower).Estimand.ToString(), StringComparison.Ordinal);
        Assert.Equal("the matrix-based Rényi information of order 1.01, which is not Shannon's", Estimators.MatrixRenyi().Estimand.ToString());
        Assert.False(Estimators.MatrixRenyi().Estimand.IsShannon);
        Assert.True(Estimators.KernelDensity().Estimand.IsShannon);
        Assert.Equal(Estimand.Unstated, ((IMutualInformationEstimator)new UserWritten(Estimators.Binning())).Estimand);
        Assert.Equal(Estimators.Binning(30).Estimand, Estimators.Binning(30).Estimand);
    }

    [Fact]
    public void Verdict_DistinctInputAndContinuousLayer_SaysThatTheInformationIsInfinite()
    {
        foreach (IMutualInformationEstimator estimator in (IMutualInformationEstimator[])[Estimators.Binning(5), new KernelDensityEstimator(Unit), Estimators.MatrixRenyi()])
        {
            string forward = estimator.Estimate(Symbols.Distinct(100), Samples.FromScalars(_layer)).Verdict.Estimand.Remark!;
            Assert.Equal("as every x is distinct, it is H(Y) at this resolution; if y is continuous and determined by x, I(X;Y) itself is infinite", forward);
            string backward = estimator.Estimate(Samples.FromScalars(_layer), Symbols.Distinct(100)).Verdict.Estimand.Remark!;
            Assert.StartsWith("as every y is distinct, it is H(X)", backward, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Verdict_DiscreteLayer_IsNotCalledInfinite()
    {
        Assert.Equal("as every x is distinct, it is H(Y)", Estimators.ExactDiscrete().Estimate(Symbols.Distinct(40), Of(20, 20)).Verdict.Estimand.Remark);
        Assert.Null(Estimators.ExactDiscrete().Estimate(Of(20, 20), Of(20, 20)).Verdict.Estimand.Remark);
        Assert.Null(Estimators.Binning(5).Estimate(Samples.FromScalars(_layer), Of(50, 50)).Verdict.Estimand.Remark);
    }

    // Bins touch numbers alone.
    [Fact]
    public void Verdict_SymbolsUnderBins_AreCountedAsTheyAre() =>
        Assert.Equal(Estimand.Discrete, Estimators.Binning(5).Estimate(Of(20, 20), Of(20, 20)).Verdict.Estimand);

    [Fact]
    public void Make_BlankWords_AreRefused()
    {
        Assert.Throws<ArgumentNullException>("bins", () => Estimand.Binned(null!));
        Assert.Throws<ArgumentException>("noise", () => Estimand.WithNoise(" "));
        Assert.Throws<ArgumentException>("model", () => Estimand.UnderModel(""));
        Assert.Equal("the Shannon information of the variables if they are jointly Gaussian", Estimand.UnderModel("jointly Gaussian").ToString());
    }
}
