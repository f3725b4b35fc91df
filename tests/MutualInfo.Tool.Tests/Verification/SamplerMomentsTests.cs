using MutualInfo.Tool.Verification;
using MutualInfo.Tool.Verification.Tasks;

namespace MutualInfo.Tool.Tests.Verification;

/// <summary>Means, covariances and shares of samples, within five standard errors of what the distribution says. Seeds are fixed.</summary>
public class SamplerMomentsTests
{
    private const int Count = 40_000;

    [Theory]
    [InlineData(1)]
    [InlineData(11)]
    [InlineData(13)]
    [InlineData(16)]
    [InlineData(18)]
    public void Sample_NormalTask_HasItsCovariances(int number)
    {
        TaskSample sample = BenchmarkTasks.All[number - 1].Sample(Count, new RandomSource(11));
        int d = sample.X.Dimension;
        for (int i = 0; i < 2 * d; i++)
        {
            double[] left = Column(sample, i);
            Assert.Equal(0, left.Average(), 5 / Math.Sqrt(Count));
            for (int j = 0; j <= i; j++)
            {
                double[] right = Column(sample, j);
                double expected = Covariance(number, i, j, d);
                double observed = left.Zip(right, (a, b) => a * b).Average();
                // Isserlis: the variance of x·y is 1 + ρ² for standard normal numbers.
                Assert.Equal(expected, observed, 5 * Math.Sqrt((1 + expected * expected) / Count));
            }
        }
    }

    [Theory]
    [InlineData(0, 3.5, 6.25, true)]
    [InlineData(0, 1, 5, false)]
    public void Sample_Bimodal_HasTheMomentsOfItsMixture(int column, double mean, double variance, bool isX)
    {
        TaskSample sample = BenchmarkTasks.All[4].Sample(Count, new RandomSource(12));
        double[] values = Column(sample, isX ? column : column + 1);
        Assert.Equal(mean, values.Average(), 5 * Math.Sqrt(variance / Count));
        // The fourth central moment of a mixture is at most that of a normal of its variance here, 3·variance².
        Assert.Equal(variance, values.Average(v => (v - mean) * (v - mean)), 5 * variance * Math.Sqrt(2.0 / Count));
    }

    [Theory]
    [InlineData(3, 0.1)]
    [InlineData(4, 0.75)]
    public void Sample_AdditiveUniform_HasUniformInputAndNoise(int number, double epsilon)
    {
        TaskSample sample = BenchmarkTasks.All[number - 1].Sample(Count, new RandomSource(13));
        double[] x = Column(sample, 0);
        double[] noise = [.. Column(sample, 1).Zip(x, (b, a) => b - a)];
        AssertUniform(x, 0, 1);
        AssertUniform(noise, -epsilon, epsilon);
    }

    // P(|t| < 1) is 1/2, 1/√3 and 0.6090 for one, two and three degrees of freedom.
    [Theory]
    [InlineData(8, 0.5)]
    [InlineData(21, 0.57735027)]
    [InlineData(23, 0.60899778)]
    public void Sample_Student_HasItsShareWithinOne(int number, double share)
    {
        TaskSample sample = BenchmarkTasks.All[number - 1].Sample(Count, new RandomSource(14));
        for (int column = 0; column < 2 * sample.X.Dimension; column++)
        {
            double observed = Column(sample, column).Average(v => Math.Abs(v) < 1 ? 1.0 : 0);
            Assert.Equal(share, observed, 5 * Math.Sqrt(share * (1 - share) / Count));
        }
    }

    [Fact]
    public void Sample_NormalCdf_IsUniform()
    {
        TaskSample sample = BenchmarkTasks.All[26].Sample(Count, new RandomSource(15));
        for (int column = 0; column < 10; column++)
            AssertUniform(Column(sample, column), 0, 1);
    }

    [Fact]
    public void Sample_HalfCube_HasTheThirdAbsoluteMomentOfANormal()
    {
        double[] x = Column(BenchmarkTasks.All[6].Sample(Count, new RandomSource(16)), 0);
        // E[(x√|x|)²] = E|z|³ = 2√(2/π), whose variance is E z⁶ less its square: 15 − 2.55.
        Assert.Equal(2 * Math.Sqrt(2 / Math.PI), x.Average(v => v * v), 5 * Math.Sqrt((15 - 8 / Math.PI) / Count));
        Assert.Equal(0, x.Average(), 5 * Math.Sqrt(1.6 / Count));
    }

    private static double Covariance(int number, int i, int j, int d)
    {
        if (i == j)
            return 1;
        bool isPair = Math.Abs(i - j) == d;
        return number switch
        {
            1 => 0.75,
            11 or 13 => 0.5,
            _ => isPair && Math.Min(i, j) < 2 ? 0.8 : 0,
        };
    }

    private static void AssertUniform(double[] values, double low, double high)
    {
        double width = high - low;
        Assert.All(values, value => Assert.InRange(value, low, high));
        Assert.Equal((low + high) / 2, values.Average(), 5 * width / Math.Sqrt(12.0 * Count));
        // The variance of (u − ½)² is 1/80 − 1/144 = 1/180.
        double middle = (low + high) / 2;
        Assert.Equal(width * width / 12, values.Average(v => (v - middle) * (v - middle)), 5 * width * width / Math.Sqrt(180.0 * Count));
    }

    /// <summary>One coordinate of all samples; those of y follow those of x.</summary>
    private static double[] Column(TaskSample sample, int column)
    {
        double[] values = new double[Count];
        int d = sample.X.Dimension;
        for (int row = 0; row < Count; row++)
            values[row] = column < d ? sample.X.AsSamples()[row][column] : sample.Y.AsSamples()[row][column - d];
        return values;
    }
}
