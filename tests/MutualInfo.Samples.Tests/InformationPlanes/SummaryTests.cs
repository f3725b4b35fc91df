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
    public void Trust_EverySampleUniqueAtTheEnd_SaysSo()
    {
        DiscreteEstimator estimator = Estimators.ExactDiscrete();
        Symbols unique = Symbols.FromLabels([.. Enumerable.Range(0, 16)]), halves = Symbols.FromLabels([.. Enumerable.Range(0, 16).Select(i => i % 2)]);
        InformationPlanePoint layer = Point(1, estimator.Estimate(Symbols.Distinct(16), unique), estimator.Estimate(unique, halves));
        Assert.Equal(
            [
                "Can the numbers at the end be trusted?",
                "  exact — T1: nothing said (T is saturated, most samples are alone in (T,Y)).",
                "Between layers no theorem is broken (data processing of exact layers, ceilings, I(X;T) = H(T)).",
            ],
            Summary.Trust(new InformationPlane([layer]), [new EstimatorFamily("exact", estimator)]));
    }

    [Fact]
    public void Trust_BrokenTheorem_IsCalledWrong()
    {
        DiscreteEstimator estimator = Estimators.ExactDiscrete();
        Symbols halves = Symbols.FromLabels([.. Enumerable.Range(0, 40).Select(i => i % 2)]);
        InformationPlanePoint point = Point(1, estimator.Estimate(Symbols.Distinct(40), halves), estimator.Estimate(halves, halves));
        InformationPlanePoint broken = point with { Input = point.Input with { Value = Information.FromBits(0.25) } };
        string[] lines = [.. Summary.Trust(new InformationPlane([broken]), [new EstimatorFamily("exact", estimator)])];
        Assert.Contains(lines, line => line.StartsWith("WRONG: exact rows: I(X;T) differs from H(T) in T1", StringComparison.Ordinal));
        Assert.Contains("  exact — T1: nothing against.", lines);
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
