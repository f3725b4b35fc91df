using MutualInfo.Training;
using MutualInfo.Training.Data;
using MutualInfo.Training.Layers;

namespace MutualInfo.SampleTests.Training;

public class WeightDecayTests
{
    [Fact]
    public void AddGradients_LossAndPenalty_EqualsDifferences()
    {
        var random = new Random(1);
        var layer = new Dense<double>(4, 3);
        GradientCheck.Numbers(3, 4, random).Values.CopyTo(layer.Weights.Value.Values);
        Matrix<double> input = GradientCheck.Numbers(4, 6, random);
        int[] labels = [0, 1, 2, 0, 1, 2];
        var loss = new SoftmaxCrossEntropy<double>();
        var decay = new WeightDecay<double>([layer.Weights], 0.7);
        loss.Evaluate(layer.Forward(input), labels);
        layer.Backward(loss.Gradient);
        decay.AddGradients();
        GradientCheck.Compare(
            "weights",
            layer.Weights.Value,
            layer.Weights.Gradient.Values.ToArray(),
            () => loss.Evaluate(layer.Forward(input), labels) + decay.Penalty);
    }

    // ½·0.5·(3² + 4²) = 6.25.
    [Fact]
    public void Penalty_TwoWeights_IsHalfTheirSquaresTimesTheStrength()
    {
        var parameter = new Parameter<float>(1, 2);
        new[] { 3f, 4 }.CopyTo(parameter.Value.Values);
        Assert.Equal(6.25, new WeightDecay<float>([parameter], 0.5).Penalty);
    }

    [Fact]
    public void TrainOneEpoch_WithDecay_EndsWithSmallerWeights()
    {
        Assert.True(SquaredWeights(0.5) < SquaredWeights(0) / 2);
    }

    private static double SquaredWeights(double strength)
    {
        var network = new Dense<float>(12, 2);
        TruncatedNormal.Fill(network.Weights.Value.Values, 1, new Random(2));
        int[] members = [.. Enumerable.Range(0, 512)];
        var batches = new Batches<float>(TwelveBits.Create<float>(), members, 64, new Random(3));
        var training = new ClassifierTraining<float>(network, batches, 0.01) { Decay = new WeightDecay<float>([network.Weights], strength) };
        for (int epoch = 0; epoch < 20; epoch++)
            training.TrainOneEpoch();
        return new WeightDecay<float>([network.Weights], 2).Penalty;
    }
}
