using MutualInfo.Kernels;
using MutualInfo.Recording;

namespace MutualInfo.Tests.Recording;

/// <summary>A bandwidth that is smoothed along the epochs of each layer.</summary>
public class SmoothedBandwidthTests
{
    private static readonly string[] _layers = ["hidden-1", "hidden-2", "output"];

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
            foreach (string layer in _layers)
                recorder.Record(epoch, layer, PlaneFixture.Layer(epoch, layer));
        }

        foreach (string layer in _layers)
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
}
