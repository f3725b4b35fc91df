using MutualInfo.Discrete;
using static MutualInfo.Tests.Verdicts.VerdictCases;

namespace MutualInfo.Tests.Verdicts;

/// <summary>What cells of a histogram say: seen once, few samples each, and the bias of first order.</summary>
public class CountingVerdictTests
{
    // One large cell keeps the entropy low, so that singletons stand alone.
    [Fact]
    public void Verdict_HalfOfTheSamplesAlone_IsNotYetMostlySingletons()
    {
        Assert.False(OnDiagonal(20, 20).Has(VerdictReason.MostlySingletons));
        Verdict verdict = OnDiagonal(19, 21);
        VerdictFinding finding = verdict.Found(VerdictReason.MostlySingletons, VerdictSubject.Joint);
        Assert.Equal(21.0 / 40, finding.Figure);
        Assert.Equal(0.5, finding.Threshold);
        Assert.Equal(VerdictGravity.SaysNothing, finding.Gravity);
        Assert.False(verdict.Has(VerdictReason.Saturated));
    }

    [Fact]
    public void Verdict_DistinctInput_LooksAtTheSingletonsOfTheOther()
    {
        Symbols few = Of([20, .. Enumerable.Repeat(1, 20)]);
        Symbols many = Of([19, .. Enumerable.Repeat(1, 21)]);
        Assert.False(Estimators.ExactDiscrete().Estimate(Symbols.Distinct(40), few).Verdict.Has(VerdictReason.MostlySingletons));
        Verdict verdict = Estimators.ExactDiscrete().Estimate(Symbols.Distinct(40), many).Verdict;
        Assert.Equal(21.0 / 40, verdict.Found(VerdictReason.MostlySingletons, VerdictSubject.Y).Figure);
        Assert.NotNull(Estimators.ExactDiscrete().Estimate(many, Symbols.Distinct(40)).Verdict.Find(VerdictReason.MostlySingletons, VerdictSubject.X));
    }

    [Fact]
    public void Verdict_CorrectedEntropyOfSingletons_IsACaution()
    {
        Symbols many = Of([19, .. Enumerable.Repeat(1, 21)]);
        Verdict verdict = (Estimators.ExactDiscrete() with { Entropy = new MillerMadow() }).Estimate(many, Of(20, 20)).Verdict;
        Assert.Equal(VerdictGravity.Caution, verdict.Findings.Single(finding => finding.Reason == VerdictReason.MostlySingletons).Gravity);
    }

    [Fact]
    public void Verdict_TenSamplesForEachCell_AreEnough()
    {
        Assert.False(OnDiagonal([.. Enumerable.Repeat(10, 10)]).Has(VerdictReason.FewSamplesPerCell));
        VerdictFinding finding = OnDiagonal([.. Enumerable.Repeat(10, 9), 5, 5]).Found(VerdictReason.FewSamplesPerCell, VerdictSubject.Joint);
        Assert.Equal(100.0 / 11, finding.Figure, 1e-12);
        Assert.Equal(10, finding.Threshold);
        Assert.Equal(VerdictGravity.Caution, finding.Gravity);
    }

    // With n as the only cell count that every input has, H(T) is judged by T's own cells.
    [Fact]
    public void Verdict_DistinctInput_CountsTheCellsOfTheOther()
    {
        Assert.Empty(Estimators.ExactDiscrete().Estimate(Symbols.Distinct(100), Of([.. Enumerable.Repeat(10, 10)])).Verdict.Findings);
        Verdict verdict = Estimators.ExactDiscrete().Estimate(Symbols.Distinct(100), Of([.. Enumerable.Repeat(10, 9), 5, 5])).Verdict;
        Assert.Equal(100.0 / 11, verdict.Found(VerdictReason.FewSamplesPerCell, VerdictSubject.Y).Figure, 1e-12);
    }

    // BSC with p = 0.3 in whole counts: the bias of first order is (4 − 2 − 2 + 1)/2n, the value ln 2 − h(0.3) whatever n.
    [Theory]
    [InlineData(1, true), InlineData(3, true), InlineData(4, false), InlineData(100, false)]
    public void Verdict_FirstOrderBias_IsComparedWithTheValue(int times, bool fires)
    {
        int n = 20 * times;
        double value = Math.Log(2) + 0.3 * Math.Log(0.3) + 0.7 * Math.Log(0.7);
        Verdict verdict = OnTable(new[,] { { 7 * times, 3 * times }, { 3 * times, 7 * times } });
        Assert.Equal(fires, 1 / (2.0 * n) > 0.1 * value);
        Assert.Equal(fires, verdict.Has(VerdictReason.FirstOrderBias));
        if (fires)
            Assert.Equal(1 / (2.0 * n) / value, verdict.Found(VerdictReason.FirstOrderBias, VerdictSubject.Value).Figure, 1e-12);
    }

    [Fact]
    public void Verdict_IndependentVariables_AreAllBias()
    {
        VerdictFinding finding = OnTable(new[,] { { 60, 60 }, { 60, 60 } }).Found(VerdictReason.FirstOrderBias, VerdictSubject.Value);
        Assert.True(finding.Figure > 1);
        Assert.Contains("all of the value", finding.Meaning, StringComparison.Ordinal);
    }

    [Fact]
    public void Verdict_CorrectedBias_IsNotReportedAgain()
    {
        (Symbols x, Symbols y) = Table(new[,] { { 7, 3 }, { 3, 7 } });
        Assert.False((Estimators.ExactDiscrete() with { Entropy = new MillerMadow() }).Estimate(x, y).Verdict.Has(VerdictReason.FirstOrderBias));
    }

    // x and y the same, so that the joint histogram is that of either.
    private static Verdict OnDiagonal(params int[] counts)
    {
        Symbols symbols = Of(counts);
        return Estimators.ExactDiscrete().Estimate(symbols, symbols).Verdict;
    }

    private static Verdict OnDiagonal(int large, int singles) => OnDiagonal([large, .. Enumerable.Repeat(1, singles)]);
}
