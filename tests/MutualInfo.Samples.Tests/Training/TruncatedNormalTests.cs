using MutualInfo.Training;

namespace MutualInfo.SampleTests.Training;

public class TruncatedNormalTests
{
    // A normal distribution cut at ±2σ has mean 0 and 0.87963σ; 100,000 draws give its deviation to 0.2 %.
    [Fact]
    public void Fill_ManyNumbers_HaveTheMomentsOfTheCutNormal()
    {
        double[] values = new double[100_000];
        TruncatedNormal.Fill<double>(values, 0.5, new Random(1));
        Assert.All(values, value => Assert.InRange(value, -1, 1));
        Assert.Equal(0, values.Average(), 0.005);
        Assert.Equal(0.87963 * 0.5, Math.Sqrt(values.Average(value => value * value)), 0.003);
        Assert.Contains(values, value => value > 0.95);
    }
}
