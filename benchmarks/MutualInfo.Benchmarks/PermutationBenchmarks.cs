using System.Numerics;
using BenchmarkDotNet.Attributes;
using MutualInfo.Significance;

namespace MutualInfo.Benchmarks;

/// <summary>
/// A permutation test of 199 permutations that reuses what permuting does not change, beside the same estimates made anew for every
/// permutation. Both give the same p-value.
/// </summary>
public class PermutationBenchmarks
{
    private static readonly PermutationTest _test = new(199) { Seed = 1 };

    private readonly Dictionary<string, (IMutualInformationEstimator Estimator, double[] X, double[] Y, int Dimension)> _cases = [];
    private Symbols _labels = Symbols.Distinct(0);

    [Params(
        "binning, 10 neurons", "kernel density, 10 neurons", "kernel density, 50 + 50 neurons", "Rényi 2, 50 + 50 neurons", "Rényi 2, 10 neurons",
        "Rényi 1.01, 50 + 50 neurons", "KSG, 1 + 1 neurons", "KSG, 10 + 10 neurons", "KSG, 50 + 50 neurons", "Ross, 10 neurons")]
    public string Case { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        const int N = 1000;
        Random random = new(1);
        _labels = Symbols.FromLabels([.. Enumerable.Range(0, N).Select(_ => random.Next(10))]);
        double[] narrow = Numbers(random, N * 10);
        double[] wide = Numbers(random, N * 50);
        double[] other = Numbers(random, N * 50);
        _cases["binning, 10 neurons"] = (Estimators.Binning(30), narrow, [], 10);
        _cases["kernel density, 10 neurons"] = (Estimators.KernelDensity(0.1), narrow, [], 10);
        _cases["kernel density, 50 + 50 neurons"] = (Estimators.KernelDensity(1), wide, other, 50);
        _cases["Rényi 2, 50 + 50 neurons"] = (Estimators.MatrixRenyi(2), wide, other, 50);
        _cases["Rényi 2, 10 neurons"] = (Estimators.MatrixRenyi(2), narrow, [], 10);
        _cases["Rényi 1.01, 50 + 50 neurons"] = (Estimators.MatrixRenyi(), wide, other, 50);
        _cases["KSG, 1 + 1 neurons"] = (Estimators.Kraskov(), narrow[..N], other[..N], 1);
        _cases["KSG, 10 + 10 neurons"] = (Estimators.Kraskov(), narrow, other[..(10 * N)], 10);
        _cases["KSG, 50 + 50 neurons"] = (Estimators.Kraskov(), wide, other, 50);
        _cases["Ross, 10 neurons"] = (Estimators.Ross(), narrow, [], 10);
    }

    [Benchmark(Baseline = true)]
    public double EverythingAnew() => Run(new Anew(_cases[Case].Estimator));

    [Benchmark]
    public double Reusing() => Run(_cases[Case].Estimator);

    private double Run(IMutualInformationEstimator estimator)
    {
        (_, double[] x, double[] y, int d) = _cases[Case];
        Samples<double> layer = Samples.FromRows<double>(x, d);
        return y.Length == 0
            ? _test.Run(estimator, layer, _labels).PValue
            : _test.Run(estimator, layer, Samples.FromRows<double>(y, d)).PValue;
    }

    private static double[] Numbers(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => 2 * random.NextDouble() - 1)];

    /// <summary>An estimator behind the public interface alone, of which a test can reuse nothing.</summary>
    private sealed record Anew(IMutualInformationEstimator Inner) : IMutualInformationEstimator
    {
        public MutualInformationEstimate Estimate(Symbols x, Symbols y, EstimationOptions? options = null) => Inner.Estimate(x, y, options);

        public MutualInformationEstimate Estimate<T>(Samples<T> x, Symbols y, EstimationOptions? options = null)
            where T : unmanaged, IFloatingPointIeee754<T> => Inner.Estimate(x, y, options);

        public MutualInformationEstimate Estimate<T>(Samples<T> x, Samples<T> y, EstimationOptions? options = null)
            where T : unmanaged, IFloatingPointIeee754<T> => Inner.Estimate(x, y, options);
    }
}
