using MutualInfo.Discrete;
using MutualInfo.Kernels;
using MutualInfo.Neighbours;
using MutualInfo.Sensitivity;
using MutualInfo.Tests.Laws;

namespace MutualInfo.Tests.Sensitivity;

// What no other backend is asked for, or does in a way of its own: bins, neighbours, threads, and the CPU's evaluations.
public partial class SweepLaws
{
    public static TheoryData<string> Binnings => ["per layer", "per neuron", "given", "equal frequency", "equal frequency per neuron", "EBAB", "EBAB from below", "SZT", "Miller-Madow"];

    [Theory, MemberData(nameof(Binnings))]
    public void OfBins_AnyData_IsBitwiseEqualToEachAlone(string name) => Law.ForAll(DataSets.For, whole =>
    {
        int[] numbers = [2, 3, 5, 30];
        Observations data = whole.Shortened(100);
        int least = data.Count * (name.EndsWith("per neuron", StringComparison.Ordinal) ? 1 : Math.Min(Dimension(data.X), Dimension(data.Y)));
        numbers = name.StartsWith("equal frequency", StringComparison.Ordinal) ? [.. numbers.Where(number => number <= least)] : numbers;
        if (numbers.Length < 2 || (name == "Miller-Madow" && data.Count < 2))
            return;
        Compare(Sweep.OfBins(Binning(name), numbers), data);
    });

    // KSG takes two layers, Ross a layer and labels in either place.
    [Theory, InlineData("KSG"), InlineData("KSG 2"), InlineData("Ross"), InlineData("KSG z-scored")]
    public void OfNeighbours_AnyData_IsBitwiseEqualToEachAlone(string name) => Law.ForAll(DataSets.For, whole =>
    {
        Observations data = whole.Shortened(70);
        IMutualInformationEstimator estimator = name switch
        {
            "KSG" => Estimators.Kraskov(),
            "KSG 2" => Estimators.Kraskov() with { Variant = KraskovVariant.Second },
            "Ross" => Estimators.Ross(),
            _ => Estimators.Kraskov() with { Scaling = FeatureScaling.ZScore },
        };
        bool fits = name == "Ross" ? data.X.IsLayer && !data.Y.IsLayer && data.Y.Symbols.AlphabetSize < data.Count : data.All(variable => variable.IsLayer);
        if (!fits || data.Count < 10)
            return;
        Compare(Sweep.OfNeighbours(estimator, 3, 1, 9), data);
        if (name == "Ross")
            Compare(Sweep.OfNeighbours(estimator, 3, 1, 9), data.Swapped);
    });

    // Differences and their squares scale exactly by powers of two, and below four dimensions they are computed as differences.
    [Fact]
    public void OfBandwidth_PowersOfTwo_IsBitwiseEqualToEachAlone() => Law.ForAll(DataSets.For, whole =>
    {
        Observations data = whole.Shortened(60);
        if (data.Count < 2 || Dimension(data.X) + Dimension(data.Y) > 3 || !data.All(variable => !variable.IsLayer || Reach(variable) < 1e6))
            return;
        Compare(Sweep.OfBandwidth(Estimators.KernelDensity(), 2, 0.5, 1, 0.25, 16), data);
    });

    // 16 samples a thread and more: parts go to several threads.
    [Fact]
    public void Estimate_AnyNumberOfThreads_IsBitwiseEqual()
    {
        Observations data = DataSets.Related(1, 300, 5);
        Sweep[] sweeps =
        [
            Sweep.OfBandwidth(Estimators.KernelDensity(), 0.2, 0.3, 1),
            Sweep.OfOrder(Estimators.MatrixRenyi(), 1.01, 2, 5),
            Sweep.OfBins(new DiscreteEstimator(new EqualFrequencyBins(2, BinScope.PerNeuron)), 2, 5, 9),
        ];
        foreach (Sweep sweep in sweeps)
        {
            SensitivityCurve expected = sweep.Estimate(data.X.Samples, data.Y.Samples, new EstimationOptions { MaxDegreeOfParallelism = 1 });
            foreach (int threads in (int[])[2, 3, 7, 16, -1])
            {
                SensitivityCurve actual = sweep.Estimate(data.X.Samples, data.Y.Samples, new EstimationOptions { MaxDegreeOfParallelism = threads });
                for (int i = 0; i < expected.Points.Count; i++)
                    Law.IsBitwiseEqual(expected.Points[i].Estimate, actual.Points[i].Estimate);
            }
        }
    }

