using MutualInfo.InformationPlanes;

namespace MutualInfo.SampleTests.InformationPlanes;

public class ProgressTests
{
    [Fact]
    public void LineProgress_ManyReports_WritesOneLineAnIntervalAndTheLast()
    {
        using var writer = new StringWriter();
        var progress = new LineProgress(writer, TimeSpan.FromSeconds(5));
        for (int epoch = 1; epoch <= 12; epoch++)
            progress.Report(Status(epoch, 12));
        string[] lines = writer.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(
            ["epoch 1/12", "epoch 6/12", "epoch 11/12", "epoch 12/12"],
            lines.Select(line => line[..line.IndexOf(',', StringComparison.Ordinal)]));
        Assert.Equal("epoch 1/12, loss 0.250, accuracy 0.875, 1:05 left", lines[0]);
    }

    [Fact]
    public void LineProgress_TimeBeginsAnew_IsNotSilentUntilTheOldTime()
    {
        using var writer = new StringWriter();
        var progress = new LineProgress(writer, TimeSpan.FromSeconds(5));
        progress.Report(Status(100, 100));
        progress.Report(Status(1, 100));
        progress.Report(Status(2, 100));
        Assert.Equal(2, writer.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void Clock_EpochsAndRecordings_AreForetoldApart()
    {
        var clock = new RunClock(epochs: 10, recordings: 3);
        clock.CountRecording(TimeSpan.FromSeconds(4));
        clock.CountEpoch(TimeSpan.FromSeconds(1));
        clock.CountEpoch(TimeSpan.FromSeconds(3));
        Assert.Equal(TimeSpan.FromSeconds((8 * 2) + (2 * 4)), clock.Left);
        Assert.Equal(TimeSpan.FromSeconds(4), clock.Training);
        Assert.Equal(TimeSpan.FromSeconds(4), clock.Recording);
        Assert.Equal(1, clock.Recordings);
    }

    private static RunStatus Status(int epoch, int epochs) => new()
    {
        Epoch = epoch,
        Epochs = epochs,
        Loss = 0.25,
        TrainAccuracy = 0.875,
        Elapsed = TimeSpan.FromSeconds(epoch),
        Left = TimeSpan.FromSeconds(65),
    };
}
