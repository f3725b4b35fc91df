using MutualInfo.Recording;

namespace MutualInfo.Tests.Recording;

public class RecorderGuardTests
{
    private static readonly Symbols _four = Symbols.Distinct(4);

    [Fact]
    public void Constructor_Null_ThrowsWithItsName()
    {
        Assert.Throws<ArgumentNullException>("inputs", () => new InformationPlaneRecorder<float>(null!, _four, Estimators.Binning()));
        Assert.Throws<ArgumentNullException>("targets", () => new InformationPlaneRecorder<float>(_four, (Symbols)null!, Estimators.Binning()));
        Assert.Throws<ArgumentNullException>("estimators", () => new InformationPlaneRecorder<float>(_four, _four, null!));
    }

    [Fact]
    public void Constructor_BadEstimators_SaysWhich()
    {
        AssertRefused("estimators", "estimators is empty; give at least one", () => new InformationPlaneRecorder<float>(_four, _four));
        AssertRefused(
            "estimators", "estimators[1] is null", () => new InformationPlaneRecorder<float>(_four, _four, Estimators.Binning(), null!));
        AssertRefused(
            "estimators",
            "estimators[2] equals estimators[0], '30 equal-width bins per layer'; give each estimator once.",
            () => new InformationPlaneRecorder<float>(_four, _four, Estimators.Binning(), Estimators.ExactDiscrete(), Estimators.Binning()));
    }

    [Fact]
    public void Constructor_BadVariables_SaysWhat()
    {
        AssertRefused("inputs", "inputs has no samples", () => new InformationPlaneRecorder<float>(Symbols.Distinct(0), _four, Estimators.Binning()));
        AssertRefused("targets", "targets has no samples", () => new InformationPlaneRecorder<float>(_four, default(Samples<float>), Estimators.Binning()));
        AssertRefused(
            "targets",
            "targets has 5 samples and inputs has 4; they must be observations of the same events.",
            () => new InformationPlaneRecorder<float>(_four, Symbols.Distinct(5), Estimators.Binning()));
        AssertRefused(
            "inputs",
            "inputs[1][1] is NaN",
            () => new InformationPlaneRecorder<double>(
                Samples.FromRows<double>([1, 2, 3, double.NaN], 2), Symbols.Distinct(2), Estimators.Binning()));
    }

    [Fact]
    public void Properties_Null_Throw()
    {
        Assert.Throws<ArgumentNullException>("Schedule", () => new InformationPlaneRecorder<float>(_four, _four, Estimators.Binning()) { Schedule = null! });
        Assert.Throws<ArgumentNullException>("Options", () => new InformationPlaneRecorder<float>(_four, _four, Estimators.Binning()) { Options = null! });
    }

    [Fact]
    public void Record_BadArguments_ThrowWithTheirNames()
    {
        InformationPlaneRecorder<float> recorder = new(_four, _four, Estimators.Binning());
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
    public void Record_BadLayers_SaysWhichAndRecordsNone()
    {
        InformationPlaneRecorder<float> recorder = new(_four, _four, Estimators.Binning());
        LayerActivations<float> good = LayerActivations.FromRows("a", [1f, 2, 3, 4], 1);
        Assert.Throws<ArgumentOutOfRangeException>("epoch", () => recorder.Record(-1, good));
        AssertRefused("layers", "layers is empty; give at least one", () => recorder.Record(0));
        AssertRefused("layers", "layers[1] is empty; make it with LayerActivations.FromRows.", () => recorder.Record(0, good, default));
        AssertRefused("layers", "layers[2] and layers[0] are both named 'a'", () => recorder.Record(0, good, LayerActivations.FromRows("b", [1f, 2, 3, 4], 1), good));
        AssertRefused(
            "layers",
            "layers[1] has 2 samples and inputs has 4; record what the layer makes of every input",
            () => recorder.Record(0, good, LayerActivations.FromRows("b", [1f, 2, 3, 4], 2)));
        AssertRefused("layers", "layers[1][3][0] is NaN", () => recorder.Record(0, good, LayerActivations.FromRows("b", [1f, 2, 3, float.NaN], 1)));
        Assert.Empty(recorder.Plane.Points);

        recorder.Record(0, good);
        AssertRefused("epoch", "epoch is 0, at which layer 'a' has been recorded already", () => recorder.Record(0, LayerActivations.FromRows("b", [1f, 2, 3, 4], 1), good));
        Assert.Single(recorder.Plane.Points);
    }

    [Fact]
    public void Record_LayersThatAnEstimatorRefuses_NamesTheFirst()
    {
        InformationPlaneRecorder<float> recorder = new(_four, _four, Estimators.KernelDensity());
        LayerActivations<float> far = LayerActivations.FromRows("far", [1f, 2, 3, float.PositiveInfinity], 1);
        LayerActivations<float> farToo = LayerActivations.FromRows("far too", [1f, 2, 3, float.PositiveInfinity], 1);
        AssertRefused(
            "layers", "layers[1][3][0] is Infinity", () => recorder.Record(0, LayerActivations.FromRows("a", [1f, 2, 3, 4], 1), far, farToo));
    }

    [Fact]
    public void LayerActivations_BadArguments_ThrowWithTheirNames()
    {
        Assert.Throws<ArgumentNullException>("layer", () => LayerActivations.FromRows(null!, [1f], 1));
        Assert.Throws<ArgumentException>("layer", () => LayerActivations.FromRows(" ", [1f], 1));
        Assert.Throws<ArgumentNullException>("values", () => LayerActivations.FromRows<float>("a", null!, 1));
        Assert.Throws<ArgumentOutOfRangeException>("dimension", () => LayerActivations.FromRows("a", [1f], 0));
        Assert.Throws<ArgumentException>("values", () => LayerActivations.FromRows("a", [1f, 2, 3], 2));
        Assert.Throws<ArgumentNullException>("matrix", () => LayerActivations.FromSamples<float>("a", null!));
    }

    [Fact]
    public void Record_BandwidthTargetOfAnotherLength_NamesActivations()
    {
        InformationPlaneRecorder<float> recorder =
            new(_four, _four, Estimators.MatrixRenyi(2, new Kernels.KernelAlignmentBandwidth(Symbols.Distinct(5))));
        AssertRefused(
            "activations",
            "activations has 4 samples and the target of the bandwidth rule has 5",
            () => recorder.Record(0, "t", Samples.FromScalars<float>([1, 2, 3, 4])));
    }

    [Fact]
    public void Wants_Schedule_IsAsked()
    {
        InformationPlaneRecorder<float> recorder = new(_four, _four, Estimators.Binning()) { Schedule = RecordingSchedule.Every(3) };
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
