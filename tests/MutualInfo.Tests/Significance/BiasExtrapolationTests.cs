using MutualInfo.Significance;
using MutualInfo.Significance.Primitives;
using MutualInfo.Tests.Laws;

namespace MutualInfo.Tests.Significance;

/// <summary>Extrapolation to 1/n = 0: exact on what is a power series, and right about the plug-in's bias on a channel of known information.</summary>
public class BiasExtrapolationTests
{
    [Theory, InlineData(1, 1), InlineData(1, 3), InlineData(2, 2), InlineData(2, 4)]
    public void Of_ValuesOfAPolynomial_GivesItsCoefficients(int order, int halvings)
    {
        double[] values = [.. Enumerable.Range(0, halvings + 1).Select(level => Math.ScaleB(1, level)).Select(u => 0.5 + 0.25 * u + (order == 2 ? 0.125 * u * u : 0))];
        double[] fit = PowersOfTwoFit.Of(values, order);
        Assert.Equal(0.5, fit[0], 1e-12);
        Assert.Equal(0.25, fit[1], 1e-12);
        if (order == 2)
            Assert.Equal(0.125, fit[2], 1e-12);
    }

    [Fact]
    public void Of_AsManyValuesAsCoefficients_IsRichardsons()
    {
        double[] values = [1.3, 1.7, 2.9];
        Assert.Equal((8 * 1.3 - 6 * 1.7 + 2.9) / 3, PowersOfTwoFit.Of(values, 2)[0], 1e-13);
        Assert.Equal(2 * 1.3 - 1.7, PowersOfTwoFit.Of(values[..2], 1)[0], 1e-13);
    }

    [Fact]
    public void Rows_OfOneShuffleAndLevel_AreDisjointAndHoldAllSamplesButTheBlock()
    {
        HalvedSamples halved = new(50, 2, 1, 5, 3);
        int[][] parts = [.. Enumerable.Range(0, halved.Count).Select(halved.Rows)];
        // Without leaving out a block 2 + 4 parts; for each of 5 blocks the whole and 2 + 4.
        Assert.Equal(6 + 5 * 7, parts.Length);
        Assert.Equal(Enumerable.Range(0, 50), parts[..2].SelectMany(rows => rows).Order());
        Assert.Equal(Enumerable.Range(0, 50), parts[2..6].SelectMany(rows => rows).Order());
        Assert.Equal(halved.Dealt.Without(0), parts[6]);
        Assert.Equal(halved.Dealt.Without(0), parts[7..9].SelectMany(rows => rows).Order());
        Assert.Equal(halved.Dealt.Without(4), parts[^4..].SelectMany(rows => rows).Order());
    }

    // Four symbols each, errors of 0.1 spread over three: I = ln 4 − H(0.1) − 0.1·ln 3. The plug-in's bias is (16 − 4 − 4 + 1)/2n = 9/2n.
    [Fact]
    public void Run_SymmetricChannel_RemovesThePlugInsBias()
    {
        const double Truth = 0.951350;
        const int Repetitions = 60;
        const int N = 640;
        double[] values = new double[Repetitions];
        double[] biases = new double[Repetitions];
        double[] slopes = new double[Repetitions];
        double reportedVariance = 0;
        for (int seed = 0; seed < Repetitions; seed++)
        {
            Random random = new(seed);
            int[] sent = Seeded.Labels(random, N, 4);
            int[] received = [.. sent.Select(symbol => random.NextDouble() < 0.1 ? (symbol + 1 + random.Next(3)) % 4 : symbol)];
            ExtrapolatedInformation result = new BiasExtrapolation(1) { Seed = (ulong)seed, Shuffles = 2, Blocks = 10 }.Run(
                Estimators.ExactDiscrete(), Symbols.FromLabels(sent), Symbols.FromLabels(received));
            values[seed] = result.Value.Nats;
            biases[seed] = result.Bias.Nats;
            slopes[seed] = result.FirstOrder.Nats;
            reportedVariance += Math.Pow(result.StandardError.Nats, 2) / Repetitions;
            Assert.Equal(result.Estimate.Value.Nats - result.Value.Nats, result.Bias.Nats);
        }

        // What is left of the bias is within three standard errors of the mean, and the bias that was found is the known one, which is far
        // beyond its own noise: all points of a fit come from the same samples.
        double deviation = Spread.StandardDeviation(values, values.Average());
        Assert.True(Math.Abs(values.Average() - Truth) < 3 * deviation / Math.Sqrt(Repetitions), $"{values.Average()}, standard deviation {deviation}");
        double ofBias = Spread.StandardDeviation(biases, biases.Average()) / Math.Sqrt(Repetitions);
        Assert.True(biases.Average() > 20 * ofBias, $"bias {biases.Average()}, standard error {ofBias}");
        // A third: the cells of 5 samples that errors fill have terms of second order, which a line takes for some of the first.
        Assert.InRange(biases.Average() / (9.0 / (2 * N)), 0.67, 1.33);
        Assert.InRange(slopes.Average() / 4.5, 0.67, 1.33);
        // The reported error is the real one to a quarter: 60 repetitions know it to a tenth.
        Assert.InRange(Math.Sqrt(reportedVariance) / deviation, 0.75, 1.33);
    }

    [Fact]
    public void Run_AnyThreads_GivesTheSameBits()
    {
        Observations data = DataSets.Related(3, 64, 1);
        BiasExtrapolation extrapolation = new(1) { Seed = 5, Halvings = 2, Shuffles = 2, Blocks = 4 };
        ExtrapolatedInformation alone = extrapolation.Run(
            Estimators.Binning(3, -2, 2), data.X.Samples, data.Y.Samples, new EstimationOptions { MaxDegreeOfParallelism = 1 });
        foreach (int threads in (int[])[2, 3, 7])
        {
            ExtrapolatedInformation together = extrapolation.Run(
                Estimators.Binning(3, -2, 2), data.X.Samples, data.Y.Samples, new EstimationOptions { MaxDegreeOfParallelism = threads });
            Assert.Equal(alone.Value, together.Value);
            Assert.Equal(alone.StandardError, together.StandardError);
            Assert.Equal(alone.Points, together.Points);
        }

        Assert.Equal([64, 32, 16], alone.Points.Select(point => point.SampleCount));
        Assert.Equal(alone.Estimate.Value, alone.Points[0].Mean);
        Assert.Equal(0, alone.SecondOrder.Nats);
        Assert.Contains("extrapolated to 1/n = 0", alone.ToString(), StringComparison.Ordinal);
    }
}
