using static MutualInfo.Tests.Verdicts.VerdictCases;

namespace MutualInfo.Tests.Verdicts;

/// <summary>Estimators of continuous variables: ties, labels that are alone, and values that only a model gives.</summary>
public class ContinuousVerdictTests
{
    private static readonly double[] _sine = [.. Enumerable.Range(0, 100).Select(i => Math.Sin(i))];
    private static readonly double[] _other = [.. Enumerable.Range(0, 100).Select(i => Math.Sin(3.1 * i) + 0.5 * Math.Sin(i))];

    // The search itself is tested beside the estimators; this is the threshold.
    [Theory]
    [InlineData(0.0, false), InlineData(0.1, false), InlineData(0.101, true)]
    public void Verdict_SamplesThatTie_AreSaidFromATenthOn(double share, bool fires)
    {
        MutualInformationEstimate estimate = Estimators.Kraskov().Estimate(Samples.FromScalars(_sine), Samples.FromScalars(_other));
        Assert.Equal(0.0, estimate.Diagnostics.TiedShare);
        Verdict verdict = (estimate with { Diagnostics = estimate.Diagnostics with { TiedShare = share } }).Verdict;
        Assert.Equal(fires, verdict.Has(VerdictReason.Ties));
        if (fires)
            Assert.Equal((share, 0.1), (verdict.Found(VerdictReason.Ties, VerdictSubject.Joint).Figure, verdict.Found(VerdictReason.Ties, VerdictSubject.Joint).Threshold));
    }

    [Theory]
    [InlineData(0, null), InlineData(10, VerdictGravity.Note), InlineData(11, VerdictGravity.Caution), InlineData(51, VerdictGravity.SaysNothing)]
    public void Verdict_LabelsThatAreAlone_AreSaid(int alone, VerdictGravity? gravity)
    {
        int[] labels = [.. Enumerable.Range(0, 100).Select(i => i < alone ? 1000 + i : 0)];
        foreach (bool isSwapped in (bool[])[false, true])
        {
            Verdict verdict = isSwapped
                ? Estimators.Ross(3).Estimate(Symbols.FromLabels(labels), Samples.FromScalars(_sine)).Verdict
                : Estimators.Ross(3).Estimate(Samples.FromScalars(_sine), Symbols.FromLabels(labels)).Verdict;
            VerdictFinding? finding = verdict.Find(VerdictReason.MostlySingletons, isSwapped ? VerdictSubject.X : VerdictSubject.Y);
            Assert.Equal(gravity, finding?.Gravity);
            Assert.Equal(alone / 100.0, finding?.Figure ?? 0, 1e-12);
        }
    }

    [Fact]
    public void Ceiling_OfContinuousVariables_IsWhatIsMeasured()
    {
        Assert.Equal(Math.Log(100), Estimators.Kraskov(3).Estimate(Samples.FromScalars(_sine), Samples.FromScalars(_other)).Verdict.Ceiling!.Value.Nats, 1e-12);
        Assert.Equal(Math.Log(2), Estimators.Ross(3).Estimate(Samples.FromScalars(_sine), Of(50, 50)).Verdict.Ceiling!.Value.Nats, 1e-12);
        Verdict model = Estimators.Gaussian().Estimate(Samples.FromScalars(_sine), Samples.FromScalars(_other)).Verdict;
        Assert.Null(model.Ceiling);
        Assert.Null(model.CeilingShare);
        Assert.Equal(EstimandKind.UnderModel, model.Estimand.Kind);
    }

    [Fact]
    public void Verdict_LinearFunction_IsInfinite()
    {
        double[] linear = [.. _sine.Select(value => 2 * value + 1)];
        Verdict verdict = Estimators.Gaussian().Estimate(Samples.FromScalars(_sine), Samples.FromScalars(linear)).Verdict;
        Assert.Equal(VerdictGravity.Caution, verdict.Found(VerdictReason.Infinite, VerdictSubject.Value).Gravity);
        Assert.False(Estimators.Gaussian().Estimate(Samples.FromScalars(_sine), Samples.FromScalars(_other)).Verdict.Has(VerdictReason.Infinite));
    }
}
