using MutualInfo.Significance;
using MutualInfo.Significance.Primitives;
using MutualInfo.Tests.Guards;
using MutualInfo.Tests.Laws;

namespace MutualInfo.Tests.Significance;

/// <summary>The G-test against arbitrary precision, and the special functions it stands on.</summary>
public class GTestTests
{
    // G, ln p by mpmath with 90 digits; scipy.stats.chi2_contingency(table, correction=False, lambda_="log-likelihood") agrees in the digits it has.
    public static TheoryData<long[,], double, long, double> Tables() => new()
    {
        { new long[,] { { 10, 20 }, { 30, 40 } }, 0.80434864609648636804, 1, -0.99480278179206883937 },
        { new long[,] { { 12, 5, 7 }, { 3, 9, 16 } }, 10.250901152682210568, 2, -5.125450576341105284 },
        { new long[,] { { 100000, 0 }, { 0, 100000 } }, 277258.87222397812377, 1, -138635.92826040116592 },
        { new long[,] { { 1000001, 1000000 }, { 1000000, 1000001 } }, 9.9999950000029166648e-7, 1, -0.00079820270738963848188 },
        { new long[,] { { 5, 0, 3, 1 }, { 2, 7, 0, 4 }, { 1, 1, 9, 0 } }, 32.844590262538781892, 6, -11.3966517978502866 },
        { new long[,] { { 3, 1 }, { 1, 3 } }, 2.0929925750581913461, 1, -1.9107054549999266296 },
        { new long[,] { { 1000000003, 999999995 }, { 1000000001, 999999993 } }, 6.4000000384000002624e-26, 1, -2.0185060236718498421e-13 },
        { new long[,] { { 10, 0, 20 }, { 0, 0, 0 }, { 30, 0, 40 } }, 0.80434864609648636804, 1, -0.99480278179206883937 },
    };

    [Theory, MemberData(nameof(Tables))]
    public void Run_Table_EqualsArbitraryPrecision(long[,] table, double g, long freedom, double logP)
    {
        GTestResult result = GTest.Run(table);
        // 4e-15: a logarithm and a few products to each term, and no term cancels another.
        Assert.InRange(result.Statistic / g, 1 - 4e-15, 1 + 4e-15);
        Assert.Equal(freedom, result.DegreesOfFreedom);
        Assert.InRange(result.LogPValue / logP, 1 - 1e-12, 1 + 1e-12);
        Assert.True(result.PValue > 0);
        Assert.Equal(table.Cast<long>().Sum(), result.SampleCount);
    }

    [Fact]
    public void Run_Symbols_EqualsTheirTableAndTwiceNTimesTheInformation()
    {
        foreach (int seed in Seeds.All)
        {
            foreach (Observations data in DataSets.LabelPairs(seed).Concat(DataSets.Tables(seed)))
            {
                Symbols x = data.X.Symbols;
                Symbols y = data.Y.Symbols;
                GTestResult result = GTest.Run(x, y);
                MutualInformationEstimate estimate = Estimators.ExactDiscrete().Estimate(x, y);
                Law.Near($"I on {data}", estimate.Value.Nats, result.Information.Nats, 1e-14 * Math.Max(1, estimate.JointEntropy.Nats));
                Assert.Equal((x.AlphabetSize - 1L) * (y.AlphabetSize - 1L), result.DegreesOfFreedom);
                Assert.InRange(result.PValue, double.Epsilon, 1);
                int[] order = data.Permutation(data.Count);
                Law.SameBits($"G of reordered {data}", result.Statistic, GTest.Run(data.Rows(order).X.Symbols, data.Rows(order).Y.Symbols).Statistic);
                Law.SameBits($"G of swapped {data}", result.Statistic, GTest.Run(y, x).Statistic);
            }
        }
    }

