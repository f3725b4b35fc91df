using MutualInfo.Discrete;
using MutualInfo.Recording;

namespace MutualInfo.Tests.Recording;

/// <summary>What a recorder keeps when a recording is refused, fails or is cancelled: nothing of it.</summary>
public class RecorderFailureTests
{
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
}
