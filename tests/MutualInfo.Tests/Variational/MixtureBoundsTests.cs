using MutualInfo.Kernels;
using MutualInfo.Variational;

namespace MutualInfo.Tests.Variational;

public class MixtureBoundsTests
{
    [Theory]
    [InlineData(1, 3)]
    [InlineData(63, 1)]
    [InlineData(64, 5)]
    [InlineData(131, 7)]
    public void Mixture_AnyShape_IsThePairwiseFormula(int n, int d)
    {
        (double[] means, double[] deviations) = Codes(n, d, seed: 3);
        InformationBounds bounds = Bounds(means, deviations, d);

        // Two sums of n exponentials in another order.
        Assert.Equal(Pairwise(means, deviations, d, KullbackLeibler), bounds.Upper.Nats, 1e-12);
        Assert.Equal(Pairwise(means, deviations, d, Bhattacharyya), bounds.Lower.Nats, 1e-12);
    }

    // By hand: of two noises at distance 2 with σ = 1 and 2, KL is ½(1/4 + 1 − 1) + ln 2 one way and ½(4 + 4 − 1) − ln 2 the
    // other.
    [Fact]
    public void Mixture_TwoCodes_IsTheFormulaByHand()
    {
        InformationBounds bounds = Bounds([0, 2], [1, 2], 1);
        double there = Math.Exp(-(0.125 + Math.Log(2))), back = Math.Exp(-(3.5 - Math.Log(2)));
        Assert.Equal(Math.Log(2) - (0.5 * (Math.Log(1 + there) + Math.Log(1 + back))), bounds.Upper.Nats, 1e-15);
        double overlap = Math.Exp(-0.25 * 4 / 5) / Math.Sqrt(0.5 * (0.5 + 2));
        Assert.Equal(Math.Log(2) - Math.Log(1 + overlap), bounds.Lower.Nats, 1e-15);
    }

    // A family agreement: with one σ for all, these are the bounds of kernel density. 1e-13: distances are scaled before or
    // after squaring.
    [Fact]
    public void Mixture_OneDeviationForAll_IsKernelDensity()
    {
        const int n = 100, d = 3;
        (double[] means, _) = Codes(n, d, seed: 4);
        double[] deviations = new double[n * d];
        Array.Fill(deviations, 0.6);
        InformationBounds bounds = Bounds(means, deviations, d);
        foreach ((KernelDensityBound bound, Information value) in new[] { (KernelDensityBound.Upper, bounds.Upper), (KernelDensityBound.Lower, bounds.Lower) })
        {
            Information expected = Estimators.KernelDensity(0.36, bound).Estimate(Samples.FromRows<double>(means, d), Symbols.Distinct(n)).Value;
            Assert.Equal(expected.Nats, value.Nats, 1e-13);
        }
    }

    // The truth of a mixture in one dimension, by the trapezoid rule over all that has mass: far more exact than the bounds are
    // apart.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Mixture_OneDimension_BracketsTheInformation(int seed)
    {
        const int n = 6, steps = 40_000;
        (double[] means, double[] deviations) = Codes(n, 1, seed);
        double entropy = 0, noise = deviations.Average(Math.Log) + (0.5 * Math.Log(2 * Math.PI * Math.E));
        double low = -40, step = 80.0 / steps;
        for (int i = 0; i <= steps; i++)
        {
            double z = low + (i * step), density = 0;
            for (int j = 0; j < n; j++)
                density += Math.Exp(Normals.LogDensity(z, means[j], deviations[j])) / n;
            entropy -= density > 0 ? step * density * Math.Log(density) : 0;
        }

        InformationBounds bounds = Bounds(means, deviations, 1);
        Assert.True(
            bounds.Lower.Nats <= entropy - noise && entropy - noise <= bounds.Upper.Nats, $"seed {seed}: {entropy - noise} nats is not within {bounds}");
    }

    // In three dimensions by drawing: the mean of ln p(z|x) − ln p(z), within five of its standard errors.
    [Fact]
    public void Mixture_ThreeDimensions_BracketsTheInformationOfDrawnCodes()
    {
        const int n = 20, d = 3, draws = 20_000, seed = 6;
        (double[] means, double[] deviations) = Codes(n, d, seed);
        var random = new Random(seed);
        double sum = 0, squares = 0;
        for (int draw = 0; draw < draws; draw++)
        {
            int x = random.Next(n);
            double[] z = [.. Enumerable.Range(0, d).Select(k => means[(x * d) + k] + (deviations[(x * d) + k] * Normals.Draw(random)))];
            double[] likelihoods = [.. Enumerable.Range(0, n).Select(i =>
                Enumerable.Range(0, d).Sum(k => Normals.LogDensity(z[k], means[(i * d) + k], deviations[(i * d) + k])))];
            double value = likelihoods[x] - Math.Log(likelihoods.Sum(likelihood => Math.Exp(likelihood)) / n);
            sum += value;
            squares += value * value;
        }

        double mean = sum / draws, error = Math.Sqrt(((squares / draws) - (mean * mean)) / draws);
        InformationBounds bounds = Bounds(means, deviations, d);
        Assert.True(
            bounds.Lower.Nats - (5 * error) <= mean && mean <= bounds.Upper.Nats + (5 * error), $"seed {seed}: {mean} ± {error} nats is not within {bounds}");
    }

