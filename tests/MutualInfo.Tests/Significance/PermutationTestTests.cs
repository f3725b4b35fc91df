using MutualInfo.Discrete;
using MutualInfo.Reference;
using MutualInfo.Significance;
using MutualInfo.Tests.Laws;

namespace MutualInfo.Tests.Significance;

/// <summary>The p-value of a permutation test: against all permutations, under independence, and at its ends.</summary>
public class PermutationTestTests
{
    public static TheoryData<int[], int[]> TinyTables() => new()
    {
        { [0, 0, 0, 1, 1, 1, 1], [0, 0, 0, 1, 1, 1, 0] },
        { [0, 0, 1, 1, 2, 2, 2], [0, 0, 1, 1, 0, 1, 1] },
        { [0, 1, 0, 1, 0, 1, 0], [0, 0, 1, 1, 2, 2, 0] },
        // Counts of 4 and of 2: 4·ln 4 = 2·(2·ln 2) + …, so that different tables tie but for rounding.
        { [0, 0, 0, 0, 1, 1, 1, 1], [0, 0, 1, 1, 0, 0, 1, 1] },
    };

    [Theory, MemberData(nameof(TinyTables))]
    public void Run_TinyTable_AgreesWithAllPermutations(int[] x, int[] y)
    {
        double observed = Counting.MutualInformation(x, y);
        int atLeast = 0;
        int all = 0;
        foreach (int[] order in AllPermutations.Of(x.Length))
        {
            all++;
            // 1e-12: the rounding of a sum of a few terms below 1.
            atLeast += Counting.MutualInformation(x, [.. order.Select(i => y[i])]) >= observed - 1e-12 ? 1 : 0;
        }

        double exact = (double)atLeast / all;
        PermutationTestResult result = new PermutationTest(9999) { Seed = 1 }.Run(Estimators.ExactDiscrete(), Symbols.FromLabels(x), Symbols.FromLabels(y));
        // Five standard deviations of a share of 9999 draws, and the one that (b + 1)/(m + 1) adds.
        Assert.Equal(exact, result.PValue, 5 * Math.Sqrt(exact * (1 - exact) / 9999) + 1e-4);
        Assert.Equal((result.AtLeastAsLarge + 1) / 10000.0, result.PValue);
        Assert.Equal(observed, result.Estimate.Value.Nats, 1e-14);
    }

