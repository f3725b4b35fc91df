using MutualInfo.Discrete;
using MutualInfo.Kernels;
using MutualInfo.Neighbours;
using MutualInfo.Sensitivity;
using MutualInfo.Tests.Laws;

namespace MutualInfo.Tests.Sensitivity;

/// <summary>A sweep gives what its estimators give one by one.</summary>
public class SweepLaws
{
    // Both the sweep and the estimator by itself may be off by 2¹¹ roundings in an exponent, and by the roundings of coordinates divided by
    // their bandwidths: 4·10⁻¹⁵ times the greatest of those, for the data of these laws at most a few hundred.
    private const double Widened = 2e-12;

    private static readonly double[] _orders = [0.5, 0.9, 1, 1.01, 2, 3, 4, 5, double.PositiveInfinity];

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

    [Theory, InlineData(FeatureScaling.None), InlineData(FeatureScaling.ZScore)]
    public void OfOrder_AnyData_IsBitwiseEqualToEachAlone(FeatureScaling scaling) => Law.ForAll(DataSets.For, whole =>
        Compare(Sweep.OfOrder(Estimators.MatrixRenyi() with { Scaling = scaling }, _orders), whole.Shortened(30)));

    [Theory, InlineData(KernelDensityBound.Upper, FeatureScaling.None), InlineData(KernelDensityBound.Lower, FeatureScaling.None), InlineData(KernelDensityBound.Upper, FeatureScaling.ZScore)]
    public void OfBandwidth_OrdinaryData_IsNearToEachAlone(KernelDensityBound bound, FeatureScaling scaling) => Law.ForAll(
        DataSets.For,
        whole =>
        {
            Observations data = whole.Shortened(60);
            if (data.Count < 2 || !data.All(variable => !variable.IsLayer || Reach(variable) < 50))
                return;
            KernelDensityEstimator estimator = Estimators.KernelDensity(bound: bound) with { Scaling = scaling };
            Compare(Sweep.OfBandwidth(estimator, 1, 0.3, 0.77, 5, 3), data, Widened);
        });

    // Rules of the samples' own scale, each variable with its σ.
    [Theory, InlineData("Silverman"), InlineData("median"), InlineData("activity"), InlineData("Scott"), InlineData("Tapia")]
    public void OfBandwidthFactor_OrdinaryData_IsNearToEachAlone(string rule) => Law.ForAll(
        DataSets.LayersAndLayers,
        whole =>
        {
            Observations data = whole.Shortened(60);
            IBandwidthRule bandwidth = Rule(rule);
            if (data.Count < 2 || !data.All(layer => Reach(layer) < 50 && (layer.IsConstant || bandwidth.SigmaFor(layer.Samples) > 0)))
                return;
            Compare(Sweep.OfBandwidthFactor(new KernelDensityEstimator(bandwidth), 0.5, 1, 1.7, 4), data, Widened);
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

    // Two bandwidths that do not grow alike have joints of their own.
    [Fact]
    public void Of_RulesThatDoNotGrowAlike_IsNearToEachAlone()
    {
        Observations data = DataSets.Related(3, 70, 2) with { Y = DataSets.Related(4, 70, 5).X };
        IBandwidthRule[] rules = [new FixedBandwidth(0.7), new ScottBandwidth(), new SilvermanBandwidth(0.4)];
        Compare(Sweep.Of("rule", number => new KernelDensityEstimator(rules[(int)number]), 0, 1, 2), data, Widened);
    }

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

    private static void Compare(Sweep sweep, Observations data, double? tolerance = null)
    {
        SensitivityCurve curve = (data.X.IsLayer, data.Y.IsLayer) switch
        {
            (true, true) => sweep.Estimate(data.X.Samples, data.Y.Samples),
            (true, false) => sweep.Estimate(data.X.Samples, data.Y.Symbols),
            (false, true) => sweep.Estimate(data.X.Symbols, data.Y.Samples),
            (false, false) => sweep.Estimate(data.X.Symbols, data.Y.Symbols),
        };
        for (int i = 0; i < curve.Points.Count; i++)
        {
            MutualInformationEstimate expected = sweep.Estimators[i].Estimate(data);
            MutualInformationEstimate actual = curve.Points[i].Estimate;
            if (tolerance is { } bound)
                Law.IsNear(expected, actual, bound);
            else
                Law.IsBitwiseEqual(expected, actual);
            Assert.Equal(expected.Estimator, actual.Estimator);
            Assert.Equal(expected.Verdict.ToString(), actual.Verdict.ToString());
            Assert.Equal(
                (expected.Diagnostics with { Elapsed = default }).ToString(), (actual.Diagnostics with { Elapsed = default }).ToString());
        }
    }

    private static int Dimension(Variable variable) => variable.IsLayer ? variable.Dimension : 1;

    private static double Reach(Variable layer)
    {
        double reach = 0;
        foreach (double value in layer.Values)
            reach = Math.Max(reach, Math.Abs(value));
        return reach;
    }

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

    private static IBandwidthRule Rule(string name) => name switch
    {
        "Silverman" => new SilvermanBandwidth(),
        "median" => new MedianBandwidth(0.3),
        "activity" => new MaxActivityBandwidth(),
        "Scott" => new ScottBandwidth(),
        _ => new TapiaEstevezBandwidth(),
    };

    private sealed class PlainBackend : IComputeBackend
    {
        public string Name => "plain";

        public void RowSums(Similarity similarity, Span<double> destination, EstimationOptions options) => CpuBackend.Shared.RowSums(similarity, destination, options);

        public double SquaredNorm(Similarity similarity, EstimationOptions options) => CpuBackend.Shared.SquaredNorm(similarity, options);

        public void Spectrum(Similarity similarity, Span<double> destination, EstimationOptions options) => CpuBackend.Shared.Spectrum(similarity, destination, options);
    }
}