    // Off by no more than the single estimate is: against all pairs, one at a time. Wide and far-out samples take each of the evaluations.
    [Theory, InlineData(2, 1), InlineData(40, 1), InlineData(40, 30), InlineData(200, 3)]
    public void RowSumsAt_AnyEvaluation_AreThoseOfAllPairs(int dimension, double scale)
    {
        const int N = 150;
        double[] values = [.. Seeded.Normal(new Random(dimension), N * dimension).Select(value => scale * value / Math.Sqrt(dimension))];
        Similarity similarity = Similarity.Gaussian(Samples.FromRows<double>(values, dimension), 0.25);
        double[] widenings = [1, 1.5, 4, 1.5, 20];
        IReadOnlyList<double[]> actual = CpuBackend.Shared.RowSumsAt(similarity, widenings, EstimationOptions.Default);
        for (int i = 0; i < widenings.Length; i++)
        {
            double[,] gram = Reference.Pairs.Gram(values, dimension, 0.25 * widenings[i]);
            for (int row = 0; row < N; row++)
            {
                double sum = Enumerable.Range(0, N).Sum(column => gram[row, column]);
                Law.Near($"row {row} at {widenings[i]}", sum, actual[i][row], 1e-12 * sum);
            }
        }
    }

    // What a backend that overrides nothing gives.
    [Fact]
    public void RowSumsAt_OfABackendThatOverridesNothing_IsNearTheCpus()
    {
        Observations data = DataSets.Related(7, 90, 5);
        Similarity joint = Similarity.Join(Similarity.Gaussian(data.X.Samples, 0.5), Similarity.Delta(Symbols.FromLabels([.. Enumerable.Range(0, 90).Select(i => i % 4)])));
        double[] widenings = [3, 0.5, 1];
        IReadOnlyList<double[]> expected = ((IComputeBackend)new PlainBackend()).RowSumsAt(joint, widenings, EstimationOptions.Default);
        IReadOnlyList<double[]> actual = CpuBackend.Shared.RowSumsAt(joint, widenings, EstimationOptions.Default);
        for (int i = 0; i < widenings.Length; i++)
        {
            for (int row = 0; row < 90; row++)
                Law.Near("the row sum", expected[i][row], actual[i][row], 1e-12 * expected[i][row]);
        }
    }

    private static int Dimension(Variable variable) => variable.IsLayer ? variable.Dimension : 1;

    private static DiscreteEstimator Binning(string name) => name switch
    {
        "per layer" => Estimators.Binning(),
        "per neuron" => Estimators.Binning(range: BinRange.PerNeuron),
        "given" => Estimators.Binning(30, -1, 1),
        "equal frequency" => new DiscreteEstimator(new EqualFrequencyBins(4)),
        "equal frequency per neuron" => new DiscreteEstimator(new EqualFrequencyBins(4, BinScope.PerNeuron)),
        "EBAB" => Estimators.AdaptiveBinning(),
        "EBAB from below" => Estimators.AdaptiveBinning(low: -1e300),
        "SZT" => new DiscreteEstimator(new ShwartzZivTishbyBins()),
        _ => Estimators.Binning() with { Entropy = new MillerMadow() },
    };

    private sealed class PlainBackend : IComputeBackend
    {
        public string Name => "plain";

        public void RowSums(Similarity similarity, Span<double> destination, EstimationOptions options) => CpuBackend.Shared.RowSums(similarity, destination, options);

        public double SquaredNorm(Similarity similarity, EstimationOptions options) => CpuBackend.Shared.SquaredNorm(similarity, options);

        public void Spectrum(Similarity similarity, Span<double> destination, EstimationOptions options) => CpuBackend.Shared.Spectrum(similarity, destination, options);
    }
}
