using MutualInfo.Variational;

namespace MutualInfo.Tests.Variational;

public class RateBoundsTests
{
    // One rounding or two of numbers of order 1.
    private const double Rounding = 1e-14;

    [Fact]
    public void StandardNormal_CodesThatAreThePrior_CostNothing()
    {
        RateBound rate = RateBounds.StandardNormal(Samples.FromRows(new double[6], 3), Samples.FromRows<double>([1, 1, 1, 1, 1, 1], 3));
        Assert.Equal(Information.Zero, rate.Value);
    }

    [Fact]
    public void StandardNormal_TwoSamplesOfTwoDimensions_IsTheFormulaAndItsParts()
    {
        RateBound rate = RateBounds.StandardNormal(Samples.FromRows([1.0, 0, -2, 3], 2), Samples.FromRows([1, 0.5, 2, 1], 2));
        double a = 0.5, b = (0.5 * (0.25 - 1)) + Math.Log(2), c = (0.5 * (4 + 4 - 1)) - Math.Log(2), d = 4.5;
        Assert.Equal((a + b + c + d) / 2, rate.Value.Nats, Rounding);
        AssertNats([a + b, c + d], rate.PerSample);
        AssertNats([(a + c) / 2, (b + d) / 2], rate.PerDimension);
    }

    // Means that are N(0, s²) and noise with s² + σ² = 1 make codes that are the prior, and the rate is the information, ½
    // ln(1/σ²). What is left is the sampling of ½μ², of standard deviation s²/√2 a sample; five of them of a mean over n fail
    // once in two million seeds.
    [Theory]
    [InlineData(0.1)]
    [InlineData(0.8)]
    public void StandardNormal_CodesDistributedAsThePrior_AreTheirInformation(double deviation)
    {
        const int n = 20_000;
        double signal = Math.Sqrt(1 - (deviation * deviation));
        double[] means = [.. Normals.Draw(n, new Random(5)).Select(normal => signal * normal)];
        RateBound rate = RateBounds.StandardNormal(Samples.FromScalars<double>(means), Constant(n, deviation));
        Assert.Equal(-Math.Log(deviation), rate.Value.Nats, 5 * signal * signal / Math.Sqrt(2.0 * n));
    }

    // By drawing codes: the mean of ln p(z|x) − ln q(z), within five of its own standard errors (one failure in two million
    // seeds).
    [Fact]
    public void StandardNormal_DrawnCodes_HaveThisDivergence() =>
        AssertMonteCarlo(
            RateBounds.StandardNormal(Samples.FromScalars([0.7]), Samples.FromScalars([0.4])).Value.Nats,
            random =>
            {
                double z = 0.7 + (0.4 * Normals.Draw(random));
                return Normals.LogDensity(z, 0.7, 0.4) - Normals.LogDensity(z, 0, 1);
            });

    [Fact]
    public void LogNormal_DrawnCodes_HaveThisDivergence() =>
        AssertMonteCarlo(
            RateBounds.LogNormal(Samples.FromScalars([1.7]), Samples.FromScalars([0.6]), priorMean: 0.3, priorDeviation: 0.8).Value.Nats,
            random =>
            {
                // Densities of z itself: each is that of ln z, divided by z.
                double z = 1.7 * Math.Exp(0.6 * Normals.Draw(random));
                return Normals.LogDensity(Math.Log(z), Math.Log(1.7), 0.6) - Math.Log(z) - (Normals.LogDensity(Math.Log(z), 0.3, 0.8) - Math.Log(z));
            });

    // The prior is c/z, and c is chosen so that α = 0.7 costs nothing.
    [Fact]
    public void LogUniform_DrawnCodes_HaveThisDivergence()
    {
        double constant = -0.5 * Math.Log(2 * Math.PI * Math.E * 0.49);
        AssertMonteCarlo(
            RateBounds.LogUniform(Samples.FromScalars([0.2]), largestDeviation: 0.7).Value.Nats,
            random =>
            {
                double z = 1.3 * Math.Exp(0.2 * Normals.Draw(random));
                return Normals.LogDensity(Math.Log(z), Math.Log(1.3), 0.2) - Math.Log(z) - (constant - Math.Log(z));
            });
    }

    [Fact]
    public void LogUniform_LargestDeviation_CostsNothingAndHalfOfItALogarithmOfTwo()
    {
        RateBound rate = RateBounds.LogUniform(Samples.FromRows([0.5, 0.25, 0.5, 0.125], 2), 0.5);
        Assert.Equal(1.5, rate.Value.Bits, Rounding);
        Assert.Equal([0, 1.5], rate.PerDimension.Select(unit => Math.Round(unit.Bits, 12)));
    }

    [Fact]
    public void LogNormal_OtherUnits_ChangesNothing()
    {
        double[] f = [0.5, 2, 3, 0.1], alpha = [0.1, 0.4, 0.9, 0.2];
        Information rate = RateBounds.LogNormal(Samples.FromRows<double>(f, 2), Samples.FromRows<double>(alpha, 2), 0.2, 0.7).Value;
        Information scaled = RateBounds.LogNormal(
            Samples.FromRows<double>([.. f.Select(value => 10 * value)], 2), Samples.FromRows<double>(alpha, 2), 0.2 + Math.Log(10), 0.7).Value;
        Assert.Equal(rate.Nats, scaled.Nats, 1e-13);
    }

    [Fact]
    public void LogNormal_ActivationOfZero_CountsAsTheFloor()
    {
        Samples<double> alpha = Samples.FromScalars([0.5]);
        Information zero = RateBounds.LogNormal(Samples.FromScalars([0.0]), alpha).Value;
        Assert.Equal(RateBounds.LogNormal(Samples.FromScalars([1e-4]), alpha).Value, zero);
        Assert.True(RateBounds.LogNormal(Samples.FromScalars([0.0]), alpha, floor: 1e-8).Value > zero);
    }

    [Fact]
    public void Rates_OfFloats_AreThoseOfTheSameNumbersAsDoubles()
    {
        float[] means = [0.3f, -1.2f, 4, 0.01f], deviations = [0.1f, 0.2f, 3, 1];
        RateBound single = RateBounds.StandardNormal(Samples.FromRows<float>(means, 2), Samples.FromRows<float>(deviations, 2));
        RateBound twice = RateBounds.StandardNormal(Doubles(means), Doubles(deviations));
        Assert.Equal(twice.Value, single.Value);
    }

    private static Samples<double> Doubles(float[] values) => Samples.FromRows<double>(Array.ConvertAll(values, value => (double)value), 2);

    private static Samples<double> Constant(int count, double value)
    {
        double[] values = new double[count];
        Array.Fill(values, value);
        return Samples.FromScalars<double>(values);
    }

    private static void AssertNats(double[] expected, IReadOnlyList<Information> actual)
    {
        Assert.Equal(expected.Length, actual.Count);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i].Nats, Rounding);
    }

    private static void AssertMonteCarlo(double nats, Func<Random, double> draw)
    {
        const int seed = 11, n = 50_000;
        var random = new Random(seed);
        double[] draws = [.. Enumerable.Range(0, n).Select(_ => draw(random))];
        double mean = draws.Average(), error = Math.Sqrt(draws.Sum(value => Math.Pow(value - mean, 2)) / n / n);
        Assert.True(Math.Abs(mean - nats) <= 5 * error, $"seed {seed}: {mean} by {n} draws ± {error}, {nats} by the formula");
    }
}
