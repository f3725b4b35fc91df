using MutualInfo.Tool.Verification;

namespace MutualInfo.Tool.Tests.Verification;

/// <summary>Moments within five standard errors, at fixed seeds.</summary>
public class RandomSourceTests
{
    private const int Count = 100_000;

    [Fact]
    public void Uniform_Moments_AreThoseOfTheUnitInterval()
    {
        RandomSource random = new(1);
        double[] values = Draw(random.Uniform);
        Assert.All(values, value => Assert.True(value is > 0 and < 1));
        Assert.Equal(0.5, values.Average(), 5 / Math.Sqrt(12.0 * Count));
        Assert.Equal(1 / 12.0, values.Average(v => (v - 0.5) * (v - 0.5)), 5 / Math.Sqrt(180.0 * Count));
    }

    // The variances of z, z² and z⁴ are 1, 2 and 96.
    [Fact]
    public void Normal_Moments_AreThoseOfTheNormal()
    {
        double[] values = Draw(new RandomSource(2).Normal);
        Assert.Equal(0, values.Average(), 5 / Math.Sqrt(Count));
        Assert.Equal(1, values.Average(v => v * v), 5 * Math.Sqrt(2.0 / Count));
        Assert.Equal(3, values.Average(v => v * v * v * v), 5 * Math.Sqrt(96.0 / Count));
        Assert.Equal(0, values.Skip(1).Zip(values, (a, b) => a * b).Average(), 5 / Math.Sqrt(Count));
    }

    [Fact]
    public void Poisson_Moments_AreItsMean()
    {
        RandomSource random = new(3);
        double[] values = Draw(() => random.Poisson(2.5));
        Assert.Equal(2.5, values.Average(), 5 * Math.Sqrt(2.5 / Count));
        // The fourth central moment is m + 3m², so the variance of the squares is m + 2m².
        Assert.Equal(2.5, values.Average(v => (v - 2.5) * (v - 2.5)), 5 * Math.Sqrt((2.5 + 2 * 6.25) / Count));
    }

    [Fact]
    public void ChiSquared_Mean_IsItsDegrees()
    {
        RandomSource random = new(4);
        Assert.Equal(3, Draw(() => random.ChiSquared(3)).Average(), 5 * Math.Sqrt(6.0 / Count));
    }

    [Fact]
    public void Random_NameOrSeed_MakesAStreamOfItsOwn()
    {
        VerificationContext context = new();
        double first = context.Random("a").Uniform();
        Assert.Equal(first, context.Random("a").Uniform());
        Assert.NotEqual(first, context.Random("b").Uniform());
        Assert.NotEqual(first, (context with { Seed = 1 }).Random("a").Uniform());
    }

    private static double[] Draw(Func<double> next)
    {
        double[] values = new double[Count];
        for (int i = 0; i < Count; i++)
            values[i] = next();
        return values;
    }
}
