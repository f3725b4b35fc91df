using MutualInfo.Discrete;
using MutualInfo.Reference;
using MutualInfo.Tests.Laws;

namespace MutualInfo.Tests.Neighbours;

public class RossEstimatorTests
{
    public static TheoryData<int> Seeds => NeighbourData.Seeds;

    [Theory, InlineData(1, 1), InlineData(3, 1), InlineData(3, 4), InlineData(200, 2)]
    public void Estimate_SamplesWithoutTies_IsTheTextbooks(int k, int d)
    {
        Random random = new(k + d);
        double[] x = Seeded.Normal(random, 400 * d);
        int[] labels = [.. Enumerable.Range(0, 400).Select(row => (int)Math.Round(x[row * d] + random.NextDouble()))];
        MutualInformationEstimate estimate = Estimators.Ross(k).Estimate(Samples.FromRows<double>(x, d), Symbols.FromLabels(labels));
        Assert.Equal(NearestNeighbours.Ross(x, d, labels, k), estimate.Value.Nats, 1e-13);
        Assert.Equal(0, estimate.Diagnostics.TiedShare);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Estimate_AnySamples_IsTheTwinsWithItsTieRule(int seed)
    {
        NeighbourData data = NeighbourData.All[seed];
        double unit = data.Name.StartsWith("to the ends", StringComparison.Ordinal) ? 0.5 : 1;
        double[] x = [.. data.X.Select(value => value * unit)];
        foreach (int k in (int[])[1, 3, 60])
        {
            MutualInformationEstimate estimate = Estimators.Ross(k).Estimate(data.SamplesX, Symbols.FromLabels(data.Labels));
            Law.Near($"I of {data}", NearestNeighbours.RossWithTies(x, data.DimensionX, data.Labels, k), estimate.Value.Nats, 1e-13);
            Assert.Equal(1.0 / data.Count, estimate.Diagnostics.IsolatedShare);
        }
    }

    // R8, and more: at most the mean of ψ(n) − ψ(n_label), near the entropy of the label, on any data and for any k.
    [Theory, MemberData(nameof(Seeds))]
    public void Estimate_AnySamples_IsAtMostTheDigammasOfCountAndLabel(int seed)
    {
        NeighbourData data = NeighbourData.All[seed];
        Symbols labels = Symbols.FromLabels(data.Labels);
        double most = labels.Codes.ToArray().Sum(code => Enumerable.Range(labels.Histogram[code], data.Count - labels.Histogram[code]).Sum(i => 1.0 / i)) / data.Count;
        foreach (int k in (int[])[1, 3, 60])
        {
            double nats = Estimators.Ross(k).Estimate(data.SamplesX, labels).Value.Nats;
            Law.AtMost($"I of {data}", nats, most, 1e-12);
            Law.AtMost($"I of {data}", nats, Math.Log(data.Count), 0);
        }
    }

    // known-answers.md §4, a one-dimensional integral: a balanced label ±1 and x = μ·label + N(0, 1). 0.03: three spreads at n = 4,000.
    [Theory, InlineData(0.5, 0.1114215), InlineData(1, 0.3368308), InlineData(2, 0.6327202), InlineData(3, 0.6892979)]
    public void Estimate_BalancedLabelWithGaussianNoise_IsNearTheTruth(double mu, double truth)
    {
        Random random = new(77);
        int[] labels = [.. Enumerable.Range(0, 4000).Select(i => i % 2 == 0 ? 1 : -1)];
        double[] noise = Seeded.Normal(random, 4000);
        double[] x = [.. labels.Zip(noise, (label, error) => mu * label + error)];
        MutualInformationEstimate estimate = Estimators.Ross().Estimate(Samples.FromScalars<double>(x), Symbols.FromLabels(labels));
        Assert.Equal(truth, estimate.Value.Nats, 0.03);
        Assert.Equal(Math.Log(2), estimate.EntropyY.Nats, 1e-15);
        Assert.True(double.IsNaN(estimate.EntropyX.Nats) && double.IsNaN(estimate.SaturationX));
    }

    // A constant with a rare label: a peer gives up to 210 times H(Y), which grows with n.
    [Theory, InlineData(1000), InlineData(10_000)]
    public void Estimate_ConstantLayerWithARareLabel_HasNoInformation(int n)
    {
        int[] labels = new int[n];
        labels.AsSpan(0, 8).Fill(1);
        double[] constant = [.. Enumerable.Repeat(12.5, n)];
        MutualInformationEstimate estimate = Estimators.Ross().Estimate(Samples.FromScalars<double>(constant), Symbols.FromLabels(labels));
        Law.SameBits("I", 0.0, estimate.Value.Nats);
        Assert.Equal(1, estimate.Diagnostics.TiedShare);
    }

    [Fact]
    public void Estimate_EitherOrder_KeepsTheVariablesInTheirPlaces()
    {
        NeighbourData data = NeighbourData.All[0];
        Symbols labels = Symbols.FromLabels(data.Labels);
        MutualInformationEstimate after = Estimators.Ross().Estimate(data.SamplesX, labels);
        MutualInformationEstimate before = Estimators.Ross().Estimate(labels, data.SamplesX);
        Law.SameBits("I", after.Value.Nats, before.Value.Nats);
        Assert.Equal(after.EntropyY, before.EntropyX);
        Assert.Equal(new PlugIn().Estimate(labels.Histogram), before.EntropyX);
        Assert.Equal(labels.AlphabetSize, before.Diagnostics.AlphabetSizeX);
        Assert.Null(before.Diagnostics.AlphabetSizeY);
    }

    [Fact]
    public void EstimateAll_SeveralNeighbours_IsBitwiseEachEstimate()
    {
        int[] neighbours = [60, 1, 3];
        foreach (NeighbourData data in NeighbourData.All)
        {
            Symbols labels = Symbols.FromLabels(data.Labels);
            IReadOnlyList<MutualInformationEstimate> all = Estimators.Ross().EstimateAll(data.SamplesX, labels, neighbours);
            for (int i = 0; i < neighbours.Length; i++)
            {
                MutualInformationEstimate one = Estimators.Ross(neighbours[i]).Estimate(data.SamplesX, labels);
                Law.SameBits($"I of {data}", one.Value.Nats, all[i].Value.Nats);
                Assert.Equal(one.Estimator, all[i].Estimator);
            }
        }
    }
}
