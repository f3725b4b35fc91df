using MutualInfo.Discrete;
using MutualInfo.Significance;

namespace MutualInfo.Tests.Documentation.Snippets;

public class SignificanceSnippets
{
    private const int N = 300;

    [Fact]
    public void Permutation_NoiseLayer_ShowsNoDependence()
    {
        float[] noise = [.. Seeded.Uniform(new Random(2), N * 3).Select(value => (float)value)];
        int[] classes = Seeded.Labels(new Random(3), N, 4);

        #region significance-permutation
        Samples<float> layer = Samples.FromRows(noise, 3);              // three neurons that know nothing
        Symbols labels = Symbols.FromLabels(classes);

        PermutationTestResult test = new PermutationTest(999) { Seed = 1 }
            .Run(Estimators.Binning(4, 0, 1), layer, labels);

        Information estimate = test.Estimate.Value;                     // far above 0: the estimator's bias
        Information chance = test.Null.Mean;                            // what it gives of independent variables
        double p = test.PValue;                                         // (b + 1)/(m + 1), here nothing unusual
        #endregion

        Assert.True(estimate.Bits > 0.2 && Math.Abs(test.Excess.Bits) < 0.1, $"{test}");
        Assert.Equal(test.Estimate.Value - chance, test.Excess);
        Assert.InRange(p, 0.05, 1);
    }

    [Fact]
    public void GTest_Labels_TellsWhetherToRelyOnIt()
    {
        int[] first = Seeded.Labels(new Random(4), N, 3);
        int[] second = [.. first.Select((value, i) => i % 3 == 0 ? value : i % 2)];

        #region significance-gtest
        GTestResult test = GTest.Run(Symbols.FromLabels(first), Symbols.FromLabels(second));

        double p = test.PValue;                                         // never 0; LogPValue tells how small
        bool isDoubtful = test.HasSmallExpectedCounts;                  // then take a permutation test
        #endregion

        Assert.InRange(p, double.Epsilon, 1e-6);
        Assert.False(isDoubtful);
    }

    [Fact]
    public void Interval_BinnedLayer_HoldsTheEstimate()
    {
        double[] x = Seeded.Normal(new Random(5), N);
        double[] y = [.. x.Zip(Seeded.Normal(new Random(6), N), (signal, noise) => signal + noise)];

        #region significance-interval
        var estimator = new DiscreteEstimator(new FixedWidthBins(1));
        InformationInterval interval = new SubsamplingInterval { Seed = 1 }
            .Run(estimator, Samples.FromScalars(x), Samples.FromScalars(y));
        InformationInterval quicker = new JackknifeInterval { Seed = 1 }
            .Run(estimator, Samples.FromScalars(x), Samples.FromScalars(y));

        Console.WriteLine($"{interval.Estimate.Value}, {interval.Level:P0} interval from {interval.Lower} to {interval.Upper}");
        #endregion

        Assert.True(interval.Lower < interval.Estimate.Value && interval.Estimate.Value < interval.Upper);
        Assert.InRange(quicker.StandardError / interval.StandardError, 0.5, 2);
    }

    [Fact]
    public void Bias_Labels_IsNearItsFirstOrder()
    {
        int[] sent = Seeded.Labels(new Random(7), N, 4);
        int[] received = [.. sent.Select((symbol, i) => i % 5 == 0 ? (symbol + i / 5) % 4 : symbol)];

        #region significance-bias
        ExtrapolatedInformation limit = new BiasExtrapolation { Seed = 1 }
            .Run(Estimators.ExactDiscrete(), Symbols.FromLabels(sent), Symbols.FromLabels(received));

        Information value = limit.Value;                                // where I(n), I(n/2), I(n/4) tend to with 1/n → 0
        Information error = limit.StandardError;
        Information bias = limit.Bias;                                  // the estimate less that
        #endregion

        Assert.Equal(limit.Estimate.Value.Nats - value.Nats, bias.Nats);
        // (16 − 4 − 4 + 1)/2n nats, if all pairs were likely.
        Assert.InRange(bias.Nats, 0, 2 * 9.0 / (2 * N));
        Assert.InRange(error.Nats, 0.01, 0.1);
    }
}
