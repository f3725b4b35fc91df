using MutualInfo.Discrete;
using MutualInfo.Kernels;

namespace MutualInfo.Tests.Verdicts;

// Silence on channels that estimators measure well, from many samples.
public partial class VerdictLaws
{
    [Theory]
    [InlineData(0.01), InlineData(0.1), InlineData(0.25)]
    public void Verdict_BinarySymmetricChannel_FindsNothing(double error)
    {
        Random random = new(1);
        int[] x = [.. Enumerable.Range(0, 10_000).Select(_ => random.Next(2))];
        int[] y = [.. x.Select(bit => random.NextDouble() < error ? 1 - bit : bit)];
        foreach (IMutualInformationEstimator estimator in (IMutualInformationEstimator[])[Estimators.ExactDiscrete(), Estimators.ExactDiscrete() with { Entropy = new MillerMadow() }])
        {
            Verdict verdict = estimator.Estimate(Symbols.FromLabels(x), Symbols.FromLabels(y)).Verdict;
            Assert.True(verdict.Findings.Count == 0, $"{verdict}");
            Assert.StartsWith("nothing stands against it; it estimates the Shannon information", verdict.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(0.5), InlineData(0.75), InlineData(0.95)]
    public void Verdict_GaussianPair_FindsNothing(double correlation)
    {
        (double[] x, double[] y) = GaussianPair(10_000, correlation, seed: 1);
        foreach (IMutualInformationEstimator estimator in (IMutualInformationEstimator[])
            [Estimators.Binning(10), Estimators.Binning(10, -5, 5), new DiscreteEstimator(new EqualFrequencyBins(10)), Estimators.Gaussian(), Estimators.GaussianCopula(), Estimators.Kraskov()])
        {
            Verdict verdict = estimator.Estimate(Samples.FromScalars(x), Samples.FromScalars(y)).Verdict;
            Assert.True(verdict.Findings.Count == 0, $"{estimator}: {verdict}");
        }

        (x, y) = GaussianPair(500, correlation, seed: 2);
        foreach (IMutualInformationEstimator estimator in (IMutualInformationEstimator[])
            [new KernelDensityEstimator(new FixedBandwidth(0.5)), Estimators.MatrixRenyi(1.01, new FixedBandwidth(1)), Estimators.MatrixRenyi(2, new FixedBandwidth(1))])
        {
            Verdict verdict = estimator.Estimate(Samples.FromScalars(x), Samples.FromScalars(y)).Verdict;
            Assert.True(verdict.Findings.Count == 0, $"{estimator}: {verdict}");
        }
    }

    private static (double[] X, double[] Y) GaussianPair(int n, double correlation, int seed)
    {
        Random random = new(seed);
        double[] x = new double[n], y = new double[n];
        for (int i = 0; i < n; i++)
        {
            x[i] = Normal(random);
            y[i] = correlation * x[i] + Math.Sqrt(1 - correlation * correlation) * Normal(random);
        }

        return (x, y);
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
