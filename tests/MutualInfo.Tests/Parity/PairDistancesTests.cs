using MutualInfo.Kernels;
using MutualInfo.Kernels.Primitives;
using MutualInfo.Reference;

namespace MutualInfo.Tests.Parity;

/// <summary>Medians, means and spreads without stored distances against sorted lists.</summary>
public class PairDistancesTests
{
    // Both round a distance of d = 3 terms a few times; nothing is added up but a mean.
    private const double Relative = 1e-14;

    [Fact]
    public void Median_EveryCount_EqualsTheTwin()
    {
        for (int count = 2; count <= 70; count++)
            RequireEqualMedian(Seeded.Normal(new Random(count), count * 3), 3);
    }

    [Fact]
    public void Median_EveryDimension_EqualsTheTwin()
    {
        for (int dimension = 1; dimension <= 40; dimension++)
            RequireEqualMedian(Seeded.Normal(new Random(dimension), 23 * dimension), dimension);
    }

    [Theory]
    [InlineData(1e300)]
    [InlineData(1e-300)]
    [InlineData(1e-310)]
    public void Median_HugeOrTinySamples_NeitherOverflowsNorVanishes(double scale)
    {
        double[] values = Seeded.Normal(new Random(3), 21);
        double expected = Pairs.Median(Pairs.Distances(values, 1)) * scale;

        double actual = new MedianBandwidth().SigmaFor(Samples.FromScalars<double>(Array.ConvertAll(values, value => value * scale)));

        // Denormals hold fewer digits: 1e-310 has about 13 of them.
        Assert.Equal(1, actual / expected, scale < 1e-308 ? 1e-12 : Relative);
    }

    [Fact]
    public void Median_Ties_IsOneOfThem()
    {
        double[] values = [0, 0, 0, 1, 1, 1, 1];

        // 3 + 6 pairs at distance 0, 12 at distance 1: the middle of 21 is 1.
        Assert.Equal(1.0, new MedianBandwidth().SigmaFor(Samples.FromScalars<double>(values)));
    }

    [Fact]
    public void MeanWithDiagonal_EveryCount_EqualsTheTwin()
    {
        for (int count = 1; count <= 70; count++)
        {
            double[] values = Seeded.Normal(new Random(count), count * 3);
            double expected = 2 * Pairs.Distances(values, 3).Sum() / count / count;

            double actual = PairDistances.MeanWithDiagonal(Samples.FromRows<double>(values, 3), EstimationOptions.Default);

            Assert.Equal(expected, actual, Relative * Math.Max(1, expected));
        }
    }

    [Fact]
    public void ColumnSpread_ManyShapes_IsTheRootOfTheMeanVariance()
    {
        for (int dimension = 1; dimension <= 9; dimension++)
        {
            double[] values = Seeded.Normal(new Random(dimension), 31 * dimension);
            double meanVariance = Enumerable.Range(0, dimension)
                .Average(column => MathNet.Numerics.Statistics.Statistics.Variance(values.Where((_, i) => i % dimension == column)));

            Assert.Equal(Math.Sqrt(meanVariance), ColumnSpread.Of(Samples.FromRows<double>(values, dimension)), Relative);
        }
    }

    [Fact]
    public void ZScore_ManyColumns_EqualsTheTwin()
    {
        double[] values = Seeded.Normal(new Random(8), 40 * 3);
        double[] actual = ZScore.Of(Samples.FromRows<double>(values, 3));
        for (int column = 0; column < 3; column++)
        {
            double[] own = [.. values.Where((_, i) => i % 3 == column)];
            double scale = Math.Sqrt(MathNet.Numerics.Statistics.Statistics.PopulationVariance(own) + 1e-8);
            for (int row = 0; row < own.Length; row++)
                Assert.Equal((own[row] - own.Average()) / scale, actual[row * 3 + column], Relative);
        }
    }

    // Moments of the columns as defined, for ordinary numbers; and of any others: mean 0 and variance 1 to rounding, 0 of a constant.
    [Fact]
    public void Standardized_ManyColumns_HaveMeanZeroAndVarianceOne()
    {
        double[] values = Seeded.Normal(new Random(8), 40 * 7);
        (double Scale, double Shift)[] maps = [(1, 0), (1e-150, 0), (1e150, 0), (1, 1e8), (1e-310, 0), (4e307, 0), (0, 1e300)];
        double[] mapped = [.. values.Select((value, i) => value * maps[i % 7].Scale + maps[i % 7].Shift)];
        double[] actual = Standardized.Of(Samples.FromRows<double>(mapped, 7));
        for (int column = 0; column < 6; column++)
        {
            double[] own = [.. actual.Where((_, i) => i % 7 == column)];
            Assert.Equal(0, own.Average(), 4e-16);
            Assert.Equal(1, own.Average(value => value * value), 4e-15);
            double[] given = [.. values.Where((_, i) => i % 7 == column)];
            double scale = Math.Sqrt(MathNet.Numerics.Statistics.Statistics.PopulationVariance(given));
            // Numbers at 1e8 are rounded to 1.5e-8, and subnormal ones of 1e-310 to 5e-14 of themselves.
            double rounding = column switch { 3 => 2e-8, 4 => 1e-12, _ => Relative };
            for (int row = 0; row < own.Length; row++)
                Assert.Equal((given[row] - given.Average()) / scale, own[row], rounding);
        }

        Assert.All(actual.Where((_, i) => i % 7 == 6), value => Assert.Equal(0, value));
    }

    private static void RequireEqualMedian(double[] values, int dimension)
    {
        double expected = Pairs.Median(Pairs.Distances(values, dimension));
        double actual = new MedianBandwidth().SigmaFor(Samples.FromRows<double>(values, dimension));
        Assert.True(Math.Abs(actual - expected) <= Relative * expected, $"n = {values.Length / dimension}, d = {dimension}: {actual:R}, expected {expected:R}");
    }
}
