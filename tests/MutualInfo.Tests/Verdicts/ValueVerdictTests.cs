using MutualInfo.Discrete;
using MutualInfo.Kernels;
using static MutualInfo.Tests.Verdicts.VerdictCases;

namespace MutualInfo.Tests.Verdicts;

/// <summary>Variables that are constant, the same, or outside a range; values below 0, at the ceiling and beyond.</summary>
public class ValueVerdictTests
{
    [Theory]
    [InlineData("exact"), InlineData("Miller-Madow"), InlineData("KDE"), InlineData("Rényi")]
    public void Verdict_ConstantVariable_IsSaid(string kind)
    {
        IMutualInformationEstimator estimator = kind switch
        {
            "exact" => Estimators.ExactDiscrete(),
            "Miller-Madow" => Estimators.ExactDiscrete() with { Entropy = new MillerMadow() },
            "KDE" => new KernelDensityEstimator(Unit),
            _ => Estimators.MatrixRenyi(1.01, Unit),
        };
        double[] constant = [.. Enumerable.Repeat(0.5, 40)];
        Verdict verdict = estimator.Estimate(Samples.FromScalars(constant), Of(20, 20)).Verdict;
        Assert.Equal(VerdictGravity.Caution, verdict.Found(VerdictReason.Constant, VerdictSubject.X).Gravity);
        Assert.Single(verdict.Findings);
        constant[7] = 1e6;
        Assert.False(estimator.Estimate(Samples.FromScalars(constant), Of(20, 20)).Verdict.Has(VerdictReason.Constant));
    }

    [Fact]
    public void Verdict_ValuesOutsideTheRange_AreCounted()
    {
        double[] values = [.. Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? -0.5 : 0.5)];
        DiscreteEstimator bins = Estimators.Binning(2, -1, 1);
        Assert.False(bins.Estimate(Samples.FromScalars(values), Of(20, 20)).Verdict.Has(VerdictReason.OutsideRange));
        values[3] = 1.5;
        Verdict verdict = bins.Estimate(Samples.FromScalars(values), Of(20, 20)).Verdict;
        Assert.Equal(1, verdict.Found(VerdictReason.OutsideRange, VerdictSubject.X).Figure);
    }

    [Fact]
    public void Verdict_OneVariableTwice_IsSaid()
    {
        Symbols x = Of(20, 20), renamed = Symbols.FromLabels([.. x.Codes.ToArray().Select(code => 7 - code)]);
        Assert.Equal(VerdictGravity.Note, Estimators.ExactDiscrete().Estimate(x, renamed).Verdict.Found(VerdictReason.SameVariable, VerdictSubject.Joint).Gravity);
        Assert.False(Estimators.ExactDiscrete().Estimate(x, Of(21, 19)).Verdict.Has(VerdictReason.SameVariable));

        double[] numbers = [.. Enumerable.Range(0, 200).Select(i => Math.Sin(i))];
        KernelDensityEstimator density = new(Unit);
        Assert.Equal(
            VerdictGravity.Caution,
            density.Estimate(Samples.FromScalars(numbers), Samples.FromScalars(numbers)).Verdict.Found(VerdictReason.SameVariable, VerdictSubject.Joint).Gravity);
        foreach (IMutualInformationEstimator estimator in (IMutualInformationEstimator[])[density, Estimators.MatrixRenyi(2)])
        {
            MutualInformationEstimate ofSymbols = estimator.Estimate(x, renamed);
            Assert.Equal(ofSymbols.EntropyX.Nats, ofSymbols.Value.Nats, 1e-12);
            Assert.Equal(VerdictGravity.Note, ofSymbols.Verdict.Found(VerdictReason.SameVariable, VerdictSubject.Joint).Gravity);
        }

        double[] reversed = [.. numbers.Reverse()];
        Assert.False(density.Estimate(Samples.FromScalars(numbers), Samples.FromScalars(reversed)).Verdict.Has(VerdictReason.SameVariable));
    }

    // At order 2 the information of these labels is exactly ln(24/25) nats.
    [Fact]
    public void Verdict_NegativeRenyi_IsExplained()
    {
        Verdict verdict = Estimators.MatrixRenyi(2).Estimate(Symbols.FromLabels([1, 1, 0, 1]), Symbols.FromLabels([1, 1, 1, 0])).Verdict;
        VerdictFinding finding = verdict.Found(VerdictReason.Negative, VerdictSubject.Value);
        Assert.Equal(Math.Log(24.0 / 25), finding.Figure, 1e-12);
        Assert.Contains("not Shannon's", finding.Meaning, StringComparison.Ordinal);
    }

    [Fact]
    public void Verdict_RoundingBelowZero_IsNotNegative()
    {
        MutualInformationEstimate estimate = Estimators.ExactDiscrete().Estimate(Of(20, 20), Of(10, 30));
        Assert.False((estimate with { Value = Information.FromNats(-1e-15) }).Verdict.Has(VerdictReason.Negative));
        Assert.True((estimate with { Value = Information.FromNats(-1e-6) }).Verdict.Has(VerdictReason.Negative));
    }

    [Fact]
    public void Verdict_ValueAtItsCeiling_IsANote()
    {
        // y is the parity of x; one sample that breaks it takes the value off the ceiling.
        int[] x = [.. Enumerable.Range(0, 400).Select(i => i % 4)];
        int[] y = [.. x.Select(code => code % 2)];
        Verdict verdict = Estimators.ExactDiscrete().Estimate(Symbols.FromLabels(x), Symbols.FromLabels(y)).Verdict;
        VerdictFinding finding = Assert.Single(verdict.Findings);
        Assert.Equal(VerdictReason.AtCeiling, finding.Reason);
        Assert.Equal("the value is all of H(Y): in these samples x determines y", finding.Meaning);
        Assert.Equal(Math.Log(2), verdict.Ceiling!.Value.Nats, 1e-12);
        Assert.Equal(1, verdict.CeilingShare!.Value, 1e-12);
        y[0] = 1;
        verdict = Estimators.ExactDiscrete().Estimate(Symbols.FromLabels(x), Symbols.FromLabels(y)).Verdict;
        Assert.Empty(verdict.Findings);
        Assert.InRange(verdict.CeilingShare!.Value, 0.9, 0.999);
    }

    [Fact]
    public void Verdict_ValueAboveItsCeiling_IsACaution()
    {
        MutualInformationEstimate estimate = Estimators.MatrixRenyi(2).Estimate(Of(100, 100), Of(60, 140));
        Assert.False(estimate.Verdict.Has(VerdictReason.AboveCeiling));
        MutualInformationEstimate above = estimate with { Value = estimate.EntropyY + Information.FromNats(0.01) };
        Assert.Equal(estimate.EntropyY.Nats, above.Verdict.Found(VerdictReason.AboveCeiling, VerdictSubject.Value).Threshold);
    }

    [Fact]
    public void Ceiling_IsTheLeastOfThree()
    {
        Assert.Equal(Math.Log(3), Estimators.ExactDiscrete().Estimate(Symbols.Distinct(3), Symbols.Distinct(3)).Verdict.Ceiling!.Value.Nats, 1e-12);
        MutualInformationEstimate estimate = Estimators.ExactDiscrete().Estimate(Of(10, 30), Of(20, 20));
        Assert.Equal(estimate.EntropyX, estimate.Verdict.Ceiling);
    }
}
