using MutualInfo.Recording;

namespace MutualInfo.Tests.Documentation.Snippets;

public class ReadmeSnippets
{
    [Fact]
    public void FirstNumber_BinsThatFollowTheLabel_IsItsEntropy()
    {
        const int width = 2;
        float[] activations = [-0.9f, 0.1f, -0.9f, 0.1f, 0.8f, 0.1f, 0.8f, -0.7f];
        int[] labels = [0, 0, 1, 1];

        #region readme-first-number
        MutualInformationEstimate estimate = Estimators.Binning(bins: 30, low: -1, high: 1)
            .Estimate(Samples.FromRows(activations, width), Symbols.FromLabels(labels));

        double bits = estimate.Value.Bits;           // I(T;Y); the unit is part of the name
        double saturation = estimate.SaturationX;    // H(T) / ln n: at 1 every sample looks unique
        string verdict = $"{estimate.Verdict}";      // whether to believe it, and what it is an estimate of
        #endregion

        Assert.Equal(1, bits, 1e-15);
        Assert.Equal(0.75, saturation, 1e-15);
    }

    [Fact]
    public void TrainingLoop_ShortRun_WritesThePlane()
    {
        const int n = 64;
        const int width = 3;
        const int epochs = 5;
        ToyNetwork network = new(n, width);
        int[] labels = network.Labels;

        #region readme-training-loop
        var recorder = new InformationPlaneRecorder<float>(
            Symbols.Distinct(n), Symbols.FromLabels(labels),
            Estimators.Binning(30, -1, 1), Estimators.AdaptiveBinning(), Estimators.MatrixRenyi(order: 1.01))
        {
            Schedule = RecordingSchedule.Logarithmic(perDecade: 20),
        };
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            network.TrainOneEpoch();
            if (recorder.Wants(epoch))
                recorder.Record(epoch, "hidden-1", Samples.FromRows(network.Hidden1, width));
        }

        recorder.Plane.WriteCsv("plane.csv");
        recorder.Plane.WriteSvg("plane.svg");
        #endregion

        Assert.Equal(3 * epochs, recorder.Plane.Points.Count);
        Assert.Equal(1 + 3 * epochs, File.ReadAllLines("plane.csv").Length);
        Assert.StartsWith("<", File.ReadAllText("plane.svg"), StringComparison.Ordinal);
        File.Delete("plane.csv");
        File.Delete("plane.svg");
    }
}
