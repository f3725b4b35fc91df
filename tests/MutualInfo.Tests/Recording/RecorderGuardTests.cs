using MutualInfo.Recording;

namespace MutualInfo.Tests.Recording;

public class RecorderGuardTests
{
    private static readonly Symbols Four = Symbols.Distinct(4);

    [Fact]
    public void Constructor_Null_ThrowsWithItsName()
    {
        Assert.Throws<ArgumentNullException>("inputs", () => new InformationPlaneRecorder<float>(null!, Four, Estimators.Binning()));
        Assert.Throws<ArgumentNullException>("targets", () => new InformationPlaneRecorder<float>(Four, (Symbols)null!, Estimators.Binning()));
        Assert.Throws<ArgumentNullException>("estimators", () => new InformationPlaneRecorder<float>(Four, Four, null!));
    }

    [Fact]
    public void Constructor_BadEstimators_SaysWhich()
    {
        AssertRefused("estimators", "estimators is empty; give at least one", () => new InformationPlaneRecorder<float>(Four, Four));
        AssertRefused(
            "estimators", "estimators[1] is null", () => new InformationPlaneRecorder<float>(Four, Four, Estimators.Binning(), null!));
        AssertRefused(
            "estimators",
            "estimators[2] equals estimators[0], '30 equal-width bins per layer'; give each estimator once.",
            () => new InformationPlaneRecorder<float>(Four, Four, Estimators.Binning(), Estimators.ExactDiscrete(), Estimators.Binning()));
    }

    [Fact]
    public void Constructor_BadVariables_SaysWhat()
    {
        AssertRefused("inputs", "inputs has no samples", () => new InformationPlaneRecorder<float>(Symbols.Distinct(0), Four, Estimators.Binning()));
        AssertRefused("targets", "targets has no samples", () => new InformationPlaneRecorder<float>(Four, default(Samples<float>), Estimators.Binning()));
        AssertRefused(
            "targets",
            "targets has 5 samples and inputs has 4; they must be observations of the same events.",
            () => new InformationPlaneRecorder<float>(Four, Symbols.Distinct(5), Estimators.Binning()));
        AssertRefused(
            "inputs",
            "inputs[1][1] is NaN",
            () => new InformationPlaneRecorder<double>(
                Samples.FromRows<double>([1, 2, 3, double.NaN], 2), Symbols.Distinct(2), Estimators.Binning()));
    }

    [Fact]
    public void Properties_Null_Throw()
    {
        Assert.Throws<ArgumentNullException>("Schedule", () => new InformationPlaneRecorder<float>(Four, Four, Estimators.Binning()) { Schedule = null! });
        Assert.Throws<ArgumentNullException>("Options", () => new InformationPlaneRecorder<float>(Four, Four, Estimators.Binning()) { Options = null! });
    }

    [Fact]
    public void Record_BadArguments_ThrowWithTheirNames()
    {
        InformationPlaneRecorder<float> recorder = new(Four, Four, Estimators.Binning());
        Assert.Throws<ArgumentOutOfRangeException>("epoch", () => recorder.Record(-1, "t", Samples.FromScalars<float>([1, 2, 3, 4])));
        Assert.Throws<ArgumentNullException>("layer", () => recorder.Record(0, null!, Samples.FromScalars<float>([1, 2, 3, 4])));
        Assert.Throws<ArgumentException>("layer", () => recorder.Record(0, " ", Samples.FromScalars<float>([1, 2, 3, 4])));
        AssertRefused("activations", "activations has no samples", () => recorder.Record(0, "t", default));
        AssertRefused(
            "activations", "activations has no dimensions", () => recorder.Record(0, "t", Samples.FromMatrix(new float[4, 0])));
        AssertRefused(
            "activations",
            "activations has 3 samples and inputs has 4; record what the layer makes of every input",
            () => recorder.Record(0, "t", Samples.FromScalars<float>([1, 2, 3])));
        Assert.Empty(recorder.Plane.Points);
    }

    [Fact]
    public void Record_BandwidthTargetOfAnotherLength_NamesActivations()
    {
        InformationPlaneRecorder<float> recorder =
            new(Four, Four, Estimators.MatrixRenyi(2, new Kernels.KernelAlignmentBandwidth(Symbols.Distinct(5))));
        AssertRefused(
            "activations",
            "activations has 4 samples and the target of the bandwidth rule has 5",
            () => recorder.Record(0, "t", Samples.FromScalars<float>([1, 2, 3, 4])));
    }

    [Fact]
    public void Wants_Schedule_IsAsked()
    {
        InformationPlaneRecorder<float> recorder = new(Four, Four, Estimators.Binning()) { Schedule = RecordingSchedule.Every(3) };
        Assert.Equal([true, false, false, true], Enumerable.Range(0, 4).Select(recorder.Wants));
        Assert.Throws<ArgumentOutOfRangeException>("epoch", () => recorder.Wants(-1));
    }

    [Fact]
    public void Plane_BadArguments_ThrowWithTheirNames()
    {
        Assert.Throws<ArgumentNullException>("points", () => new InformationPlane(null!));
        AssertRefused("points", "points[0] is null", () => new InformationPlane([null!]));
        InformationPlane plane = new([]);
        Assert.Throws<ArgumentNullException>("path", () => plane.WriteCsv((string)null!));
        Assert.Throws<ArgumentException>("path", () => plane.WriteSvg(""));
        Assert.Throws<ArgumentNullException>("writer", () => plane.WriteCsv((TextWriter)null!));
        Assert.Throws<ArgumentNullException>("writer", () => plane.WriteSvg((TextWriter)null!));
    }

    // Constructors: what they would have made counts as used here.
    private static void AssertRefused(string paramName, string message, Func<object> make) =>
        AssertRefused(paramName, message, () => { _ = make(); });

    private static void AssertRefused(string paramName, string message, Action action)
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(paramName, action);
        Assert.StartsWith(message, refusal.Message, StringComparison.Ordinal);
    }
}
