using MutualInfo.Discrete;
using MutualInfo.Kernels;
using MutualInfo.Neighbours;
using MutualInfo.Recording;
using MutualInfo.Sensitivity;
using MutualInfo.Tests.Laws;

namespace MutualInfo.Tests.Recording;

/// <summary>Estimators of a recorder that share their passes: each gives what it gives when it records alone.</summary>
public class SharedPassesLaws
{
    private static readonly double[] _sigmas = [0.05, 0.11, 0.3];

    // In the order of a user who thinks of something else between two variants.
    private static readonly IMutualInformationEstimator[] _variants =
    [
        Estimators.MatrixRenyi(),
        Estimators.Binning(5),
        Estimators.AdaptiveBinning(4),
        Estimators.KernelDensity(0.05),
        Estimators.MatrixRenyi(2),
        Estimators.Binning(9) with { Entropy = new MillerMadow() },
        Estimators.Binning(7, -1, 1),
        new DiscreteEstimator(new EqualFrequencyBins(3, BinScope.PerNeuron)),
        Estimators.ExactDiscrete(),
        Estimators.AdaptiveBinning(9),
        Estimators.MatrixRenyi(3),
        Estimators.MatrixRenyi(0.9),
        Estimators.KernelDensity(0.11),
        new DiscreteEstimator(new EqualFrequencyBins(6, BinScope.PerNeuron)),
        Estimators.Binning(9),
        Estimators.Binning(9, -1, 1),
        new UserWritten(Estimators.KernelDensity(0.1)),
    ];

    public static TheoryData<string, string> Sides => new()
    {
        { "distinct", "labels" }, { "repeated", "labels" }, { "samples", "labels" }, { "samples", "samples" }, { "distinct", "samples" },
    };

    [Theory, MemberData(nameof(Sides))]
    public void Record_VariantsTogether_IsBitwiseEachAlone(string inputs, string targets) => HoldsFor(inputs, targets, _variants);

    [Fact]
    public void Record_NeighboursTogether_IsBitwiseEachAlone()
    {
        HoldsFor("samples", "samples", [Estimators.Kraskov(), Estimators.Kraskov(7), Estimators.Kraskov(5) with { Variant = KraskovVariant.Second }]);
        HoldsFor("repeated", "labels", [Estimators.Ross(4), Estimators.Ross(2)]);
    }

    // One spectrum of the layer, and one of each joint variable that is not trivial, whatever the number of orders; one pass over
    // distances likewise, where a sweep asks for it.
    [Fact]
    public void Record_Variants_ShareTheirPasses()
    {
        CountingBackend backend = new();
        Sweep orders = Sweep.OfOrder(Estimators.MatrixRenyi(), 1.01, 1.5, 5);
        Sweep widths = Sweep.OfBandwidth(Estimators.KernelDensity(), _sigmas);
        InformationPlaneRecorder<float> recorder = new(PlaneFixture.Layer(90, "x"), PlaneFixture.Labels, [.. orders.Estimators, .. widths.Estimators])
        {
            Sweeps = [widths],
            Options = new EstimationOptions { Backend = backend },
        };
        recorder.Record(0, "t", PlaneFixture.Layer(0, "t"));
        // X and, by its codes, Y; then T, XT and TY.
        Assert.Equal((5, 4, 0), (backend.Spectra, backend.Sweeps, backend.RowSumsAlone));
        recorder.Record(1, "t", PlaneFixture.Layer(1, "t"));
        Assert.Equal((8, 7, 0), (backend.Spectra, backend.Sweeps, backend.RowSumsAlone));
    }

