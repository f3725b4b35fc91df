using MutualInfo.Tests.Laws;

namespace MutualInfo.Tests.Neighbours;

/// <summary>What the change from k to fewer neighbours says of the bias.</summary>
public class NeighbourhoodBiasTests
{
    // ρ = 0.8 between the first columns: −½ ln 0.36 nats, whatever columns of noise stand beside them.
    private const double Truth = 0.5108256237659907;

    [Theory, InlineData(1), InlineData(2)]
    public void Verdict_ManyColumnsOfNoise_FindsTheNeighbourhoodsUneven(int seed)
    {
        MutualInformationEstimate estimate = Noisy(seed, 5);
        Information bias = estimate.Diagnostics.NeighbourhoodBias!.Value;
        double error = estimate.Value.Nats - Truth;
        Assert.True(error < -0.15, $"seed {seed}: the error is {error}, not what was meant to be found.");
        // The leading order of a bias that is half of the value: right within a factor of two.
        Assert.InRange(bias.Nats / error, 0.5, 2);

        VerdictFinding uneven = Assert.Single(estimate.Verdict.Findings, finding => finding.Reason == VerdictReason.UnevenNeighbourhoods);
        Assert.Equal(VerdictGravity.Caution, uneven.Gravity);
        Assert.Equal(VerdictSubject.Value, uneven.Subject);
        Assert.Equal(Math.Abs(bias.Nats), uneven.Figure);
        Assert.Equal(0.05, uneven.Threshold, 1e-12);
    }

    [Theory, InlineData(1), InlineData(2)]
    public void Verdict_OneColumn_FindsNothing(int seed)
    {
        MutualInformationEstimate estimate = Noisy(seed, 0);
        Assert.Equal(Truth, estimate.Value.Nats, 0.05);
        Assert.Empty(estimate.Verdict.Findings);
    }

    [Fact]
    public void Diagnostics_OneNeighbour_HasNoBiasToShow()
    {
        Observations data = DataSets.Related(1, 50, 2);
        Assert.Null(Estimators.Kraskov(1).Estimate(data).Diagnostics.NeighbourhoodBias);
        Assert.NotNull(Estimators.Kraskov(2).Estimate(data).Diagnostics.NeighbourhoodBias);
        Assert.NotNull(Estimators.Ross(2).Estimate(data.X.Samples, Symbols.FromLabels([.. Enumerable.Range(0, 50).Select(i => i % 3)])).Diagnostics.NeighbourhoodBias);
    }

    [Fact]
    public void Diagnostics_SamplesThatRepeatAll_HaveNoBiasToShow()
    {
        double[] x = [.. Enumerable.Range(0, 60).Select(i => (double)(i % 3))];
        Assert.Null(Estimators.Kraskov().Estimate(Samples.FromScalars<double>(x), Samples.FromScalars<double>(x)).Diagnostics.NeighbourhoodBias);
    }

    [Fact]
    public void EstimateAll_AnyNeighbours_ShowsTheBiasOfEachAsByItself()
    {
        Observations data = DataSets.Related(2, 80, 2);
        int[] neighbours = [4, 1, 9, 2];
        IReadOnlyList<MutualInformationEstimate> all = Estimators.Kraskov().EstimateAll(data.X.Samples, data.Y.Samples, neighbours);
        for (int i = 0; i < neighbours.Length; i++)
        {
            EstimateDiagnostics alone = Estimators.Kraskov(neighbours[i]).Estimate(data).Diagnostics;
            Assert.Equal(alone.NeighbourhoodBias, all[i].Diagnostics.NeighbourhoodBias);
            Assert.Equal(alone.NeighbourhoodBiasError, all[i].Diagnostics.NeighbourhoodBiasError);
        }
    }

    private static MutualInformationEstimate Noisy(int seed, int columns)
    {
        const int N = 2000;
        Random random = new(seed);
        double[] x = Seeded.Normal(random, N * (columns + 1));
        double[] y = Seeded.Normal(random, N * (columns + 1));
        for (int row = 0; row < N; row++)
            y[row * (columns + 1)] = 0.8 * x[row * (columns + 1)] + 0.6 * y[row * (columns + 1)];
        return Estimators.Kraskov(10).Estimate(Samples.FromRows<double>(x, columns + 1), Samples.FromRows<double>(y, columns + 1));
    }
}
