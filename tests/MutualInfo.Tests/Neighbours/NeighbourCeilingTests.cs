using MutualInfo.Neighbours;
using MutualInfo.Tests.Laws;

namespace MutualInfo.Tests.Neighbours;

/// <summary>No value is above ln n, and one that the formula puts there says so.</summary>
public class NeighbourCeilingTests
{
    public static TheoryData<KraskovVariant> Variants => [KraskovVariant.First, KraskovVariant.Second];

    // ψ(n) − ψ(1) = 1 + 1/2 + … + 1/(n − 1): every sample's nearest other is the same in x, in y and in both.
    [Theory, InlineData(20), InlineData(500)]
    public void Estimate_VariableWithItselfAndOneNeighbour_IsBoundedByTheLogarithmOfTheCount(int n)
    {
        double[] x = Seeded.Normal(new Random(n), n);
        MutualInformationEstimate estimate = Estimators.Kraskov(1).Estimate(Samples.FromScalars<double>(x), Samples.FromScalars<double>(x));
        double harmonic = Enumerable.Range(1, n - 1).Sum(i => 1.0 / i);
        Law.SameBits("I(X;X)", Math.Log(n), estimate.Value.Nats);
        // 1e-13: the sum of this test rounds n times.
        Law.Near("what the formula gives", harmonic, estimate.Diagnostics.UnboundedValue!.Value.Nats, 1e-13);

        VerdictFinding saturated = Assert.Single(estimate.Verdict.Findings, finding => finding.Reason == VerdictReason.Saturated);
        Assert.Equal(VerdictGravity.SaysNothing, saturated.Gravity);
        // One neighbour fewer in a margin than noise would leave: e to the −1/k.
        Assert.Equal(Math.Exp(-1), saturated.Figure, 1e-12);
        Assert.Contains("which is bounded by", saturated.Meaning, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Variants))]
    public void Estimate_FunctionsTiesAndGrids_IsNeverAboveTheLogarithmOfTheCount(KraskovVariant variant)
    {
        foreach (int seed in Seeds.All)
        {
            Random random = new(seed);
            double[] normal = Seeded.Normal(random, 90);
            double[] grid = [.. Enumerable.Range(0, 90).Select(i => (double)i)];
            double[] rounded = [.. normal.Select(value => Math.Round(2 * value))];
            foreach (double[] x in (double[][])[normal, grid, rounded])
            {
                double[] nearly = [.. x.Zip(normal, (value, noise) => value + 1e-9 * noise)];
                foreach (double[] y in (double[][])[x, [.. x.Select(Math.Exp)], [.. x.Select(value => -2 * value)], nearly])
                {
                    foreach (int k in (int[])[1, 2, 5])
                    {
                        MutualInformationEstimate estimate =
                            (Estimators.Kraskov(k) with { Variant = variant }).Estimate(Samples.FromScalars<double>(x), Samples.FromScalars<double>(y));
                        Law.AtMost($"seed {seed}, {estimate.Estimator}", estimate.Value.Nats, Math.Log(90), 0);
                        // What is bounded is shown, and nothing else is bounded: with two neighbours nothing has to be.
                        Assert.Equal(k == 1 && estimate.Value.Nats == Math.Log(90), estimate.Diagnostics.UnboundedValue is not null);
                    }
                }
            }
        }
    }

    // A grid beside itself leaves open which of two neighbours is the nearer, so the second variant counts as the first does.
    [Fact]
    public void Estimate_GridWithItselfAndOneNeighbour_IsBoundedInBothVariants()
    {
        double[] grid = [.. Enumerable.Range(0, 100).Select(i => (double)i)];
        foreach (KraskovVariant variant in (KraskovVariant[])[KraskovVariant.First, KraskovVariant.Second])
        {
            MutualInformationEstimate estimate =
                (Estimators.Kraskov(1) with { Variant = variant }).Estimate(Samples.FromScalars<double>(grid), Samples.FromScalars<double>(grid));
            Law.SameBits("I(X;X)", Math.Log(100), estimate.Value.Nats);
            Assert.True(estimate.Diagnostics.UnboundedValue!.Value.Nats > Math.Log(100) + 0.5);
        }
    }

    [Fact]
    public void Estimate_LabelsThatFollowFromNumbers_IsNeverAboveTheLogarithmOfTheCount()
    {
        foreach (int seed in Seeds.All)
        {
            double[] x = Seeded.Normal(new Random(seed), 120);
            foreach (int size in (int[])[2, 3, 30])
            {
                int[] order = [.. Enumerable.Range(0, 120).OrderBy(i => x[i])];
                int[] labels = new int[120];
                for (int rank = 0; rank < 120; rank++)
                    labels[order[rank]] = rank / size;
                MutualInformationEstimate estimate = Estimators.Ross(1).Estimate(Samples.FromScalars<double>(x), Symbols.FromLabels(labels));
                Law.AtMost($"seed {seed}, labels of {size}", estimate.Value.Nats, Math.Log(120), 0);
                Assert.Null(estimate.Diagnostics.UnboundedValue);
            }
        }
    }

    [Fact]
    public void Verdict_NoiseFarBelowTheDistanceOfNeighbours_IsSaturated()
    {
        double[] x = Seeded.Normal(new Random(4), 400);
        double[] noise = Seeded.Normal(new Random(5), 400);
        MutualInformationEstimate At(double sigma) => Estimators.Kraskov().Estimate(
            Samples.FromScalars<double>(x), Samples.FromScalars<double>([.. x.Zip(noise, (value, other) => value + sigma * other)]));

        Assert.True(At(1e-6).Verdict.SaysNothing);
        Assert.True(At(1e-6).Verdict.Has(VerdictReason.Saturated));
        Assert.False(At(0.1).Verdict.Has(VerdictReason.Saturated));
    }
}
