using System.Runtime.CompilerServices;
using MutualInfo.Discrete;
using MutualInfo.Kernels;
using MutualInfo.Recording;

namespace MutualInfo.Tests.Recording;

public class InformationPlaneRecorderTests
{
    private static readonly string[] _threeLayers = ["hidden-1", "hidden-2", "output"];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Record_SymbolsAsInputs_EqualsDirectEstimates(bool areDistinct)
    {
        Symbols inputs = areDistinct ? Symbols.Distinct(PlaneFixture.Count) : PlaneFixture.Repeated;
        InformationPlaneRecorder<float> recorder = new(inputs, PlaneFixture.Labels, PlaneFixture.AllFamilies);
        recorder.Record(0, "t", PlaneFixture.Layer(0, "t"));
        recorder.Record(1, "t", PlaneFixture.Layer(1, "t"));

        AssertAll(recorder.Plane, (estimator, epoch) => (
            estimator.Estimate(inputs, PlaneFixture.Layer(epoch, "t")),
            estimator.Estimate(PlaneFixture.Layer(epoch, "t"), PlaneFixture.Labels)));
    }

    [Fact]
    public void Record_SamplesAsInputsAndTargets_EqualsDirectEstimates()
    {
        InformationPlaneRecorder<float> recorder =
            new(PlaneFixture.Layer(90, "x"), PlaneFixture.Layer(91, "y"), PlaneFixture.AllFamilies);
        recorder.Record(0, "t", PlaneFixture.Layer(0, "t"));
        recorder.Record(1, "t", PlaneFixture.Layer(1, "t"));

        AssertAll(recorder.Plane, (estimator, epoch) => (
            estimator.Estimate(PlaneFixture.Layer(90, "x"), PlaneFixture.Layer(epoch, "t")),
            estimator.Estimate(PlaneFixture.Layer(epoch, "t"), PlaneFixture.Layer(91, "y"))));
    }

    [Fact]
    public void Record_MixedInputsAndTargets_EqualsDirectEstimates()
    {
        InformationPlaneRecorder<float> numbersIn = new(PlaneFixture.Layer(90, "x"), PlaneFixture.Labels, PlaneFixture.AllFamilies);
        InformationPlaneRecorder<float> numbersOut = new(PlaneFixture.Repeated, PlaneFixture.Layer(91, "y"), PlaneFixture.AllFamilies);
        numbersIn.Record(0, "t", PlaneFixture.Layer(0, "t"));
        numbersOut.Record(0, "t", PlaneFixture.Layer(0, "t"));

        AssertAll(numbersIn.Plane, (estimator, epoch) => (
            estimator.Estimate(PlaneFixture.Layer(90, "x"), PlaneFixture.Layer(epoch, "t")),
            estimator.Estimate(PlaneFixture.Layer(epoch, "t"), PlaneFixture.Labels)));
        AssertAll(numbersOut.Plane, (estimator, epoch) => (
            estimator.Estimate(PlaneFixture.Repeated, PlaneFixture.Layer(epoch, "t")),
            estimator.Estimate(PlaneFixture.Layer(epoch, "t"), PlaneFixture.Layer(91, "y"))));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(-1)]
    public void Record_LayersInOneCall_EqualsOneAfterAnother(int threads)
    {
        InformationPlaneRecorder<float> one = new(PlaneFixture.Layer(90, "x"), PlaneFixture.Labels, PlaneFixture.AllFamilies);
        InformationPlaneRecorder<float> all = new(PlaneFixture.Layer(90, "x"), PlaneFixture.Labels, PlaneFixture.AllFamilies)
        {
            Options = new EstimationOptions { MaxDegreeOfParallelism = threads },
        };
        for (int epoch = 0; epoch < 2; epoch++)
        {
            foreach (string layer in _threeLayers)
                one.Record(epoch, layer, PlaneFixture.Layer(epoch, layer));
            all.Record(epoch, [.. _threeLayers.Select(layer => LayerActivations.FromRows(layer, PlaneFixture.Activations(epoch, layer), PlaneFixture.Dimension))]);
        }

        Assert.Equal(one.Plane.Points.Select(PlaneFixture.WithoutTime), all.Plane.Points.Select(PlaneFixture.WithoutTime));
    }