    // Every order of two samples is the same pair of pairs: all permutations tie, whatever a sum in another order rounds to.
    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5)]
    public void Run_OrdersThatOnlySwapSamples_CountAsTies(int seed)
    {
        double[] x = Seeded.Normal(new Random(seed), 2 * 3);
        double[] y = Seeded.Normal(new Random(seed + 100), 2 * 3);
        foreach (IMutualInformationEstimator estimator in (IMutualInformationEstimator[])[Estimators.KernelDensity(0.5), Estimators.MatrixRenyi(), Estimators.MatrixRenyi(2)])
        {
            PermutationTestResult result = new PermutationTest(99).Run(estimator, Samples.FromRows<double>(x, 3), Samples.FromRows<double>(y, 3));
            Assert.Equal(1, result.PValue);
        }
    }

    [Fact]
    public void Run_NothingToPermute_GivesOne()
    {
        int[] labels = [0, 1, 0, 1, 1, 0, 1];
        PermutationTest test = new(50);
        foreach (Symbols other in (Symbols[])[Symbols.FromLabels(new int[7]), Symbols.Distinct(7)])
        {
            PermutationTestResult result = test.Run(Estimators.ExactDiscrete(), Symbols.FromLabels(labels), other);
            Assert.Equal(1, result.PValue);
            Assert.Equal(50, result.AtLeastAsLarge);
            Assert.Equal(0, result.Excess.Nats, 1e-15);
            Assert.Null(result.StandardizedExcess);
        }
    }

    [Fact]
    public void Run_DependentVariables_GivesTheSmallestPValueAndNotZero()
    {
        Observations data = DataSets.Related(1, 200, 1);
        foreach (IMutualInformationEstimator estimator in (IMutualInformationEstimator[])[Estimators.Binning(6), Estimators.KernelDensity(0.1), Estimators.MatrixRenyi(2)])
        {
            PermutationTestResult result = new PermutationTest(199) { Seed = 4 }.Run(estimator, data);
            Assert.Equal(0, result.AtLeastAsLarge);
            Assert.Equal(1 / 200.0, result.PValue);
            Assert.Equal(result.SmallestPValue, result.PValue);
            Assert.True(result.Excess > 3 * result.Null.StandardDeviation, $"{result}");
            Assert.Equal(result.Excess / result.Null.StandardDeviation, result.StandardizedExcess);
        }
    }

    // Under independence every one of the m + 1 ranks is as likely, if the statistic has no ties; with ties p can only be larger.
    [Fact]
    public void Run_IndependentVariables_HasItsSize()
    {
        const int Repetitions = 600;
        int[] ranks = new int[20];
        int rejectedByBins = 0;
        for (int seed = 0; seed < Repetitions; seed++)
        {
            Random random = new(seed);
            double[] x = Seeded.Normal(random, 24);
            double[] y = Seeded.Uniform(random, 24);
            PermutationTest test = new(19) { Seed = (ulong)seed };
            ranks[test.Run(Estimators.MatrixRenyi(2), Samples.FromScalars<double>(x), Samples.FromScalars<double>(y)).AtLeastAsLarge]++;
            rejectedByBins += test.Run(Estimators.Binning(3), Samples.FromScalars<double>(x), Samples.FromScalars<double>(y)).PValue <= 0.05 ? 1 : 0;
        }

        // χ² of 20 equal shares, 19 degrees of freedom: 43.8 is exceeded by one set of seeds in a thousand.
        double expected = Repetitions / 20.0;
        double chi = ranks.Sum(count => (count - expected) * (count - expected) / expected);
        Assert.True(chi < 43.8, $"χ² = {chi}: {string.Join(' ', ranks)}");
        // 30 expected at most, with a standard deviation of 5.3: four of those.
        Assert.InRange(rejectedByBins, 0, 51);
    }

    [Fact]
    public void Run_AnySeed_TellsEverythingItWasMadeOf()
    {
        Observations data = DataSets.Related(2, 60, 1);
        PermutationTestResult result = new PermutationTest(9) { Seed = 18446744073709551615 }.Run(Estimators.Binning(4), data);
        Assert.Equal(18446744073709551615, result.Seed);
        Assert.Equal(9, result.Permutations);
        Assert.Equal(9, result.Null.Values.Count);
        Assert.Equal(0.1, result.SmallestPValue);
        Law.IsBitwiseEqual(Estimators.Binning(4).Estimate(data), result.Estimate);
        Assert.Contains("9 permutations cannot give a p below 0.1", result.ToString(), StringComparison.Ordinal);
        Assert.Contains("seed 18446744073709551615", result.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("cannot give", new PermutationTest(19).Run(Estimators.Binning(4), data).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Null_OfKnownValues_HasTheirMomentsAndQuantiles()
    {
        NullDistribution known = new([0.4, 0.1, 0.3, 0.2]);
        Assert.Equal([0.1, 0.2, 0.3, 0.4], known.Values.Select(value => value.Nats));
        Assert.Equal(0.25, known.Mean.Nats, 1e-16);
        Assert.Equal(Math.Sqrt(0.05 / 3), known.StandardDeviation.Nats, 1e-16);
        Assert.Equal(0.1, known.Quantile(0).Nats);
        Assert.Equal(0.25, known.Quantile(0.5).Nats, 1e-16);
        Assert.Equal(0.4, known.Quantile(1).Nats);
        Assert.Throws<ArgumentOutOfRangeException>(() => known.Quantile(1.01));
        Assert.Throws<ArgumentOutOfRangeException>(() => known.Quantile(double.NaN));
        Assert.Equal(0, new NullDistribution([2.5]).StandardDeviation.Nats);
    }

    [Fact]
    public void Run_MillerMadow_ComparesTheCorrectedEstimates()
    {
        // Under a correction that depends on the joint alphabet another table is the largest than under none.
        Random random = new(3);
        Symbols x = Symbols.FromLabels(Seeded.Labels(random, 40, 5));
        Symbols y = Symbols.FromLabels(Seeded.Labels(random, 40, 4));
        DiscreteEstimator corrected = Estimators.ExactDiscrete() with { Entropy = new MillerMadow() };
        PermutationTestResult result = new PermutationTest(200).Run(corrected, x, y);
        PermutationTestResult anew = new PermutationTest(200).Run(new PermutedAnew(corrected), x, y);
        Assert.Equal(anew.Null.Values, result.Null.Values);
        Assert.NotEqual(new PermutationTest(200).Run(Estimators.ExactDiscrete(), x, y).Null.Mean, result.Null.Mean);
    }
}
