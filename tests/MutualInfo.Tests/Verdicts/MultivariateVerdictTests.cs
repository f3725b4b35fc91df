using MutualInfo.Discrete;
using MutualInfo.Kernels;
using MutualInfo.Multivariate;
using static MutualInfo.Tests.Verdicts.VerdictCases;

namespace MutualInfo.Tests.Verdicts;

/// <summary>What the joint of several variables says about an estimate.</summary>
public class MultivariateVerdictTests
{
    // Two fair labels and their sum modulo 2: four joint symbols, each so often.
    [Theory]
    [InlineData(1, VerdictReason.Saturated, 1)]
    [InlineData(2, VerdictReason.FewSamplesPerCell, 2)]
    [InlineData(9, VerdictReason.FewSamplesPerCell, 9)]
    public void Verdict_FewSamplesOfEachJointSymbol_IsJudgedByThem(int times, VerdictReason reason, double figure)
    {
        Verdict verdict = Gate(times).ConditionalMutualInformation("a", "b", "xor").Verdict;
        VerdictFinding finding = verdict.Found(reason, VerdictSubject.Joint);
        Assert.Equal(figure, finding.Figure, 1e-12);
        Assert.Equal(reason == VerdictReason.Saturated, verdict.SaysNothing);
        Assert.Contains("a, b and xor", finding.Meaning, StringComparison.Ordinal);
        Assert.Equal(Estimand.Discrete, verdict.Estimand);
    }

    [Fact]
    public void Verdict_TenSamplesOfEachJointSymbol_FindsNothing()
    {
        Assert.Empty(Gate(10).ConditionalMutualInformation("a", "b", "xor").Verdict.Findings);
        Assert.Empty(Gate(10).InteractionInformation().Verdict.Findings);
    }

    // One symbol of forty samples, and 41 of one: six samples share an effective symbol, and most are alone.
    [Fact]
    public void Verdict_MostSamplesAlone_SaysNothing()
    {
        Symbols one = Of([40, .. Enumerable.Repeat(1, 41)]);
        JointVariables set = Estimators.ExactDiscrete().Observe().Add("a", one).Add("b", one);
        VerdictFinding finding = set.TotalCorrelation().Verdict.Found(VerdictReason.MostlySingletons, VerdictSubject.Joint);
        Assert.Equal(41.0 / 81, finding.Figure, 1e-12);
        Assert.Equal(VerdictGravity.SaysNothing, finding.Gravity);
        JointVariables corrected = (Estimators.ExactDiscrete() with { Entropy = new MillerMadow() }).Observe().Add("a", one).Add("b", one);
        Assert.Equal(VerdictGravity.Caution, corrected.TotalCorrelation().Verdict.Found(VerdictReason.MostlySingletons, VerdictSubject.Joint).Gravity);
    }

    // Clusters of ten and labels that part nothing: ten samples within the reach of each kernel of the joint.
    [Fact]
    public void Verdict_KernelsWithFewSamplesInReach_IsACaution()
    {
        double[] layer = Clusters(10, 10, 10, 10);
        JointVariables density = new KernelDensityEstimator(Unit).Observe().Add("t", Samples.FromScalars(layer)).Add("y", Of(20, 20));
        Assert.Equal(10, density.TotalCorrelation().Verdict.Found(VerdictReason.FewSamplesPerCell, VerdictSubject.Joint).Figure, 1e-11);
        JointVariables renyi = Estimators.MatrixRenyi(2, Unit).Observe().Add("t", Samples.FromScalars(layer)).Add("y", Of(20, 20));
        Verdict verdict = renyi.TotalCorrelation().Verdict;
        Assert.Equal(4, verdict.Found(VerdictReason.EffectiveRank, VerdictSubject.Joint).Figure, 1e-11);
        Assert.False(verdict.Estimand.IsShannon);
    }

    // What is distinct by declaration is no sign of too few samples.
    [Fact]
    public void Verdict_DistinctByDeclaration_IsNotSaturated()
    {
        JointVariables set = Estimators.ExactDiscrete().Observe().Add("input", Symbols.Distinct(40)).Add("t", Of(20, 20)).Add("y", Of(10, 30));
        Assert.Empty(set.ConditionalMutualInformation("input", "t", "y").Verdict.Findings);
    }

    [Fact]
    public void Verdict_ValuesOutsideTheRangeAndNegativeValue_AreCautions()
    {
        double[] numbers = [.. Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? 0.5 : 3.0)];
        JointVariables binned = Estimators.Binning(2, -1, 1).Observe().Add("t", Samples.FromScalars(numbers)).Add("y", Of(20, 20));
        VerdictFinding outside = binned.TotalCorrelation().Verdict.Found(VerdictReason.OutsideRange, VerdictSubject.Joint);
        Assert.Equal(20, outside.Figure);
        Assert.StartsWith("20 values of t lie outside", outside.Meaning, StringComparison.Ordinal);
        Assert.Equal(EstimandKind.Binned, binned.TotalCorrelation().Verdict.Estimand.Kind);

        // Independent by construction: Miller and Madow take off more than there is.
        JointVariables corrected = (Estimators.ExactDiscrete() with { Entropy = new MillerMadow() }).Observe()
            .Add("a", Of(40, 40)).Add("b", Symbols.FromLabels([.. Enumerable.Range(0, 80).Select(i => i % 2)])).Add("c", Of(80));
        VerdictFinding negative = corrected.ConditionalMutualInformation("a", "b", "c").Verdict.Found(VerdictReason.Negative, VerdictSubject.Value);
        Assert.Equal(-1.0 / 160, negative.Figure, 1e-12);
        Assert.Null(corrected.InteractionInformation().Verdict.Find(VerdictReason.Negative, VerdictSubject.Value));
    }

    private static JointVariables Gate(int times)
    {
        int[] a = [.. Enumerable.Range(0, 4 * times).Select(i => i / 2 % 2)];
        int[] b = [.. Enumerable.Range(0, 4 * times).Select(i => i % 2)];
        return Estimators.ExactDiscrete().Observe()
            .Add("a", Symbols.FromLabels(a)).Add("b", Symbols.FromLabels(b)).Add("xor", Symbols.FromLabels([.. a.Zip(b, (left, right) => left ^ right)]));
    }
}