    [Fact]
    public void Record_LayersOfSampleMatrices_EqualsTheirSamples()
    {
        SampleMatrix<float> gathered = new(PlaneFixture.Dimension);
        gathered.Append(PlaneFixture.Layer(0, "t"));
        InformationPlaneRecorder<float> expected = PlaneFixture.Recorder(Estimators.Binning());
        InformationPlaneRecorder<float> actual = PlaneFixture.Recorder(Estimators.Binning());
        expected.Record(0, "t", PlaneFixture.Layer(0, "t"));
        actual.Record(0, LayerActivations.FromSamples("t", gathered));

        Assert.Equal(expected.Plane.Points.Select(PlaneFixture.WithoutTime), actual.Plane.Points.Select(PlaneFixture.WithoutTime));
    }

    [Fact]
    public void Record_LayersWithSmoothedBandwidths_EqualsOneAfterAnother()
    {
        KernelDensityEstimator given = new(new KernelAlignmentBandwidth(PlaneFixture.Labels) { Candidates = 7 });
        InformationPlaneRecorder<float> one = PlaneFixture.Recorder(given);
        InformationPlaneRecorder<float> all = PlaneFixture.Recorder(given);
        for (int epoch = 0; epoch < 3; epoch++)
        {
            foreach (string layer in _threeLayers)
                one.Record(epoch, layer, PlaneFixture.Layer(epoch, layer));
            all.Record(epoch, [.. _threeLayers.Select(layer => LayerActivations.FromRows(layer, PlaneFixture.Activations(epoch, layer), PlaneFixture.Dimension))]);
        }

        Assert.Equal(one.Plane.Points.Select(PlaneFixture.WithoutTime), all.Plane.Points.Select(PlaneFixture.WithoutTime));
    }

    [Fact]
    public void Record_DistinctInputs_InformationIsLayerEntropy()
    {
        InformationPlaneRecorder<float> recorder = PlaneFixture.Recorder(Estimators.Binning(5, -1, 1));
        recorder.Record(0, "t", PlaneFixture.Layer(0, "t"));

        InformationPlanePoint point = Assert.Single(recorder.Plane.Points);
        Assert.Equal(point.LayerEntropy, point.Input.Value);
        Assert.Equal(PlaneFixture.Count, point.SampleCount);
        Assert.Equal(point.LayerEntropy.Nats / Math.Log(PlaneFixture.Count), point.Saturation);
    }

    [Fact]
    public void Record_SamplesOnAllSides_RepresentsFixedVariablesOnceAndLayersOnce()
    {
        CountingRows rows = new();
        InformationPlaneRecorder<float> recorder =
            new(PlaneFixture.Layer(90, "x"), PlaneFixture.Layer(91, "y"), new DiscreteEstimator(rows));
        for (int epoch = 0; epoch < 5; epoch++)
        {
            recorder.Record(epoch, "a", PlaneFixture.Layer(epoch, "a"));
            recorder.Record(epoch, "b", PlaneFixture.Layer(epoch, "b"));
        }

        Assert.Equal(2 + 10, rows.Calls);
    }