    [Fact]
    public void Run_SmallExpectedCounts_SaysSoWithTheFigure()
    {
        GTestResult small = GTest.Run(new long[,] { { 3, 1 }, { 1, 3 } });
        Assert.True(small.HasSmallExpectedCounts);
        Assert.Equal(2, small.SmallestExpectedCount);
        Assert.Equal(1, small.ShareOfSmallExpectedCounts);
        Assert.Contains("not to be relied on", small.ToString(), StringComparison.Ordinal);

        // Expected counts 2.5, 47.5 twice each.
        GTestResult half = GTest.Run(new long[,] { { 5, 45 }, { 0, 50 } });
        Assert.Equal(2.5, half.SmallestExpectedCount);
        Assert.Equal(0.5, half.ShareOfSmallExpectedCounts);

        GTestResult enough = GTest.Run(new long[,] { { 10, 20 }, { 30, 40 } });
        Assert.False(enough.HasSmallExpectedCounts);
        Assert.Equal(12, enough.SmallestExpectedCount);
        Assert.Equal(0, enough.ShareOfSmallExpectedCounts);
        Assert.DoesNotContain("not to be relied on", enough.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ConstantVariable_HasNoDegreesOfFreedomAndPOne()
    {
        GTestResult result = GTest.Run(Symbols.FromLabels([1, 1, 1]), Symbols.FromLabels([1, 2, 3]));
        Assert.Equal(0, result.DegreesOfFreedom);
        Assert.Equal(0, result.Statistic);
        Assert.Equal(1, result.PValue);
    }

    [Fact]
    public void Run_PTooSmallForADouble_IsTheSmallestNumberAndItsLogarithmKnown()
    {
        GTestResult result = GTest.Run(new long[,] { { 100000, 0 }, { 0, 100000 } });
        Assert.Equal(double.Epsilon, result.PValue);
        Assert.Contains("exp(-138635.9)", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_IndependentVariables_HasItsSize()
    {
        const int Repetitions = 2000;
        int rejected = 0;
        for (int seed = 0; seed < Repetitions; seed++)
        {
            Random random = new(seed);
            GTestResult result = GTest.Run(Symbols.FromLabels(Seeded.Labels(random, 300, 3)), Symbols.FromLabels(Seeded.Labels(random, 300, 4)));
            rejected += result.PValue <= 0.05 ? 1 : 0;
        }

        // 100 expected, standard deviation 9.7: four of those, and the G-test's excess of about a twentieth at 25 samples to a cell.
        Assert.InRange(rejected, 61, 145);
    }

    [Fact]
    public void Run_BadTable_Throws()
    {
        Refusal.Argument("counts", () => GTest.Run(new long[,] { { 1, -1 } }), "counts[0, 1] is -1");
        Refusal.Argument("counts", () => GTest.Run(new long[,] { { 0, 0 } }), "no samples");
        Refusal.Argument("counts", () => GTest.Run(new long[0, 0]), "no samples");
        Refusal.Argument("counts", () => GTest.Run(new long[,] { { long.MaxValue, 1 } }), "adds up to more");
        Refusal.Null("counts", () => GTest.Run(null!));
        Refusal.Null("x", () => GTest.Run(null!, Symbols.Distinct(1)));
        Refusal.Argument("y", () => GTest.Run(Symbols.Distinct(2), Symbols.Distinct(3)), "2 samples", "3");
        Refusal.Argument("x", () => GTest.Run(Symbols.Distinct(0), Symbols.Distinct(0)), "no samples");
    }

    // ln Q(a, x) by mpmath with 40 digits.
    [Theory]
    [InlineData(0.5, 0.1, -0.42354632347596573841), InlineData(0.5, 1.4, -2.3616526674502569495), InlineData(0.5, 1.6, -2.6085904139265484216)]
    [InlineData(0.5, 30.0, -32.288987032704741763), InlineData(0.5, 500.0, -503.68066650438168641), InlineData(1.0, 2.0, -2.0)]
    [InlineData(1.5, 0.01, -0.00074803504785935107191), InlineData(2.0, 700.0, -693.44749211296540991), InlineData(4.5, 5.4, -1.2390215987002476387)]
    [InlineData(4.5, 5.6, -1.3384617806399246011), InlineData(15.5, 16.0, -0.8752830827194854632), InlineData(15.5, 40.0, -12.617798746961311194)]
    [InlineData(16.0, 10.0, -0.049968281346201054708), InlineData(16.0, 17.1, -1.0148813095496968899), InlineData(50.0, 49.0, -0.62009077779902486748)]
    [InlineData(50.0, 51.5, -0.91991404809710591368), InlineData(50.0, 200.0, -84.669265662003493131), InlineData(1000.0, 900.0, -0.00055005351741434473125)]
    [InlineData(1000.0, 1000.0, -0.70159323664597249568), InlineData(1000.0, 1002.0, -0.75373087372721150624), InlineData(1000.0, 1300.0, -40.818661649018564849)]
    [InlineData(12345.5, 12345.5, -0.69554372208646867731), InlineData(12345.5, 12500.0, -2.4936627957747882927), InlineData(500000.0, 500000.0, -0.69352337770643015067)]
    [InlineData(500000.0, 503000.0, -11.377950249152183828), InlineData(500000.0, 495000.0, -6.5001711800879502792e-13), InlineData(3.0, 2000.0, -1985.4903422616423223)]
    [InlineData(100.0, 5000.0, -4515.9120848927373929), InlineData(2.5, 1e-08, -3.0090110907617639219e-21), InlineData(1000000.0, 1010000.0, -52.900528309140249383)]
    public void LogUpper_AnyTail_EqualsArbitraryPrecision(double a, double x, double expected)
    {
        double actual = IncompleteGamma.LogUpper(a, x);
        // Absolute errors of ln Q are relative errors of Q.
        Assert.InRange(actual - expected, -1e-12 * Math.Max(1, Math.Abs(expected)), 1e-12 * Math.Max(1, Math.Abs(expected)));
        Assert.InRange(actual / expected, 1 - 1e-12, 1 + 1e-12);
    }

    [Fact]
    public void LogUpper_AtTheEnds_IsItsLimit()
    {
        Assert.Equal(0, IncompleteGamma.LogUpper(3, 0));
        Assert.Equal(double.NegativeInfinity, IncompleteGamma.LogUpper(3, double.PositiveInfinity));
    }

    // By mpmath with 40 digits, from the incomplete beta function.
    [Theory]
    [InlineData(0.95, 1, 12.706204736174704646), InlineData(0.95, 2, 4.3026527297494638523), InlineData(0.95, 3, 3.1824463052837095927)]
    [InlineData(0.95, 4, 2.7764451051977943578), InlineData(0.95, 19, 2.0930240544083097692), InlineData(0.9, 7, 1.8945786050900073895)]
    [InlineData(0.99, 10, 3.1692726726169512346), InlineData(0.99, 49, 2.679951973631552042), InlineData(0.5, 19, 0.68762146020396026881)]
    public void TwoSidedQuantile_Level_EqualsArbitraryPrecision(double level, int freedom, double expected) =>
        Assert.Equal(expected, StudentT.TwoSidedQuantile(level, freedom), 1e-13 * expected);

    [Fact]
    public void Divergence_SmallDeviations_KeepsAllDigits()
    {
        for (double x = 1e-12; x < 0.6; x *= 1.7)
        {
            foreach (double deviation in (double[])[x, -x])
            {
                // (1 + x)·ln(1 + x) − x = Σ (−x)ᵏ/(k·(k − 1)): the last of 80 terms is below 1e−20 of the first at 0.5.
                double series = 0;
                for (int k = 90; k >= 2; k--)
                    series += Math.Pow(-deviation, k) / (k * (k - 1.0));
                Assert.InRange(LogarithmNearOne.Divergence(deviation) / series, 1 - 4e-15, 1 + 4e-15);
            }
        }
    }
}
