using MutualInfo.Discrete;
using MutualInfo.Kernels;
using static MutualInfo.Tests.Verdicts.VerdictCases;

namespace MutualInfo.Tests.Verdicts;

/// <summary>Fewer than two samples for each effective symbol, n·e^(−H): saturated.</summary>
public class SaturationVerdictTests
{
    private static readonly int[] _pairs = [.. Enumerable.Repeat(2, 20)];
    private static readonly int[] _onePairSplit = [.. Enumerable.Repeat(2, 19), 1, 1];

    // y is determined by x, so that the pair is told apart no better than x alone.
    private static readonly Symbols _halves = Of(20, 20);

    // 19 pairs and 2 singles of 40: H = (38/40)·ln 20 + (2/40)·ln 40.
    private static readonly double _split = 40 * Math.Exp(-(0.95 * Math.Log(20) + 0.05 * Math.Log(40)));

    [Fact]
    public void Verdict_AllSymbolsTwice_IsNotSaturated()
    {
        Verdict verdict = Estimators.ExactDiscrete().Estimate(Of(_pairs), _halves).Verdict;
        Assert.False(verdict.Has(VerdictReason.Saturated));
    }

    [Fact]
    public void Verdict_OnePairSplit_IsSaturatedByTheFigureOfHand()
    {
        Verdict verdict = Estimators.ExactDiscrete().Estimate(Of(_onePairSplit), _halves).Verdict;
        VerdictFinding finding = verdict.Found(VerdictReason.Saturated, VerdictSubject.X);
        Assert.Equal(_split, finding.Figure, 1e-12);
        Assert.Equal(2, finding.Threshold);
        Assert.Equal(VerdictGravity.SaysNothing, finding.Gravity);
        Assert.True(verdict.SaysNothing);
        Assert.Null(verdict.Find(VerdictReason.Saturated, VerdictSubject.Y));
        Assert.Null(verdict.Find(VerdictReason.Saturated, VerdictSubject.Joint));
    }

    [Fact]
    public void Verdict_EveryPairOnce_IsSaturatedInThePairAlone()
    {
        int[,] once = Full(1);
        VerdictFinding finding = OnTable(once).Found(VerdictReason.Saturated, VerdictSubject.Joint);
        Assert.Equal(1, finding.Figure, 1e-12);
        Assert.Equal(1, OnTable(once).Findings.Count(other => other.Reason == VerdictReason.Saturated));
        Assert.False(OnTable(Full(2)).Has(VerdictReason.Saturated));
    }

    [Fact]
    public void Verdict_DistinctByDeclaration_IsNotSaturated()
    {
        Symbols y = Of(25, 25, 25, 25);
        Symbols labels = Symbols.FromLabels([.. Enumerable.Range(0, 100)]);
        Assert.Empty(Estimators.ExactDiscrete().Estimate(Symbols.Distinct(100), y).Verdict.Findings);
        Assert.Empty(Estimators.ExactDiscrete().Estimate(y, Symbols.Distinct(100)).Verdict.Findings);
        Assert.NotNull(Estimators.ExactDiscrete().Estimate(labels, y).Verdict.Find(VerdictReason.Saturated, VerdictSubject.X));
        Assert.Empty(new KernelDensityEstimator(Unit).Estimate(Symbols.Distinct(100), y).Verdict.Findings);
    }

    // With declared inputs only T matters, and a T that tells every sample apart is no better for it.
    [Fact]
    public void Verdict_DistinctInputAndSaturatedLayer_BlamesTheLayer()
    {
        double[] layer = [.. Enumerable.Range(0, 50).Select(i => Math.Sin(i))];
        Verdict verdict = Estimators.ExactDiscrete().Estimate(Symbols.Distinct(50), Samples.FromScalars(layer)).Verdict;
        Assert.Equal(VerdictSubject.Y, verdict.Findings.Single(finding => finding.Reason == VerdictReason.Saturated).Subject);
    }

    [Fact]
    public void Verdict_JoinWithADeclaredVariable_IsDeclared()
    {
        Symbols declared = Symbols.Join(Symbols.Distinct(30), Of(15, 15));
        Symbols turnedOut = Symbols.Join(Symbols.FromLabels([.. Enumerable.Range(0, 30)]), Of(15, 15));
        Assert.False(Estimators.ExactDiscrete().Estimate(declared, Of(15, 15)).Verdict.Has(VerdictReason.Saturated));
        Assert.True(Estimators.ExactDiscrete().Estimate(turnedOut, Of(15, 15)).Verdict.Has(VerdictReason.Saturated));
    }

    // A corrected entropy may be above ln n and right; that no two samples are alike, no correction mends.
    [Fact]
    public void Verdict_CorrectedEntropy_IsSaturatedOnlyWhereAllDiffer()
    {
        DiscreteEstimator corrected = Estimators.ExactDiscrete() with { Entropy = new MillerMadow() };
        Assert.False(corrected.Estimate(Of(_onePairSplit), _halves).Verdict.Has(VerdictReason.Saturated));
        Assert.True(corrected.Estimate(Of([.. Enumerable.Repeat(1, 40)]), _halves).Verdict.Has(VerdictReason.Saturated));
    }

    [Theory]
    [InlineData("KDE"), InlineData("1.01"), InlineData("1"), InlineData("2"), InlineData("3")]
    public void Verdict_KernelsOfClusters_SaturateWhereSymbolsDo(string kind)
    {
        IMutualInformationEstimator estimator = kind == "KDE"
            ? new KernelDensityEstimator(Unit)
            : Estimators.MatrixRenyi(double.Parse(kind, System.Globalization.CultureInfo.InvariantCulture), Unit);
        Assert.False(estimator.Estimate(Samples.FromScalars(Clusters(_pairs)), _halves).Verdict.Has(VerdictReason.Saturated));
        Verdict split = estimator.Estimate(Samples.FromScalars(Clusters(_onePairSplit)), _halves).Verdict;
        Assert.InRange(split.Found(VerdictReason.Saturated, VerdictSubject.X).Figure, 1, 2 - 1e-6);
    }

    private static int[,] Full(int times)
    {
        int[,] counts = new int[8, 8];
        for (int i = 0; i < counts.Length; i++)
            counts[i / 8, i % 8] = times;
        return counts;
    }
}