    [Fact]
    public void Mixture_CodesFarApart_SaturateAtTheirNumber()
    {
        InformationBounds bounds = Bounds([0, 1e6, 2e6, 3e6], [1, 2, 1, 0.5], 1);
        Assert.Equal(2, bounds.Lower.Bits, 1e-15);
        Assert.Equal(2, bounds.Upper.Bits, 1e-15);
        Assert.Equal(1, bounds.Saturation, 1e-15);
    }

    [Fact]
    public void Mixture_EqualCodes_HoldNothing()
    {
        InformationBounds bounds = Bounds([3, 3, 3], [0.3, 0.3, 0.3], 1);
        Assert.Equal((Information.Zero, Information.Zero), (bounds.Lower, bounds.Upper));
        Assert.Equal(1, Bounds([3], [1], 1).Saturation);
    }

    [Fact]
    public void Mixture_AnyThreads_IsBitwiseEqual()
    {
        (double[] means, double[] deviations) = Codes(200, 4, seed: 7);
        InformationBounds expected = Bounds(means, deviations, 4, new EstimationOptions { MaxDegreeOfParallelism = 1 });
        foreach (int threads in new[] { 2, 3, 7, 16, -1 })
            Assert.Equal(expected, Bounds(means, deviations, 4, new EstimationOptions { MaxDegreeOfParallelism = threads }));
    }

    // Extremes that a program meets: tiny and huge units, and deviations 100 orders of magnitude apart. No NaN, and the order
    // of the bounds.
    [Fact]
    public void Mixture_ExtremeUnits_ScaleOut()
    {
        (double[] means, double[] deviations) = Codes(20, 2, seed: 8);
        InformationBounds expected = Bounds(means, deviations, 2);
        foreach (double unit in new[] { Math.ScaleB(1, -900), Math.ScaleB(1, 900) })
        {
            Assert.Equal(expected, Bounds([.. means.Select(value => value * unit)], [.. deviations.Select(value => value * unit)], 2));
        }

        deviations[0] = 1e-100;
        InformationBounds bounds = Bounds(means, deviations, 2);
        Assert.True(bounds.Lower <= bounds.Upper && bounds.Upper.Nats <= Math.Log(20) + 1e-15, bounds.ToString());
    }

    [Fact]
    public void Mixture_Cancelled_Stops()
    {
        (double[] means, double[] deviations) = Codes(200, 4, seed: 9);
        using CancellationTokenSource source = new();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => Bounds(means, deviations, 4, new EstimationOptions { CancellationToken = source.Token }));
    }

    private static InformationBounds Bounds(double[] means, double[] deviations, int d, EstimationOptions? options = null) =>
        RateBounds.Mixture(Samples.FromRows<double>(means, d), Samples.FromRows<double>(deviations, d), options);

    private static (double[] Means, double[] Deviations) Codes(int n, int d, int seed)
    {
        var random = new Random(seed);
        return ([.. Normals.Draw(n * d, random).Select(normal => 2 * normal)], [.. Normals.Draw(n * d, random).Select(normal => Math.Exp(0.5 * normal))]);
    }

    private static double Pairwise(double[] means, double[] deviations, int d, Func<double, double, double, double, double> distance)
    {
        int n = means.Length / d;
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            double row = 0;
            for (int j = 0; j < n; j++)
            {
                double total = 0;
                for (int k = 0; k < d; k++)
                    total += distance(means[(i * d) + k], deviations[(i * d) + k], means[(j * d) + k], deviations[(j * d) + k]);
                row += Math.Exp(-total);
            }

            sum -= Math.Log(row / n) / n;
        }

        return sum;
    }

    private static double KullbackLeibler(double m, double s, double other, double t) =>
        Math.Log(t / s) + (((s * s) + ((m - other) * (m - other))) / (2 * t * t)) - 0.5;

    private static double Bhattacharyya(double m, double s, double other, double t) =>
        ((m - other) * (m - other) / (4 * ((s * s) + (t * t)))) + (0.5 * Math.Log(((s * s) + (t * t)) / (2 * s * t)));
}
