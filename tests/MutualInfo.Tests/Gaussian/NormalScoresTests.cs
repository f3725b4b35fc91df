using MutualInfo.Gaussian.Primitives;
using MutualInfo.Reference;
using MutualInfo.Tests.Laws;

namespace MutualInfo.Tests.Gaussian;

/// <summary>Normal quantiles, scores of ranks, and the digamma of the correction.</summary>
public class NormalScoresTests
{
    // 25 digits by mpmath. The algorithm's author states 1e-16; four roundings.
    [Theory]
    [InlineData(1, 1000003, -4.753424915086764900342278)]
    [InlineData(1, 4, -0.674489750196081743202227)]
    [InlineData(3, 7, -0.1800123697927050316018471)]
    [InlineData(1, 1099511627776, -7.047700256664408725350992)]
    [InlineData(77, 1000, -1.425544037080451502929029)]
    [InlineData(74, 1000, -1.446632067158978483714868)]
    [InlineData(2, 1000001, -4.611382570139552174243785)]
    [InlineData(1, 100000000000, -6.706023155495136287268535)]
    public void OfRatio_AnyPart_IsThatOfFiftyDigits(long numerator, long denominator, double quantile)
    {
        Assert.Equal(1, NormalQuantile.OfRatio(numerator, denominator) / quantile, 4 * Law.Epsilon);
        Law.SameBits("Φ⁻¹(1 − p)", -NormalQuantile.OfRatio(numerator, denominator), NormalQuantile.OfRatio(denominator - numerator, denominator));
    }

    [Fact]
    public void OfRatio_TheMiddle_IsZero() => Assert.Equal(0, NormalQuantile.OfRatio(7, 14));

    [Fact]
    public void OfRatio_AllOfAThousand_Increases()
    {
        double before = double.NegativeInfinity;
        for (int k = 1; k < 100_000; k++)
        {
            double quantile = NormalQuantile.OfRatio(k, 100_000);
            Assert.True(quantile > before, $"{k}");
            before = quantile;
        }
    }

    [Fact]
    public void Replace_Ties_ShareTheScoreOfTheirMeanRank()
    {
        double[] column = [3, 1, 3, -0.0, 0, 3, 7];
        NormalScores.Replace(column, EstimationOptions.Default);
        // Ranks: the zeros 1.5, 1 is third, the threes 5, 7 is last. The middle of seven is rank 4.
        double zeros = NormalQuantile.OfRatio(3, 16), threes = NormalQuantile.OfRatio(5, 8);
        Assert.Equal([threes, NormalQuantile.OfRatio(3, 8), threes, zeros, zeros, threes, NormalQuantile.OfRatio(7, 8)], column);
    }

    // ψ(n/2) by the recurrence from ½ and 1; the sum of n terms rounds n times. Both halves of a bias are of this kind.
    [Theory]
    [InlineData(4, 1, 2), InlineData(12, 2, 3), InlineData(100, 5, 5), InlineData(999, 25, 25), InlineData(10_000, 50, 3)]
    public void WishartBias_OfInformationAndEntropies_IsTheSumOfDigammas(int n, int x, int y)
    {
        double expected = Half(x) + Half(y) - Half(x + y);
        Assert.Equal(expected, WishartBias.OfInformation(n, x, y), 1e-12);
        Assert.Equal(Half(x) - (x * Math.Log((n - 1) / 2.0) / 2), WishartBias.OfEntropy(n, x), 1e-11);
        Law.SameBits("the bias", WishartBias.OfInformation(n, x, y), WishartBias.OfInformation(n, y, x));

        double Half(int d) => Enumerable.Range(1, d).Sum(k => GaussianInformation.DigammaOfHalf(n - k)) / 2;
    }

    // dx·dy/2n where n is large; the next order is dx + dy times less by n.
    [Fact]
    public void WishartBias_OfAMillionSamples_IsTheFirstOrder() => Assert.Equal(6 / 2e6, WishartBias.OfInformation(1_000_000, 2, 3), 5 * 3e-12);
}
