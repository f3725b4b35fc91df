using MathNet.Numerics;
using MutualInfo.Tool.Verification;
using MutualInfo.Tool.Verification.Tasks;

namespace MutualInfo.Tool.Tests.Verification;

/// <summary>The mean of ln p(x,y)/p(x)p(y) over a task's own samples is its truth: sampler and formula describe one distribution.</summary>
public class MonteCarloTruthTests
{
    private const int Count = 50_000;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(11)]
    [InlineData(13)]
    [InlineData(14)]
    [InlineData(16)]
    [InlineData(18)]
    [InlineData(20)]
    [InlineData(21)]
    [InlineData(23)]
    [InlineData(24)]
    public void Truth_Task_IsTheMeanLogDensityRatio(int number)
    {
        BenchmarkTask task = BenchmarkTasks.All[number - 1];
        TaskSample sample = task.Sample(Count, new RandomSource(21));
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < Count; i++)
        {
            double ratio = LogRatio(number, sample.X.AsSamples()[i], sample.Y.AsSamples()[i]);
            sum += ratio;
            squares += ratio * ratio;
        }

        double mean = sum / Count;
        double error = Math.Sqrt((squares / Count - mean * mean) / Count);
        Assert.Equal(task.Truth, mean, 5 * error);
        // Tight enough to tell a wrong formula: a tenth of the truth would be seen.
        Assert.True(5 * error < 0.1 * task.Truth);
    }

    private static double LogRatio(int number, ReadOnlySpan<double> x, ReadOnlySpan<double> y) => number switch
    {
        1 => Pair(x[0], y[0], 0.75),
        3 => AdditiveUniform(y[0], 0.1),
        4 => AdditiveUniform(y[0], 0.75),
        11 or 13 or 14 => Dense([.. x, .. y]) - Dense(x) - Dense(y),
        16 or 18 => Pair(x[0], y[0], 0.8) + Pair(x[1], y[1], 0.8),
        8 or 20 => Student([.. x, .. y], 1) - Student(x, 1) - Student(y, 1),
        21 or 24 => Student([.. x, .. y], 2) - Student(x, 2) - Student(y, 2),
        _ => Student([.. x, .. y], 3) - Student(x, 3) - Student(y, 3),
    };

    private static double Pair(double x, double y, double rho)
    {
        double rest = 1 - rho * rho;
        return -0.5 * Math.Log(rest) - (x * x - 2 * rho * x * y + y * y) / (2 * rest) + (x * x + y * y) / 2;
    }

    // p(y|x) is 1/2ε; p(y) the share of [0, 1] within ε of y, over 2ε.
    private static double AdditiveUniform(double y, double epsilon) =>
        -Math.Log(Math.Min(1, y + epsilon) - Math.Max(0, y - epsilon));

    // Σ = ½I + ½J of k coordinates: |Σ| = (k + 1)/2ᵏ and Σ⁻¹ = 2(I − J/(k + 1)).
    private static double Dense(ReadOnlySpan<double> z)
    {
        double sum = 0;
        double squares = 0;
        foreach (double value in z)
        {
            sum += value;
            squares += value * value;
        }

        int k = z.Length;
        return -0.5 * (k * Math.Log(2 * Math.PI) + Math.Log(k + 1) - k * Math.Log(2)) - (squares - sum * sum / (k + 1));
    }

    private static double Student(ReadOnlySpan<double> z, int degrees)
    {
        double squares = 0;
        foreach (double value in z)
            squares += value * value;
        double half = (degrees + z.Length) / 2.0;
        return SpecialFunctions.GammaLn(half) - SpecialFunctions.GammaLn(degrees / 2.0)
            - z.Length / 2.0 * Math.Log(degrees * Math.PI) - half * Math.Log(1 + squares / degrees);
    }
}
