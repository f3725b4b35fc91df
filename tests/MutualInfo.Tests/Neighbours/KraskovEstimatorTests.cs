using MutualInfo.Neighbours;
using MutualInfo.Reference;
using MutualInfo.Tests.Laws;

namespace MutualInfo.Tests.Neighbours;

public class KraskovEstimatorTests
{
    // The sum is exact to the last digit or two; 1e-13 is the bound of reliability.md.
    private const double Rounding = 1e-13;

    public static TheoryData<int> Seeds => NeighbourData.Seeds;

    [Theory]
    [InlineData(1, 1, 1), InlineData(3, 1, 1), InlineData(4, 1, 1), InlineData(3, 2, 1), InlineData(1, 3, 3), InlineData(5, 6, 9)]
    public void Estimate_SamplesWithoutTies_IsTheTextbooks(int k, int dx, int dy)
    {
        (double[] x, double[] y) = Related(400, dx, dy, seed: 10 * k + dx);

        MutualInformationEstimate first = Estimators.Kraskov(k).Estimate(Samples.FromRows<double>(x, dx), Samples.FromRows<double>(y, dy));
        MutualInformationEstimate second = (Estimators.Kraskov(k) with { Variant = KraskovVariant.Second })
            .Estimate(Samples.FromRows<double>(x, dx), Samples.FromRows<double>(y, dy));

        Assert.Equal(0, first.Diagnostics.TiedShare);
        Assert.Equal(NearestNeighbours.Kraskov(x, dx, y, dy, k), first.Value.Nats, Rounding);
        Assert.Equal(NearestNeighbours.KraskovRectangles(x, dx, y, dy, k), second.Value.Nats, Rounding);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Estimate_AnySamples_IsTheTwinsWithItsTieRule(int seed)
    {
        NeighbourData data = NeighbourData.All[seed];
        double unit = data.Name.StartsWith("to the ends", StringComparison.Ordinal) ? 0.5 : 1;
        double[] x = [.. data.X.Select(value => value * unit)];
        double[] y = [.. data.Y.Select(value => value * unit)];
        foreach (int k in (int[])[1, 3, 8])
        {
            MutualInformationEstimate estimate = Estimators.Kraskov(k).Estimate(data.SamplesX, data.SamplesY);
            Law.Near($"I of {data}", NearestNeighbours.KraskovWithTies(x, data.DimensionX, y, data.DimensionY, k), estimate.Value.Nats, Rounding);
        }
    }

    // R8: at most ψ(n) − ψ(k) whatever the data, which from k = 2 on is below ln n. For k = 1 it is up to γ above, on x = y.
    [Theory, MemberData(nameof(Seeds))]
    public void Estimate_AnySamples_IsAtMostTheDigammasOfCountAndNeighbours(int seed)
    {
        NeighbourData data = NeighbourData.All[seed];
        foreach (KraskovVariant variant in Enum.GetValues<KraskovVariant>())
        {
            foreach (int k in (int[])[1, 2, 3, 8])
            {
                KraskovEstimator estimator = Estimators.Kraskov(k) with { Variant = variant };
                double most = Enumerable.Range(k, data.Count - k).Sum(i => 1.0 / i);
                foreach (MutualInformationEstimate estimate in (MutualInformationEstimate[])[estimator.Estimate(data.SamplesX, data.SamplesY), estimator.Estimate(data.SamplesX, data.SamplesX)])
                {
                    Law.AtMost($"I of {data}", estimate.Value.Nats, most, 1e-12);
                    if (k > 1)
                        Law.AtMost($"I of {data}", estimate.Value.Nats, Math.Log(data.Count), 0);
                }
            }
        }
    }

    [Fact]
    public void Estimate_AVariableWithItself_IsTheCeilingWithoutTies()
    {
        double[] x = Seeded.Normal(new Random(5), 200);
        double nats = Estimators.Kraskov(3).Estimate(Samples.FromScalars<double>(x), Samples.FromScalars<double>(x)).Value.Nats;
        Assert.Equal(Enumerable.Range(3, 197).Sum(i => 1.0 / i), nats, 1e-13);
    }

    // Peers give ψ(n) − ψ(k) for the first, 7.7 nats, and more than ln n for rounded samples.
    [Theory, InlineData(KraskovVariant.First), InlineData(KraskovVariant.Second)]
    public void Estimate_IdenticalSamples_HaveNoInformationAndAreAllTied(KraskovVariant variant)
    {
        KraskovEstimator estimator = Estimators.Kraskov() with { Variant = variant };
        double[] constant = [.. Enumerable.Repeat(0.3, 1000)];
        double[] other = Seeded.Normal(new Random(1), 1000);
        MutualInformationEstimate same = estimator.Estimate(Samples.FromScalars<double>(constant), Samples.FromScalars<double>(constant));
        Law.SameBits("I", 0.0, same.Value.Nats);
        Assert.Equal(1, same.Diagnostics.TiedShare);
        // A constant beside numbers that differ: every count in its margin is n, and the joint neighbours are those of the other.
        Law.SameBits("I", 0.0, (estimator with { Variant = KraskovVariant.First }).Estimate(Samples.FromScalars<double>(other), Samples.FromScalars<double>(constant)).Value.Nats);
    }

    // The tie rule is what infinitesimal noise would give on average: near the truth of the rounded pair, whatever the rounding. Truths:
    // −½ ln(1 − ρ²), which rounding to 0.1 lowers by 0.001 and to 0.5 by 0.025 (integrals of the normal density over the cells). 0.06: the
    // spread at n = 2,000 is 0.02, and the rule's own bias up to 0.04. Strict counts give 4.5 and 9.4 nats.
    [Theory, InlineData(0.003, 0.413), InlineData(0.03, 0.413), InlineData(0.1, 0.412), InlineData(0.5, 0.388)]
    public void Estimate_RoundedSamples_IsNearTheTruth(double grid, double truth)
    {
        (double[] x, double[] y) = Gaussian(2000, 0.75);
        double[] roundedX = [.. x.Select(value => Math.Round(value / grid) * grid)];
        double[] roundedY = [.. y.Select(value => Math.Round(value / grid) * grid)];
        MutualInformationEstimate estimate = Estimators.Kraskov().Estimate(Samples.FromScalars<double>(roundedX), Samples.FromScalars<double>(roundedY));
        Assert.Equal(truth, estimate.Value.Nats, 0.06);
        Assert.True(estimate.Diagnostics.TiedShare > 0.05);
    }

    // 0.03: three spreads of a single estimate at n = 4,000, about 0.01 each.
    [Theory, InlineData(0), InlineData(0.1), InlineData(0.3), InlineData(0.6), InlineData(0.75), InlineData(0.9), InlineData(0.99)]
    public void Estimate_Gaussian_IsNearTheTruth(double correlation)
    {
        (double[] x, double[] y) = Gaussian(4000, correlation);
        double truth = -0.5 * Math.Log(1 - correlation * correlation);
        foreach (KraskovVariant variant in Enum.GetValues<KraskovVariant>())
        {
            MutualInformationEstimate estimate = (Estimators.Kraskov() with { Variant = variant })
                .Estimate(Samples.FromScalars<double>(x), Samples.FromScalars<double>(y));
            Assert.Equal(truth, estimate.Value.Nats, 0.03);
        }
    }

    [Fact]
    public void EstimateAll_SeveralNeighbours_IsBitwiseEachEstimate()
    {
        int[] neighbours = [4, 1, 20, 4, 3];
        foreach (NeighbourData data in NeighbourData.All)
        {
            foreach (KraskovVariant variant in Enum.GetValues<KraskovVariant>())
            {
                KraskovEstimator estimator = Estimators.Kraskov(7) with { Variant = variant };
                IReadOnlyList<MutualInformationEstimate> all = estimator.EstimateAll(data.SamplesX, data.SamplesY, neighbours);
                Assert.Equal(neighbours.Length, all.Count);
                for (int i = 0; i < neighbours.Length; i++)
                {
                    MutualInformationEstimate one = (estimator with { Neighbours = neighbours[i] }).Estimate(data.SamplesX, data.SamplesY);
                    Law.SameBits($"I of {data}", one.Value.Nats, all[i].Value.Nats);
                    Assert.Equal(one.Estimator, all[i].Estimator);
                    Assert.Equal(one.Diagnostics.TiedShare, all[i].Diagnostics.TiedShare);
                }
            }
        }
    }

    private static (double[] X, double[] Y) Related(int n, int dx, int dy, int seed)
    {
        Random random = new(seed);
        double[] x = Seeded.Normal(random, n * dx);
        double[] y = Seeded.Normal(random, n * dy);
        for (int row = 0; row < n; row++)
            y[row * dy] = 0.6 * y[row * dy] + x[row * dx];
        return (x, y);
    }

    private static (double[] X, double[] Y) Gaussian(int n, double correlation)
    {
        Random random = new(20_261);
        double[] x = Seeded.Normal(random, n);
        double[] noise = Seeded.Normal(random, n);
        return (x, [.. x.Zip(noise, (value, error) => correlation * value + Math.Sqrt(1 - correlation * correlation) * error)]);
    }
}
