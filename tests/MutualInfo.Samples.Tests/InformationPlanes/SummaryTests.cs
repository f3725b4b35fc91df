using MutualInfo.Discrete;
using MutualInfo.InformationPlanes;
using MutualInfo.Recording;

namespace MutualInfo.SampleTests.InformationPlanes;

public class SummaryTests
{
    [Fact]
    public void Verdict_RisesAndFalls_AreFittingAndCompression()
    {
        LayerCourse layer = Course((5, 0.1), (8, 0.5), (7.4, 0.7));

        // 1e−12: an amount is kept in nats, so a number of bits may come back with its last digit changed.
        Assert.Equal(8, layer.InputPeak, 1e-12);
        Assert.Equal(7.4, layer.InputEnd, 1e-12);
        Assert.Equal(
            [
                "Fitting: yes, I(T1;Y) went from 0.10 to 0.70 bits by exact (yes = a rise of more than 0.5 bits).",
                "Compression: yes, exact T1 (yes = I(X;T) ends more than 0.5 bits below its peak).",
            ],
            Summary.Verdict([("exact", [layer])]));
    }

    [Fact]
    public void Verdict_SmallChanges_AreNeither()
    {
        LayerCourse layer = Course((7.9, 0.3), (8, 0.5), (7.6, 0.7));
        Assert.Equal(
            [
                "Fitting: no, I(T1;Y) went from 0.30 to 0.70 bits by exact (yes = a rise of more than 0.5 bits).",
                "Compression: no (yes = I(X;T) ends more than 0.5 bits below its peak).",
            ],
            Summary.Verdict([("exact", [layer])]));
    }

    [Fact]
    public void Verdict_EverySampleUniqueAtTheEnd_SaysSo()
    {
        DiscreteEstimator estimator = Estimators.ExactDiscrete();
        MutualInformationEstimate estimate = estimator.Estimate(Symbols.Distinct(16), Symbols.Distinct(16));
        LayerCourse layer = LayerCourse.Of(new InformationPlane([Point(0, estimate, estimate)]), estimator)[0];
        Assert.Contains(
            "Saturated at the end, so that the number only counts the samples: exact T1.", Summary.Verdict([("exact", [layer])]));
    }

    // Epochs out of order: a course goes by epoch, not by position.
    private static LayerCourse Course((double Input, double Target) start, (double Input, double Target) middle, (double Input, double Target) end)
    {
        DiscreteEstimator estimator = Estimators.ExactDiscrete();
        MutualInformationEstimate some = estimator.Estimate(Symbols.FromLabels([0, 0, 1, 1]), Symbols.FromLabels([0, 1, 0, 1]));
        InformationPlanePoint At(int epoch, (double Input, double Target) values) => Point(
            epoch,
            some with { Value = Information.FromBits(values.Input) },
            some with { Value = Information.FromBits(values.Target) });
        var plane = new InformationPlane([At(9, end), At(0, start), At(4, middle)]);
        return Assert.Single(LayerCourse.Of(plane, estimator));
    }

    private static InformationPlanePoint Point(int epoch, MutualInformationEstimate input, MutualInformationEstimate target) => new()
    {
        Epoch = epoch,
        Layer = "T1",
        Estimator = Estimators.ExactDiscrete(),
        Input = input,
        Target = target,
        Elapsed = TimeSpan.Zero,
    };
}
