using MutualInfo.Recording;

namespace MutualInfo.Tests.Recording;

/// <summary>The share of a recording that is done, over all estimators and both axes.</summary>
public class RecorderProgressTests
{
    [Fact]
    public void Record_Progress_RisesFromZeroToOne()
    {
        ProgressList progress = new();
        InformationPlaneRecorder<float> recorder =
            new(Symbols.Distinct(PlaneFixture.Count), PlaneFixture.Labels, Estimators.Binning(), Estimators.KernelDensity(), Estimators.MatrixRenyi())
            {
                Options = EstimationOptions.Default with { Progress = progress, MaxDegreeOfParallelism = 1 },
            };
        recorder.Record(0, "t", PlaneFixture.Layer(0, "t"));

        Assert.Equal(1, progress.Values[^1]);
        Assert.All(progress.Values, value => Assert.InRange(value, 0, 1));
        Assert.Equal(progress.Values.Order(), progress.Values);
    }

    private sealed class ProgressList : IProgress<double>
    {
        public List<double> Values { get; } = [];

        public void Report(double value)
        {
            lock (Values)
                Values.Add(value);
        }
    }
}