    [Fact]
    public void Record_FromEightThreads_GivesThePointsOfOneThreadInTheSameOrder()
    {
        CountingRows rows = new();
        IMutualInformationEstimator[] estimators = [.. PlaneFixture.AllFamilies, new DiscreteEstimator(rows)];
        (int Epoch, string Layer)[] work =
            [.. Enumerable.Range(0, 8).SelectMany(epoch => _threeLayers.Select(layer => (epoch, layer)))];
        InformationPlaneRecorder<float> serial = new(PlaneFixture.Layer(90, "x"), PlaneFixture.Labels, PlaneFixture.AllFamilies);
        foreach ((int epoch, string layer) in work)
            serial.Record(epoch, layer, PlaneFixture.Layer(epoch, layer));

        InformationPlaneRecorder<float> concurrent = new(PlaneFixture.Layer(90, "x"), PlaneFixture.Labels, estimators);
        new Random(5).Shuffle(work);
        using Barrier start = new(8);
        Thread[] threads = [.. Enumerable.Range(0, 8).Select(thread => new Thread(() =>
        {
            start.SignalAndWait();
            for (int i = thread; i < work.Length; i += 8)
                concurrent.Record(work[i].Epoch, work[i].Layer, PlaneFixture.Layer(work[i].Epoch, work[i].Layer));
        }))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        Assert.Equal(
            serial.Plane.Points.Select(PlaneFixture.WithoutTime),
            concurrent.Plane.Points.Take(serial.Plane.Points.Count).Select(PlaneFixture.WithoutTime));
        Assert.Equal(1 + work.Length, rows.Calls);
    }

    [Fact]
    public void Plane_LayersRecordedInAnyOrder_OrdersByEstimatorThenNameThenEpoch()
    {
        InformationPlaneRecorder<float> recorder = PlaneFixture.Recorder(Estimators.ExactDiscrete(), Estimators.Binning());
        foreach ((int epoch, string layer) in new[] { (3, "t10"), (3, "t9"), (0, "t10"), (1, "t9") })
            recorder.Record(epoch, layer, PlaneFixture.Layer(epoch, layer));

        Assert.Equal(
            [(0, 1, "t9"), (0, 3, "t9"), (0, 0, "t10"), (0, 3, "t10"), (1, 1, "t9"), (1, 3, "t9"), (1, 0, "t10"), (1, 3, "t10")],
            recorder.Plane.Points.Select(point => (point.Estimator.Equals(Estimators.ExactDiscrete()) ? 0 : 1, point.Epoch, point.Layer)));
    }

    [Fact]
    public void Plane_RecordedLater_IsASnapshot()
    {
        InformationPlaneRecorder<float> recorder = PlaneFixture.Recorder(Estimators.ExactDiscrete());
        InformationPlane before = recorder.Plane;
        recorder.Record(0, "t", PlaneFixture.Layer(0, "t"));

        Assert.Empty(before.Points);
        Assert.Single(recorder.Plane.Points);
    }

    [Fact]
    public void Record_ArraysChangedAfterwards_ChangesNothing()
    {
        float[] inputs = PlaneFixture.Activations(90, "x");
        float[] targets = PlaneFixture.Activations(91, "y");
        InformationPlaneRecorder<float> recorder = new(
            Samples.FromRows<float>(inputs, 3), Samples.FromRows<float>(targets, 3), PlaneFixture.AllFamilies);
        Array.Clear(inputs);
        Array.Clear(targets);
        recorder.Record(1, "t", PlaneFixture.Layer(1, "t"));

        AssertAll(recorder.Plane, (estimator, epoch) => (
            estimator.Estimate(PlaneFixture.Layer(90, "x"), PlaneFixture.Layer(epoch, "t")),
            estimator.Estimate(PlaneFixture.Layer(epoch, "t"), PlaneFixture.Layer(91, "y"))));
    }

    [Fact]
    public void Record_Returned_HoldsNoActivations()
    {
        InformationPlaneRecorder<float> recorder = PlaneFixture.Recorder(PlaneFixture.AllFamilies);
        WeakReference activations = RecordAndForget(recorder);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.False(activations.IsAlive);
        Assert.NotEmpty(recorder.Plane.Points);
    }

    [Fact]
    public void Record_SameLayerAndEpoch_ThrowsAndKeepsTheFirst()
    {
        InformationPlaneRecorder<float> recorder = PlaneFixture.Recorder(Estimators.ExactDiscrete());
        recorder.Record(4, "t", PlaneFixture.Layer(4, "t"));
        InformationPlanePoint first = recorder.Plane.Points[0];

        ArgumentException refusal = Assert.Throws<ArgumentException>(() => recorder.Record(4, "t", PlaneFixture.Layer(5, "t")));
        Assert.Equal("epoch", refusal.ParamName);
        Assert.StartsWith("epoch is 4, at which layer 't' has been recorded already. Record each layer once", refusal.Message, StringComparison.Ordinal);
        Assert.Same(first, Assert.Single(recorder.Plane.Points));
    }

    [Theory]
    [InlineData(float.NaN, "activations[5][1] is NaN")]
    [InlineData(float.NegativeInfinity, "activations[5][1] is -Infinity")]
    public void Record_BadActivations_AddsNothingAndCanBeRepeated(float bad, string message)
    {
        InformationPlaneRecorder<float> recorder = PlaneFixture.Recorder(Estimators.Binning(5, -1, 1), Estimators.KernelDensity());
        float[] values = PlaneFixture.Activations(0, "t");
        values[5 * 3 + 1] = bad;

        ArgumentException refusal = Assert.Throws<ArgumentException>(() => recorder.Record(0, "t", Samples.FromRows<float>(values, 3)));
        Assert.Equal("activations", refusal.ParamName);
        Assert.StartsWith(message, refusal.Message, StringComparison.Ordinal);
        Assert.Empty(recorder.Plane.Points);

        recorder.Record(0, "t", PlaneFixture.Layer(0, "t"));
        Assert.Equal(2, recorder.Plane.Points.Count);
    }

    [Fact]
    public void Record_UserWrittenEstimatorRefuses_NamesTheVariableOfTheRecorder()
    {
        float[] bad = PlaneFixture.Activations(0, "t");
        bad[4] = float.PositiveInfinity;
        UserWritten estimator = new(Estimators.KernelDensity());
        InformationPlaneRecorder<float> badLayer = PlaneFixture.Recorder(estimator);
        InformationPlaneRecorder<float> badInput = new(Samples.FromRows<float>(bad, 3), PlaneFixture.Labels, estimator);
        InformationPlaneRecorder<float> badTarget = new(PlaneFixture.Repeated, Samples.FromRows<float>(bad, 3), estimator);

        ArgumentException layer = Assert.Throws<ArgumentException>(() => badLayer.Record(0, "t", Samples.FromRows<float>(bad, 3)));
        ArgumentException input = Assert.Throws<ArgumentException>(() => badInput.Record(0, "t", PlaneFixture.Layer(0, "t")));
        ArgumentException target = Assert.Throws<ArgumentException>(() => badTarget.Record(0, "t", PlaneFixture.Layer(0, "t")));
        Assert.Equal(("activations", "inputs", "targets"), (layer.ParamName, input.ParamName, target.ParamName));
        Assert.StartsWith("user-written KDE upper bound, σ = 0.03162 refused activations: x[1][1] is Infinity", layer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Record_CancelledMidway_RecordsNothing()
    {
        using CancellationTokenSource source = new();
        CountingRows second = new(source.Cancel);
        CountingRows third = new();
        InformationPlaneRecorder<float> recorder = new(
            Symbols.Distinct(PlaneFixture.Count), PlaneFixture.Labels, Estimators.ExactDiscrete(), new DiscreteEstimator(second), new DiscreteEstimator(third))
        {
            Options = EstimationOptions.Default with { CancellationToken = source.Token },
        };

        OperationCanceledException cancelled =
            Assert.ThrowsAny<OperationCanceledException>(() => recorder.Record(0, "t", PlaneFixture.Layer(0, "t")));
        Assert.Equal(source.Token, cancelled.CancellationToken);
        Assert.Equal((1, 0), (second.Calls, third.Calls));
        Assert.Empty(recorder.Plane.Points);
        Assert.ThrowsAny<OperationCanceledException>(() => recorder.Record(0, "t", PlaneFixture.Layer(0, "t")));
        Assert.Equal(1, second.Calls);
    }

    [Fact]
    public void Record_Progress_RisesFromZeroToOne()
    {
        ProgressList progress = new();
        InformationPlaneRecorder<float> recorder =
            new(Symbols.Distinct(PlaneFixture.Count), PlaneFixture.Labels, Estimators.Binning(), Estimators.KernelDensity(), Estimators.MatrixRenyi())
            {
                Options = EstimationOptions.Default with { Progress = progress, MaxDegreeOfParallelism = 1 },
            };
        recorder.Record(0, "t", PlaneFixture.Layer(0, "t"));

        Assert.Equal(1, progress.Values[^1]);
        Assert.All(progress.Values, value => Assert.InRange(value, 0, 1));
        Assert.Equal(progress.Values.Order(), progress.Values);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Record_KernelAlignment_SmoothsSigmaAlongTheEpochsOfEachLayer(bool isDensity)
    {
        KernelAlignmentBandwidth rule = new(PlaneFixture.Labels) { Candidates = 7 };
        IMutualInformationEstimator given = isDensity ? new KernelDensityEstimator(rule) : new MatrixRenyiEstimator(2, rule);
        InformationPlaneRecorder<float> recorder = PlaneFixture.Recorder(given);
        foreach (int epoch in (ReadOnlySpan<int>)[0, 1, 5])
        {
            foreach (string layer in _threeLayers)
                recorder.Record(epoch, layer, PlaneFixture.Layer(epoch, layer));
        }

        foreach (string layer in _threeLayers)
        {
            double? previous = null;
            foreach (InformationPlanePoint point in recorder.Plane.Points.Where(point => point.Layer == layer))
            {
                IBandwidthRule smoothedRule = rule with { Previous = previous };
                IMutualInformationEstimator smoothed = isDensity ? new KernelDensityEstimator(smoothedRule) : new MatrixRenyiEstimator(2, smoothedRule);
                MutualInformationEstimate expected = smoothed.Estimate(PlaneFixture.Layer(point.Epoch, layer), PlaneFixture.Labels);
                Assert.Equal(PlaneFixture.WithoutTime(expected), PlaneFixture.WithoutTime(point.Target));
                Assert.Same(given, point.Estimator);
                previous = expected.Diagnostics.BandwidthX;
            }
        }
    }

    [Fact]
    public void Record_KernelAlignmentOfAnEarlierEpoch_DoesNotLookAhead()
    {
        KernelDensityEstimator given = new(new KernelAlignmentBandwidth(PlaneFixture.Labels) { Candidates = 7 });
        InformationPlaneRecorder<float> recorder = PlaneFixture.Recorder(given);
        recorder.Record(5, "t", PlaneFixture.Layer(5, "t"));
        recorder.Record(2, "t", PlaneFixture.Layer(2, "t"));

        MutualInformationEstimate expected = given.Estimate(PlaneFixture.Layer(2, "t"), PlaneFixture.Labels);
        Assert.Equal(PlaneFixture.WithoutTime(expected), PlaneFixture.WithoutTime(recorder.Plane.Points[0].Target));
    }

    [Fact]
    public void Record_KernelAlignmentAfterAConstantLayer_SmoothsFromTheLastBandwidth()
    {
        KernelAlignmentBandwidth rule = new(PlaneFixture.Labels) { Candidates = 7 };
        InformationPlaneRecorder<float> recorder = PlaneFixture.Recorder(new KernelDensityEstimator(rule));
        recorder.Record(0, "t", PlaneFixture.Layer(0, "t"));
        recorder.Record(1, "t", Samples.FromRows<float>(new float[PlaneFixture.Count], 1));
        recorder.Record(2, "t", PlaneFixture.Layer(2, "t"));

        double first = recorder.Plane.Points[0].Target.Diagnostics.BandwidthX!.Value;
        Assert.Equal(0, recorder.Plane.Points[1].Target.Diagnostics.BandwidthX);
        Assert.Equal(
            (rule with { Previous = first }).SigmaFor(PlaneFixture.Layer(2, "t")), recorder.Plane.Points[2].Target.Diagnostics.BandwidthX);
    }

    private static void AssertAll(
        InformationPlane plane, Func<IMutualInformationEstimator, int, (MutualInformationEstimate Input, MutualInformationEstimate Target)> direct)
    {
        Assert.NotEmpty(plane.Points);
        Assert.Equal(PlaneFixture.AllFamilies, plane.Estimators);
        foreach (InformationPlanePoint point in plane.Points)
        {
            (MutualInformationEstimate input, MutualInformationEstimate target) = direct(point.Estimator, point.Epoch);
            Assert.Equal(PlaneFixture.WithoutTime(input), PlaneFixture.WithoutTime(point.Input));
            Assert.Equal(PlaneFixture.WithoutTime(target), PlaneFixture.WithoutTime(point.Target));
        }
    }

    // Not inlined, so that no register of the caller keeps the array alive.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference RecordAndForget(InformationPlaneRecorder<float> recorder)
    {
        float[] values = PlaneFixture.Activations(0, "t");
        recorder.Record(0, "t", Samples.FromRows<float>(values, PlaneFixture.Dimension));
        return new WeakReference(values);
    }

    private sealed class ProgressList : IProgress<double>
    {
        public List<double> Values { get; } = [];

        public void Report(double value)
        {
            lock (Values)
                Values.Add(value);
        }
    }
}
