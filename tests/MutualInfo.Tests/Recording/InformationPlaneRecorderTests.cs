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
}
