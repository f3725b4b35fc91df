using MutualInfo.InformationPlanes;
using MutualInfo.InformationPlanes.Quantized;
using MutualInfo.Training;
using MutualInfo.Training.Data;

namespace MutualInfo.SampleTests.Quantized;

public class QuantizedNetworkTests
{
    [Theory]
    [InlineData(ActivationFunction.Tanh, 8)]
    [InlineData(ActivationFunction.Tanh, 4)]
    [InlineData(ActivationFunction.Relu, 8)]
    [InlineData(ActivationFunction.Relu, 4)]
    public void Evaluate_AfterSomeTraining_GivesFewValuesAndChangesNothing(ActivationFunction activation, int bits)
    {
        var task = new TwelveBitTask(new Random(1));
        var network = new QuantizedNetwork(activation, bits, new Random(2));
        var batches = new Batches<float>(task.Data, task.Train, 256, new Random(3));
        new ClassifierTraining<float>(network.Layers, batches, 0.001).TrainOneEpoch();

        float[][] layers = [.. network.Evaluate(task.Inputs).Select(layer => layer.Values.ToArray())];
        Assert.Equal([10, 7, 5, 4, 3, 2], layers.Select(layer => layer.Length / 4096));
        foreach (float[] hidden in layers[..^1])
            Assert.InRange(hidden.Distinct().Count(), 2, 1 << bits);
        Assert.Equal(layers, network.Evaluate(task.Inputs).Select(layer => layer.Values.ToArray()));
    }

    // A moving average that learned from evaluations would make recordings part of the training.
    [Fact]
    public void Evaluate_BetweenTrainingSteps_DoesNotChangeThem()
    {
        Assert.Equal(LossesWith(evaluations: 0), LossesWith(evaluations: 2));
    }

    [Fact]
    public void Constructor_FunctionWithoutARuleForItsRange_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new QuantizedNetwork(ActivationFunction.Elu, 8, new Random(1)));

    private static double[] LossesWith(int evaluations)
    {
        var task = new TwelveBitTask(new Random(1));
        var network = new QuantizedNetwork(ActivationFunction.Relu, 8, new Random(2));
        var training = new ClassifierTraining<float>(network.Layers, new Batches<float>(task.Data, task.Train, 256, new Random(3)), 0.001);
        double[] losses = new double[3];
        for (int epoch = 0; epoch < losses.Length; epoch++)
        {
            losses[epoch] = training.TrainOneEpoch();
            for (int i = 0; i < evaluations; i++)
                network.Evaluate(task.Inputs);
        }

        return losses;
    }
}
