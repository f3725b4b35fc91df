using MutualInfo.Gaussian;
using MutualInfo.Variational;

namespace MutualInfo.Tests.Documentation.Snippets;

/// <summary>Examples of estimators for continuous variables: neighbours, Gaussian models and codes with noise of their own.</summary>
public class ContinuousSnippets
{
    [Fact]
    public void NearestNeighbours_NoisyLayer_IsNearTheTruth()
    {
        #region nearest-neighbours
        var random = new Random(1);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        int[] classes = [.. Enumerable.Range(0, 2000).Select(i => i % 2 == 0 ? 1 : -1)];
        double[] layer = [.. classes.Select(sign => 2 * sign + Normal())];
        double[] next = [.. layer.Select(value => value + Normal())];

        Samples<double> t = Samples.FromScalars<double>(layer);
        Information target = Estimators.Ross().Estimate(t, Symbols.FromLabels(classes)).Value;              // the truth is 0.6327 nats
        MutualInformationEstimate layers = Estimators.Kraskov().Estimate(t, Samples.FromScalars<double>(next));
        double ties = layers.Diagnostics.TiedShare!.Value;                                                  // 0: no two samples alike

        // From one search, how much the choice of k matters:
        IReadOnlyList<MutualInformationEstimate> all = Estimators.Kraskov().EstimateAll(t, Samples.FromScalars<double>(next), [2, 3, 4, 8, 16]);
        #endregion

        Assert.Equal(0.6327, target.Nats, 0.05);
        Assert.Equal(0, ties);
        Assert.Equal(layers.Value, all[1].Value);
        Assert.All(all, estimate => Assert.Equal(layers.Value.Nats, estimate.Value.Nats, 0.1));
    }

    [Fact]
    public void RateBounds_TwoCodes_AreClosedForms()
    {
        #region rate-bounds
        // Two inputs, encoded as N(0, 1) and N(2, 2²).
        double[] means = [0, 2], deviations = [1, 2];
        Samples<double> mu = Samples.FromScalars<double>(means), sigma = Samples.FromScalars<double>(deviations);

        InformationBounds mixture = RateBounds.Mixture(mu, sigma);                  // 0.1437 … 0.4811 nats
        Information rate = RateBounds.StandardNormal(mu, sigma).Value;              // 1.4034 nats: the prior N(0, 1) is far from these codes
        #endregion

        Assert.Equal(0.1437, mixture.Lower.Nats, 5e-5);
        Assert.Equal(0.4811, mixture.Upper.Nats, 5e-5);
        Assert.Equal(1.4034, rate.Nats, 5e-5);
    }

    [Fact]
    public void Gaussian_CubedSamples_NeedTheCopula()
    {
        #region gaussian
        var random = new Random(1);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        double[] x = [.. Enumerable.Range(0, 5000).Select(_ => Normal())];
        double[] y = [.. x.Select(value => 0.75 * value + Math.Sqrt(1 - 0.75 * 0.75) * Normal())];
        double[] cubes = [.. y.Select(value => value * value * value)];         // as much information as y

        Information truth = Information.FromNats(-0.5 * Math.Log(1 - 0.75 * 0.75));                                             // 0.4133 nats
        Information linear = Estimators.Gaussian().Estimate(Samples.FromScalars<double>(x), Samples.FromScalars<double>(y)).Value;          // near it
        Information cubic = Estimators.Gaussian().Estimate(Samples.FromScalars<double>(x), Samples.FromScalars<double>(cubes)).Value;       // too low
        Information ranks = Estimators.GaussianCopula().Estimate(Samples.FromScalars<double>(x), Samples.FromScalars<double>(cubes)).Value; // near it
        #endregion

        // Three standard errors of 5000 samples: the information density has variance ρ².
        double error = 3 * 0.75 / Math.Sqrt(5000);
        Assert.Equal(truth.Nats, linear.Nats, error);
        Assert.Equal(truth.Nats, ranks.Nats, error);
        Assert.InRange(cubic.Nats, 0.1, truth.Nats - error);
        MutualInformationEstimate plain = (Estimators.Gaussian() with { Correction = GaussianCorrection.None })
            .Estimate(Samples.FromScalars<double>(x), Samples.FromScalars<double>(y));
        Assert.InRange(plain.Value.Nats - linear.Nats, 0.9 / 10_000, 1.1 / 10_000);
    }
}
