using MutualInfo.InformationPlanes.Reproductions;
using MutualInfo.Recording;

namespace MutualInfo.SampleTests.Reproductions;

public class PlanesTests
{
    private static readonly Symbols _labels = Symbols.FromLabels([0, 0, 1, 1]);

    // Four different rows hold 2 bits, two different rows 1 bit; both know the label.
    [Fact]
    public void Mean_TwoRuns_IsThePointBetweenThem()
    {
        InformationPlane mean = Planes.Mean([Plane([1, 2, 3, 4]), Plane([1, 1, 2, 2])]);
        InformationPlanePoint point = Assert.Single(mean.Points);
        Assert.Equal(1.5, point.Input.Value.Bits, 1e-12);
        Assert.Equal(1, point.Target.Value.Bits, 1e-12);
        Assert.Equal(0.75, point.Saturation, 1e-12);
    }

    [Fact]
    public void Mean_DifferentPoints_IsRefused()
    {
        InformationPlane named = Planes.Named(Plane([1, 2, 3, 4]), _ => "another");
        Assert.Throws<ArgumentException>(() => Planes.Mean([Plane([1, 2, 3, 4]), named]));
        Assert.Throws<ArgumentException>(() => Planes.Mean([]));
    }

    [Fact]
    public void Named_EstimatorsOfOneName_AreOnePanel()
    {
        InformationPlane joined = Planes.Joined(
            [Planes.Named(Plane([1, 2, 3, 4]), _ => "one"), Planes.Named(Plane([1, 2, 3, 4]), estimator => $"two, {estimator}")]);
        Assert.Equal(["one", "two, exact rows"], joined.Estimators.Select(estimator => estimator.ToString()));
        Assert.Equal(new NamedEstimator("one", Estimators.Binning()), joined.Estimators[0]);
    }

    private static InformationPlane Plane(float[] layer)
    {
        var recorder = new InformationPlaneRecorder<float>(Symbols.Distinct(4), _labels, Estimators.ExactDiscrete());
        recorder.Record(0, "T1", Samples.FromScalars<float>(layer));
        return recorder.Plane;
    }
}