    [Theory, MemberData(nameof(Sides))]
    public void Record_SweepOfBandwidths_IsBitwiseTheSweepAndNearToEachAlone(string inputs, string targets)
    {
        Sweep widths = Sweep.OfBandwidth(Estimators.KernelDensity(), _sigmas);
        InformationPlaneRecorder<float> alone = Recorder(inputs, targets, [.. widths.Estimators]);
        InformationPlaneRecorder<float> shared = Recorder(inputs, targets, [.. widths.Estimators], widths);
        for (int epoch = 0; epoch < 2; epoch++)
        {
            alone.Record(epoch, "t", PlaneFixture.Layer(epoch, "t"));
            shared.Record(epoch, "t", PlaneFixture.Layer(epoch, "t"));
            SensitivityCurve before = inputs == "samples" ? widths.Estimate(PlaneFixture.Layer(90, "x"), PlaneFixture.Layer(epoch, "t")) : widths.Estimate(Inputs(inputs), PlaneFixture.Layer(epoch, "t"));
            SensitivityCurve behind = targets == "samples" ? widths.Estimate(PlaneFixture.Layer(epoch, "t"), PlaneFixture.Layer(91, "y")) : widths.Estimate(PlaneFixture.Layer(epoch, "t"), PlaneFixture.Labels);
            for (int i = 0; i < _sigmas.Length; i++)
            {
                InformationPlanePoint expected = alone.Plane.Points.Where(point => point.Epoch == epoch).ElementAt(i);
                InformationPlanePoint actual = shared.Plane.Points.Where(point => point.Epoch == epoch).ElementAt(i);
                Assert.Equal(expected.Estimator, actual.Estimator);
                Assert.Equal(PlaneFixture.WithoutTime(before.Points[i].Estimate), PlaneFixture.WithoutTime(actual.Input));
                Assert.Equal(PlaneFixture.WithoutTime(behind.Points[i].Estimate), PlaneFixture.WithoutTime(actual.Target));
                // As for sweeps: values of about 1 over bandwidths of 0.05 and more.
                Law.IsNear(expected.Input, actual.Input, 2e-12);
                Law.IsNear(expected.Target, actual.Target, 2e-12);
            }
        }
    }

