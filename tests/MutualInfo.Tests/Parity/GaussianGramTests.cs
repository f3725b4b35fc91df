using MutualInfo.Kernels;
using MutualInfo.Reference;

namespace MutualInfo.Tests.Parity;

/// <summary>The matrix and the sums that a caller asks for: right, and within their spans.</summary>
public class GaussianGramTests
{
    [Fact]
    public void Fill_ManyShapes_EqualsTheTwinInBothPrecisions()
    {
        foreach ((int count, int dimension) in (ReadOnlySpan<(int, int)>)[(1, 1), (7, 3), (65, 20), (130, 129)])
        {
            double[] x = Seeded.Normal(new Random(count), count * dimension);
            float[] single = Array.ConvertAll(x, value => (float)value);
            double sigma = 0.6 * Math.Sqrt(dimension);
            double[] matrix = new double[count * count];
            float[] singleMatrix = new float[count * count];
            GaussianGram.Fill(Samples.FromRows<double>(x, dimension), sigma, matrix);
            GaussianGram.Fill(Samples.FromRows<float>(single, dimension), sigma, singleMatrix);

            double[,] gram = Pairs.Gram(x, dimension, sigma);
            for (int i = 0; i < matrix.Length; i++)
            {
                double expected = gram[i / count, i % count];
                Assert.Equal(expected, matrix[i], 1e-13);
                // Single precision: up to 1.2e-4 of the exponent, and two ulps of 1 for what is rounded before and after.
                Assert.Equal(expected, singleMatrix[i], 1.3e-4 * expected + 2.4e-7);
            }
        }
    }

    [Fact]
    public void Fill_FloatsIntoDoubles_IsTheMatrixOfTheSameValuesWidened()
    {
        float[] single = [.. Seeded.Normal(new Random(4), 70 * 9).Select(value => (float)value)];
        double[] expected = new double[70 * 70];
        double[] actual = new double[70 * 70];
        GaussianGram.Fill(Samples.FromRows<double>(Array.ConvertAll(single, value => (double)value), 9), 2, expected);
        GaussianGram.Fill(Samples.FromRows<float>(single, 9), 2, actual);
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Fill_LongerDestination_LeavesTheRestAlone()
    {
        double[] matrix = [7, 7, 7, 7, 7];
        GaussianGram.Fill(Samples.FromScalars([0.0, 1]), 1, matrix);
        Assert.Equal([1, Math.Exp(-0.5), Math.Exp(-0.5), 1, 7], matrix);
    }

    [GuardedTheory]
    [InlineData(GuardedEnd.Start)]
    [InlineData(GuardedEnd.End)]
    public void Fill_EveryLength_StaysWithinItsSpans(GuardedEnd end)
    {
        for (int length = 1; length <= 257; length++)
        {
            int dimension = length % 17 == 0 ? 17 : length % 7 == 0 ? 7 : 1;
            int count = length / dimension;
            using GuardedMemory<double> samples = new(Seeded.Normal(new Random(length), length), end);
            using GuardedMemory<double> matrix = new(count * count, end);
            using GuardedMemory<float> singles = new(Array.ConvertAll(samples.Span.ToArray(), value => (float)value), end);
            using GuardedMemory<float> singleMatrix = new(count * count, end);
            samples.Seal();
            singles.Seal();
            GaussianGram.Fill(Samples.FromRows<double>(samples.Span, dimension), 1, matrix.Span);
            GaussianGram.Fill(Samples.FromRows<float>(singles.Span, dimension), 1, singleMatrix.Span);
            Assert.Equal(1, matrix.Span[^1]);
            Assert.Equal(1, singleMatrix.Span[^1]);
        }
    }

    [GuardedTheory]
    [InlineData(GuardedEnd.Start)]
    [InlineData(GuardedEnd.End)]
    public void RowSums_EveryLength_StayWithinTheirSpan(GuardedEnd end)
    {
        for (int count = 1; count <= 257; count++)
        {
            Similarity similarity = Similarity.Gaussian(Samples.FromScalars<double>(Seeded.Normal(new Random(count), count)), 1);
            using GuardedMemory<double> sums = new(count, end);
            CpuBackend.Shared.RowSums(similarity, sums.Span, EstimationOptions.Default);
            Assert.All(sums.Span.ToArray(), sum => Assert.InRange(sum, 1, count));
        }
    }

    [Fact]
    public void Fill_Progress_EndsAtOne()
    {
        List<double> heard = [];
        EstimationOptions options = new() { MaxDegreeOfParallelism = 1, Progress = new Listener(heard.Add) };
        GaussianGram.Fill(Samples.FromScalars<double>(Seeded.Normal(new Random(1), 400)), 1, new double[400 * 400], options);
        Assert.Equal(heard.Order(), heard);
        Assert.True(heard.Count > 1);
        Assert.Equal(1, heard[^1]);
    }

    private sealed class Listener(Action<double> heard) : IProgress<double>
    {
        public void Report(double value) => heard(value);
    }
}
