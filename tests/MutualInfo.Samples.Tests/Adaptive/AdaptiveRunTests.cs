using MutualInfo.InformationPlanes;
using MutualInfo.InformationPlanes.Adaptive;
using MutualInfo.InformationPlanes.Reproductions;
using MutualInfo.Recording;

namespace MutualInfo.SampleTests.Adaptive;

public class AdaptiveRunTests
{
    [Fact]
    public void Execute_EveryFunction_IsMeasuredAndRepeatable()
    {
        foreach (ActivationFunction function in Enum.GetValues<ActivationFunction>())
        {
            AdaptiveRun run = Run(new AdaptiveSystem(function, 0), AdaptiveEstimator.Ebab);
            Assert.Equal(6, run.Courses(AdaptiveEstimator.Ebab).Count);
            Assert.Equal(Numbers(run), Numbers(Run(new AdaptiveSystem(function, 0), AdaptiveEstimator.Ebab)));
        }
    }

    [Fact]
    public void Execute_WithDecay_IsAnotherNetworkThatBeginsAlike()
    {
        AdaptiveRun plain = Run(new AdaptiveSystem(ActivationFunction.Relu, 0), AdaptiveEstimator.Ebab);
        AdaptiveRun decayed = Run(new AdaptiveSystem(ActivationFunction.Relu, 0.015), AdaptiveEstimator.Ebab);
        Assert.Equal(plain.Courses(AdaptiveEstimator.Ebab).Select(layer => layer.InputStart), decayed.Courses(AdaptiveEstimator.Ebab).Select(layer => layer.InputStart));
        Assert.NotEqual(plain.Activity[^1].Layers, decayed.Activity[^1].Layers);
    }

    [Fact]
    public void Execute_AllEstimators_HaveAPanelEach()
    {
        AdaptiveRun run = Run(new AdaptiveSystem(ActivationFunction.Relu, 0), Enum.GetValues<AdaptiveEstimator>());
        Assert.Equal(
            ["ReLU, 30 bins over the run's range", "ReLU, EBAB", "ReLU, aKDE"], run.Plane.Estimators.Select(estimator => estimator.ToString()!));
        foreach (AdaptiveEstimator estimator in Enum.GetValues<AdaptiveEstimator>())
            Assert.Single(run.PlaneOf(estimator).Estimators);
    }

    // The range of a run is that of its largest activity, epoch 0 included.
    [Fact]
    public void History_Range_CoversEveryEpochAndLayer()
    {
        AdaptiveRun run = Run(new AdaptiveSystem(ActivationFunction.Relu, 0), AdaptiveEstimator.FixedRange);
        var fixedRange = (NamedEstimator)run.Plane.Estimators[0];
        double largest = run.Activity.Max(each => each.Layers.Max());
        Assert.Equal(Estimators.Binning(AdaptiveTraining.Bins, 0, largest), fixedRange.Estimator);
    }

    private static AdaptiveRun Run(AdaptiveSystem system, params AdaptiveEstimator[] estimators) => AdaptiveTraining.Execute(
        system, seed: 5, epochs: 2, RecordingSchedule.Every(2), estimators, EstimationOptions.Default, new Progress<double>());

    private static (int, string, double, double)[] Numbers(AdaptiveRun run) =>
        [.. run.Plane.Points.Select(point => (point.Epoch, point.Layer, point.Input.Value.Nats, point.Target.Value.Nats))];
}
