using MutualInfo.Kernels;
using MutualInfo.Tool.Verification;
using MutualInfo.Tool.Verification.ClosedForms;

namespace MutualInfo.Tool.Tests.Verification;

public class KernelDensityLimitTests
{
    // 35 %: the variance of 200 estimates has a standard error of √(2/199), a tenth of itself.
    [Theory]
    [InlineData(1, 0.1)]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(1, 10)]
    public void Of_OneAxis_HasTheVarianceOfManyEstimates(double sigma, double variance)
    {
        const int N = 400;
        const int Repetitions = 200;
        RandomSource random = new(7);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < Repetitions; i++)
        {
            double[] layer = [.. Enumerable.Range(0, N).Select(_ => Math.Sqrt(variance) * random.Normal())];
            double nats = new KernelDensityEstimator(new FixedBandwidth(sigma)).Estimate(Samples.FromScalars<double>(layer), Symbols.Distinct(N)).Value.Nats;
            sum += nats;
            squares += nats * nats;
        }

        double measured = (squares - sum * sum / Repetitions) / (Repetitions - 1) * N;
        double expected = KernelDensityLimit.Of(sigma, variance).Variance;
        Assert.InRange(measured / expected, 0.65, 1.35);
    }
}