    // 48 samples of 3 numbers have 144 values, and 48 in a column.
    [Fact]
    public void Record_SeveralRefuse_TheFirstSaysWhatItSaysAlone()
    {
        IMutualInformationEstimator[] estimators =
        [
            new DiscreteEstimator(new EqualFrequencyBins(3)),
            new DiscreteEstimator(new EqualFrequencyBins(49, BinScope.PerNeuron)),
            new DiscreteEstimator(new EqualFrequencyBins(200)),
        ];
        CountingRows counting = new();
        InformationPlaneRecorder<float> recorder = PlaneFixture.Recorder([new DiscreteEstimator(counting), .. estimators]);
        ArgumentException together = Assert.ThrowsAny<ArgumentException>(() => recorder.Record(0, "t", PlaneFixture.Layer(0, "t")));
        ArgumentException first = Assert.ThrowsAny<ArgumentException>(() => PlaneFixture.Recorder(estimators[1]).Record(0, "t", PlaneFixture.Layer(0, "t")));
        Assert.Equal((first.GetType(), first.ParamName, first.Message), (together.GetType(), together.ParamName, together.Message));
        Assert.Contains("49 bins", together.Message, StringComparison.Ordinal);
        Assert.Empty(recorder.Plane.Points);
        // What was measured before is not asked again.
        Assert.Equal(1, counting.Calls);

        ArgumentException layers = Assert.ThrowsAny<ArgumentException>(() => recorder.Record(0, LayerActivations.FromRows("t", PlaneFixture.Activations(0, "t"), 3)));
        Assert.Equal("layers", layers.ParamName);
        Assert.Contains("layers[0] has 48 values to share among 49 bins", layers.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Record_VariantsWithProgress_RisesToOne()
    {
        List<double> heard = [];
        InformationPlaneRecorder<float> recorder = new(Symbols.Distinct(PlaneFixture.Count), PlaneFixture.Labels, _variants)
        {
            Options = new EstimationOptions { Progress = new Listener(heard.Add), MaxDegreeOfParallelism = 1 },
        };
        recorder.Record(0, "t", PlaneFixture.Layer(0, "t"));
        Assert.Equal(heard.Order(), heard);
        Assert.Equal(1, heard[^1]);
    }

    [Fact]
    public void Record_CancelledBetweenVariants_RecordsNothing()
    {
        using CancellationTokenSource source = new();
        InformationPlaneRecorder<float> recorder = new(Symbols.Distinct(PlaneFixture.Count), PlaneFixture.Labels, [.. Sweep.OfOrder(Estimators.MatrixRenyi(), 1.01, 2, 5).Estimators])
        {
            Options = new EstimationOptions { CancellationToken = source.Token, Progress = new Listener(_ => source.Cancel()) },
        };
        OperationCanceledException cancelled = Assert.ThrowsAny<OperationCanceledException>(() => recorder.Record(0, "t", PlaneFixture.Layer(0, "t")));
        Assert.Equal(source.Token, cancelled.CancellationToken);
        Assert.Empty(recorder.Plane.Points);
    }

    [Fact]
    public void Sweeps_NotOfTheRecorder_AreRefused()
    {
        Sweep widths = Sweep.OfBandwidth(Estimators.KernelDensity(), 1, 2);
        ArgumentException strange = Assert.Throws<ArgumentException>(() => Recorder("distinct", "labels", [Estimators.KernelDensity(3)], widths));
        Assert.Equal("Sweeps", strange.ParamName);
        Assert.StartsWith("Sweeps[0] sweeps σ = 1, 2, and the recorder has none of its estimators.", strange.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Recorder("distinct", "labels", [Estimators.KernelDensity(1)], widths, null!));
        Assert.Throws<ArgumentNullException>(() => new InformationPlaneRecorder<float>(PlaneFixture.Repeated, PlaneFixture.Labels, Estimators.Binning()) { Sweeps = null! });
        Assert.Equal([widths], Recorder("distinct", "labels", [Estimators.KernelDensity(1)], widths).Sweeps);
    }

    private static void HoldsFor(string inputs, string targets, IMutualInformationEstimator[] estimators)
    {
        InformationPlaneRecorder<float> one = Recorder(inputs, targets, estimators);
        InformationPlaneRecorder<float> several = Recorder(inputs, targets, estimators);
        InformationPlaneRecorder<float>[] alone = [.. estimators.Select(estimator => Recorder(inputs, targets, [estimator]))];
        string[] layers = ["a", "b"];
        for (int epoch = 0; epoch < 2; epoch++)
        {
            foreach (string layer in layers)
            {
                foreach (InformationPlaneRecorder<float> recorder in (InformationPlaneRecorder<float>[])[one, .. alone])
                    recorder.Record(epoch, layer, PlaneFixture.Layer(epoch, layer));
            }

            several.Record(epoch, [.. layers.Select(layer => LayerActivations.FromRows(layer, PlaneFixture.Activations(epoch, layer), PlaneFixture.Dimension))]);
        }

        InformationPlanePoint[] expected = [.. alone.SelectMany(recorder => recorder.Plane.Points).Select(PlaneFixture.WithoutTime)];
        Assert.Equal(expected, one.Plane.Points.Select(PlaneFixture.WithoutTime));
        Assert.Equal(expected, several.Plane.Points.Select(PlaneFixture.WithoutTime));
    }

    private static InformationPlaneRecorder<float> Recorder(
        string inputs, string targets, IMutualInformationEstimator[] estimators, params Sweep[] sweeps) => (inputs, targets) switch
        {
            ("samples", "labels") => new(PlaneFixture.Layer(90, "x"), PlaneFixture.Labels, estimators) { Sweeps = sweeps },
            ("samples", "samples") => new(PlaneFixture.Layer(90, "x"), PlaneFixture.Layer(91, "y"), estimators) { Sweeps = sweeps },
            (_, "samples") => new(Inputs(inputs), PlaneFixture.Layer(91, "y"), estimators) { Sweeps = sweeps },
            _ => new(Inputs(inputs), PlaneFixture.Labels, estimators) { Sweeps = sweeps },
        };

    private static Symbols Inputs(string inputs) => inputs == "repeated" ? PlaneFixture.Repeated : Symbols.Distinct(PlaneFixture.Count);

    private sealed class Listener(Action<double> heard) : IProgress<double>
    {
        public void Report(double value) => heard(value);
    }

    private sealed class CountingBackend : IComputeBackend
    {
        public string Name => "counting";

        public int Sweeps { get; private set; }

        public int RowSumsAlone { get; private set; }

        public int Spectra { get; private set; }

        public void RowSums(Similarity similarity, Span<double> destination, EstimationOptions options)
        {
            // Labels have no bandwidth to sweep.
            RowSumsAlone += similarity.Dimension == 0 ? 0 : 1;
            CpuBackend.Shared.RowSums(similarity, destination, options);
        }

        public IReadOnlyList<double[]> RowSumsAt(Similarity similarity, IReadOnlyList<double> widenings, EstimationOptions options)
        {
            Sweeps++;
            return CpuBackend.Shared.RowSumsAt(similarity, widenings, options);
        }

        public double SquaredNorm(Similarity similarity, EstimationOptions options) => CpuBackend.Shared.SquaredNorm(similarity, options);

        public void Spectrum(Similarity similarity, Span<double> destination, EstimationOptions options)
        {
            Spectra++;
            CpuBackend.Shared.Spectrum(similarity, destination, options);
        }
    }
}
