using MutualInfo.Kernels;
using MutualInfo.Recording;

namespace MutualInfo.Tests.Documentation.Snippets;

public class PlaneSnippets
{
    [Fact]
    public void MiniBatches_Gathered_AreOneLayer()
    {
        const int n = 64;
        const int width = 3;
        const int epoch = 0;
        ToyNetwork network = new(n, width);
        network.TrainOneEpoch();
        var recorder = new InformationPlaneRecorder<float>(
            Symbols.Distinct(n), Symbols.FromLabels(network.Labels), Estimators.Binning(30, -1, 1));

        #region plane-mini-batches
        var hidden = new SampleMatrix<float>(width);
        foreach (float[] batch in network.Hidden1InBatches())
            hidden.Append(batch);
        recorder.Record(epoch, "hidden-1", hidden.AsSamples());
        hidden.Clear();                                             // keeps its memory for the next epoch
        #endregion

        Assert.Equal(n, recorder.Plane.Points.Single().SampleCount);
        Assert.Equal(0, hidden.Count);
    }

    [Fact]
    public void Layers_InOneCall_AreAllRecorded()
    {
        const int n = 64;
        const int width = 3;
        const int epoch = 0;
        ToyNetwork network = new(n, width);
        network.TrainOneEpoch();
        var recorder = new InformationPlaneRecorder<float>(
            Symbols.Distinct(n), Symbols.FromLabels(network.Labels), Estimators.Binning(30, -1, 1));

        #region plane-layers
        recorder.Record(
            epoch,
            LayerActivations.FromRows("hidden-1", network.Hidden1, width),
            LayerActivations.FromRows("output", network.Outputs, 1));
        #endregion

        Assert.Equal(["hidden-1", "output"], recorder.Plane.Points.Select(point => point.Layer));
    }

    [Fact]
    public void Points_Read_SayHowMuchToTrustThem()
    {
        const int n = 64;
        const int width = 3;
        ToyNetwork network = new(n, width);
        network.TrainOneEpoch();
        var recorder = new InformationPlaneRecorder<float>(
            Symbols.Distinct(n), Symbols.FromLabels(network.Labels), Estimators.Binning(30, -1, 1));
        recorder.Record(0, "hidden-1", Samples.FromRows(network.Hidden1, width));

        #region plane-points
        foreach (InformationPlanePoint point in recorder.Plane.Points)
        {
            Information input = point.Input.Value;                  // I(X;T), the horizontal axis
            Information target = point.Target.Value;                // I(T;Y), the vertical axis
            Verdict verdict = point.Target.Verdict;                 // whether I(T;Y) can be trusted
            Console.WriteLine($"{point.Epoch} {point.Layer} {input} {target} {(verdict.SaysNothing ? "says nothing" : "")}");
        }
        #endregion

        InformationPlanePoint only = recorder.Plane.Points.Single();
        Assert.Equal(only.LayerEntropy.Nats, only.Input.Value.Nats, 1e-14);
        Assert.True(only.Target.Value <= only.LayerEntropy);
    }

    [Fact]
    public void Alignment_WithPrevious_IsSmoothed()
    {
        const int width = 3;
        ToyNetwork network = new(64, width);
        network.TrainOneEpoch();
        Symbols labels = Symbols.FromLabels(network.Labels);

        #region plane-alignment
        var rule = new KernelAlignmentBandwidth(labels);
        double sigma = rule.SigmaFor(Samples.FromRows(network.Hidden1, width));

        network.TrainOneEpoch();
        KernelAlignmentBandwidth next = rule with { Previous = sigma };     // 0.9·previous + 0.1·best
        double smoothed = next.SigmaFor(Samples.FromRows(network.Hidden1, width));
        #endregion

        double best = rule.SigmaFor(Samples.FromRows(network.Hidden1, width));
        Assert.Equal(0.9 * sigma + 0.1 * best, smoothed, 1e-15);
    }
}
