using MutualInfo.InformationPlanes;
using MutualInfo.InformationPlanes.Quantized;
using MutualInfo.InformationPlanes.Reproductions;
using MutualInfo.Recording;

namespace MutualInfo.SampleTests.Quantized;

/// <summary>Short runs: what is exact must hold at any length, and a claim must fail where its numbers are doctored.</summary>
public class QuantizedRunTests
{
    private static readonly QuantizedSystem _tanh = new(ActivationFunction.Tanh, 4);
    private static readonly QuantizedSystem _relu = new(ActivationFunction.Relu, QuantizedSystem.FloatingPoint);

    [Fact]
    public void Execute_EqualSeeds_GiveEqualBits()
    {
        (int, string, double, double)[] first = Numbers(Run(_tanh, seed: 3));
        Assert.Equal(first, Numbers(Run(_tanh, seed: 3)));
        Assert.NotEqual(first, Numbers(Run(_tanh, seed: 4)));
    }

    [Fact]
    public void Judge_ShortRuns_BearOutWhatIsExact()
    {
        Claim[] exact = [.. new QuantizedClaims([Kept(_tanh), Kept(_relu)]).Judge().Where(claim => claim.Kind == ClaimKind.Exact)];
        Assert.Equal(3, exact.Length);
        Assert.All(exact, claim => Assert.True(claim.Holds, $"{claim.Text}: {claim.Measured}"));
    }

    [Fact]
    public void Judge_LayerThatKnowsMoreThanTheOneBefore_BreaksDataProcessing()
    {
        QuantizedRun run = Kept(_tanh);
        var doctored = new InformationPlane(run.Plane.Points.Select(point => point.Layer == "T3" && point.Epoch == 0
            ? point with { Target = point.Target with { Value = point.Target.Value + Information.FromBits(1) } }
            : point));
        Claim claim = Assert.Single(
            new QuantizedClaims([run with { Plane = doctored }]).Judge(), claim => claim.Text.StartsWith("Data processing", StringComparison.Ordinal));
        Assert.False(claim.Holds);
    }

    [Fact]
    public void Judge_LevelsThatMergeSymbols_AreNotEqualToExact()
    {
        QuantizedRun run = Kept(_tanh);
        IMutualInformationEstimator exact = run.Plane.Estimators[0];
        var doctored = new InformationPlane(run.Plane.Points.Select(point => point.Layer == "T3" && point.Estimator.Equals(exact)
            ? point with { Target = point.Target with { EntropyX = point.Target.EntropyX + Information.FromBits(1e-9) } }
            : point));
        Claim claim = Assert.Single(
            new QuantizedClaims([run with { Plane = doctored }]).Judge(), claim => claim.Text.StartsWith("H(T)", StringComparison.Ordinal));
        Assert.False(claim.Holds);
    }

    [Fact]
    public void Judge_NetworksThatHaveNotLearned_AreDropped()
    {
        Claim only = Assert.Single(new QuantizedClaims([Run(_tanh, seed: 3) with { TrainAccuracy = 0.5 }]).Judge());
        Assert.False(only.Holds);
        Assert.StartsWith("0 of 1 kept", only.Measured, StringComparison.Ordinal);
    }

    private static QuantizedRun Run(QuantizedSystem system, int seed) =>
        QuantizedTraining.Execute(system, seed, epochs: 6, EstimationOptions.Default, new Progress<double>());

    // Six epochs may not be enough to be kept.
    private static QuantizedRun Kept(QuantizedSystem system) => Run(system, seed: 3) with { TrainAccuracy = 1 };

    private static (int, string, double, double)[] Numbers(QuantizedRun run) =>
        [.. run.Plane.Points.Select(point => (point.Epoch, point.Layer, point.Input.Value.Nats, point.Target.Value.Nats))];
}
