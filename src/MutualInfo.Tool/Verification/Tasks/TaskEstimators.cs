using MutualInfo.Discrete;
using MutualInfo.Kernels;

namespace MutualInfo.Tool.Verification.Tasks;

/// <summary>The estimators that are judged by the tasks, with the parameters of the baseline.</summary>
internal static class TaskEstimators
{
    public static DiscreteEstimator EqualWidth { get; } = Estimators.Binning(10, BinRange.PerNeuron);

    public static DiscreteEstimator EqualFrequency { get; } = new(new EqualFrequencyBins(10, BinScope.PerNeuron));

    public static MatrixRenyiEstimator MatrixRenyi { get; } =
        Estimators.MatrixRenyi(1.01, new TapiaEstevezBandwidth()) with { Scaling = FeatureScaling.ZScore };

    /// <summary>
    /// A resubstitution density estimate: with the same σ for x, y and the pair, the constants of the three Gaussian densities cancel,
    /// and mean ln p(x,y)/p(x)p(y) is the Kolchinsky–Tracey formula.
    /// </summary>
    public static KernelDensityEstimator KernelDensity(BenchmarkTask task)
    {
        (double[] x, double[] y) = task.Base(new RandomSource(0));
        int dimension = task.MapX(x).Length + task.MapY(y).Length;
        double sigma = Math.Pow(TaskChecks.SampleCount, -1.0 / (4 + dimension));
        return new KernelDensityEstimator(new FixedBandwidth(sigma)) { Scaling = FeatureScaling.ZScore };
    }
}
