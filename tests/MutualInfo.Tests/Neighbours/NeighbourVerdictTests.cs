namespace MutualInfo.Tests.Neighbours;

/// <summary>What the verdict says of nearest-neighbour estimates.</summary>
public class NeighbourVerdictTests
{
    [Fact]
    public void Verdict_SamplesWithoutTies_FindsNothingAndSaysWhatIsEstimated()
    {
        Random random = new(3);
        double[] x = Seeded.Normal(random, 200);
        double[] y = [.. x.Zip(Seeded.Normal(random, 200), (value, noise) => value + noise)];
        Verdict verdict = Estimators.Kraskov().Estimate(Samples.FromScalars<double>(x), Samples.FromScalars<double>(y)).Verdict;
        Assert.Empty(verdict.Findings);
        Assert.Equal(EstimandKind.Continuous, verdict.Estimand.Kind);
        Assert.Equal(Math.Log(200), verdict.Ceiling!.Value.Nats, 1e-15);
    }

    [Fact]
    public void Verdict_RoundedSamples_IsCautiousForTheirTies()
    {
        double[] x = [.. Seeded.Normal(new Random(3), 200).Select(value => Math.Round(2 * value))];
        foreach (MutualInformationEstimate estimate in (MutualInformationEstimate[])
            [
                Estimators.Kraskov().Estimate(Samples.FromScalars<double>(x), Samples.FromScalars<double>(x)),
                Estimators.Ross().Estimate(Samples.FromScalars<double>(x), Symbols.FromLabels([.. x.Select(Math.Sign)])),
            ])
        {
            VerdictFinding ties = Assert.Single(estimate.Verdict.Findings, finding => finding.Reason == VerdictReason.Ties);
            Assert.Equal(estimate.Diagnostics.TiedShare, ties.Figure);
            Assert.Equal(VerdictGravity.Caution, ties.Gravity);
            Assert.Contains("of the samples tie", estimate.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("NaN", estimate.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Verdict_OneLabel_IsConstant()
    {
        double[] x = Seeded.Normal(new Random(3), 50);
        Assert.True(Estimators.Ross().Estimate(Samples.FromScalars<double>(x), Symbols.FromLabels(new int[50])).Verdict.Has(VerdictReason.Constant));
    }
}
