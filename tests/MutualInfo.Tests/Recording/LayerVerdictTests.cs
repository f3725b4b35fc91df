using MutualInfo.Recording;

namespace MutualInfo.Tests.Recording;

/// <summary>The verdict on a layer's whole course.</summary>
public class LayerVerdictTests
{
    private const int Count = 64;

    private static readonly Symbols _labels = Symbols.FromLabels([.. Enumerable.Range(0, Count).Select(i => i % 2)]);

    [Fact]
    public void Verdicts_SoundLayer_HasNoReason()
    {
        LayerVerdict verdict = Record(Symbols.Distinct(Count), 4).Verdicts.Single();
        Assert.Empty(verdict.Reasons);
        Assert.Equal("nothing stands against T", verdict.ToString());
        Assert.Equal((1, 0), (verdict.PointCount, verdict.SilentPointCount));
    }

    [Fact]
    public void Verdicts_LayerThatIsSaturatedAtTimes_CountsTheEpochs()
    {
        LayerVerdict verdict = Record(Symbols.Distinct(Count), Count, 4, Count).Verdicts.Single();
        Assert.Equal((3, 2), (verdict.PointCount, verdict.SilentPointCount));
        Assert.Equal((VerdictReason.Saturated, "T", 2), (verdict.Reasons[0].Reason, verdict.Reasons[0].Subject, verdict.Reasons[0].PointCount));
        Assert.StartsWith("T says nothing at 2 of 3 epochs: T is saturated at 2 epochs, ", verdict.ToString(), StringComparison.Ordinal);
        Assert.Equal(verdict, Record(Symbols.Distinct(Count), Count, 4, Count).Verdicts.Single());
    }

    // Both estimates find the layer saturated; it is one layer.
    [Fact]
    public void Verdicts_ReasonOfBothAxes_CountsOnce()
    {
        LayerVerdict verdict = Record(Symbols.Distinct(Count), Count).Verdicts.Single();
        Assert.Single(verdict.Reasons, reason => reason.Reason == VerdictReason.Saturated);
        Assert.Equal(1, verdict.Reasons[0].PointCount);
    }

    // A layer is computed from the inputs, so that they all differ is no fault of theirs.
    [Fact]
    public void Verdicts_InputsThatTurnOutDistinct_AreAsGoodAsDeclared()
    {
        Symbols inputs = Symbols.FromLabels([.. Enumerable.Range(0, Count).Select(i => 3 * i)]);
        InformationPlane plane = Record(inputs, 4);
        Assert.Empty(plane.Verdicts.Single().Reasons);
        Assert.Equal(VariableForm.DistinctSymbols, plane.Points[0].Input.Diagnostics.FormX);
        Assert.Equal(Record(Symbols.Distinct(Count), 4).Points[0].Input.Value, plane.Points[0].Input.Value);
    }

    [Fact]
    public void Verdicts_SeveralEstimatorsAndLayers_AreInTheirOrder()
    {
        InformationPlaneRecorder<float> recorder = new(Symbols.Distinct(Count), _labels, Estimators.ExactDiscrete(), Estimators.KernelDensity());
        recorder.Record(0, "b", Samples.FromScalars<float>(Coded(4)));
        recorder.Record(0, "a", Samples.FromScalars<float>(Coded(2)));
        Assert.Equal(
            [(0, "a"), (0, "b"), (1, "a"), (1, "b")],
            recorder.Plane.Verdicts.Select(verdict => (recorder.Plane.Estimators.ToList().IndexOf(verdict.Estimator), verdict.Layer)));
    }

    private static InformationPlane Record(Symbols inputs, params int[] values)
    {
        InformationPlaneRecorder<float> recorder = new(inputs, _labels, Estimators.ExactDiscrete());
        for (int epoch = 0; epoch < values.Length; epoch++)
            recorder.Record(epoch, "T", Samples.FromScalars<float>(Coded(values[epoch])));
        return recorder.Plane;
    }

    private static float[] Coded(int values) => [.. Enumerable.Range(0, Count).Select(i => (float)(i % values))];
}
