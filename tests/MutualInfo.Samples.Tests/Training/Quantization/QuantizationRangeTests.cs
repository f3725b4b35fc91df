using MutualInfo.Training.Quantization;

namespace MutualInfo.SampleTests.Training.Quantization;

public class QuantizationRangeTests
{
    [Fact]
    public void CurrentRange_Values_AreTheirExtremes() =>
        Assert.Equal((0.5f, 2f), new CurrentRange<float>().Around([1, 0.5f, 2]));

    [Fact]
    public void GivenRange_Values_DoNotMatter() => Assert.Equal((-6, 6), new GivenRange<double>(-6, 6).Around([100]));

    // From [−6, 6] a batch in [0.5, 2], widened to [0, 2], moves the ends by a thousandth of 6 and of 4.
    [Fact]
    public void MovingAverageRange_TrainingSteps_FollowSlowly()
    {
        var range = new MovingAverageRange<double>();
        (double low, double high) = range.Around([0.5, 2]);
        Assert.Equal(-5.994, low, 1e-12);
        Assert.Equal(5.996, high, 1e-12);
        (low, high) = range.Around([-10, -1]);
        Assert.Equal(-5.994 - 0.004006, low, 1e-12);
        Assert.Equal(5.996 * 0.999, high, 1e-12);
    }

    [Fact]
    public void MovingAverageRange_Evaluation_LeavesIt()
    {
        var range = new MovingAverageRange<double> { Phase = TrainingPhase.Evaluation };
        Assert.Equal((-6.0, 6.0), range.Around([1000]));
        Assert.Equal((-6.0, 6.0), (range.Low, range.High));
    }
}
