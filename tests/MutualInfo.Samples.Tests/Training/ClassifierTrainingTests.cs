using MutualInfo.Training;
using MutualInfo.Training.Data;
using MutualInfo.Training.Layers;

namespace MutualInfo.SampleTests.Training;

public class ClassifierTrainingTests
{
    [Fact]
    public void TrainOneEpoch_EqualSeeds_GiveEqualBits()
    {
        (double[] losses, float[] weights) = Train(seed: 1, epochs: 5);
        (double[] sameLosses, float[] sameWeights) = Train(seed: 1, epochs: 5);
        Assert.Equal(losses, sameLosses);
        Assert.Equal(weights, sameWeights);
        Assert.NotEqual(weights, Train(seed: 2, epochs: 5).Weights);
    }

    // It starts near chance, log 2 = 0.69 nats, give or take what the first weights happen to say, and is below 0.2 by then.
    [Fact]
    public void TrainOneEpoch_TwelveBits_LearnsThem()
    {
        (double[] losses, _) = Train(seed: 3, epochs: 60);
        Assert.Equal(Math.Log(2), losses[0], 0.15);
        Assert.InRange(losses[^1], 0, 0.25);
    }

    // An epoch that made new matrices would take 100 kB and more; the runtime itself may take some bytes when it recompiles a method.
    [Fact]
    public void TrainOneEpoch_AfterTheFirst_MakesNoMatrices()
    {
        ClassifierTraining<float> training = Create(seed: 4).Training;
        training.TrainOneEpoch();
        training.TrainOneEpoch();
        long before = GC.GetAllocatedBytesForCurrentThread();
        training.TrainOneEpoch();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4096);
    }

    private static (double[] Losses, float[] Weights) Train(int seed, int epochs)
    {
        (ClassifierTraining<float> training, Sequential<float> network) = Create(seed);
        double[] losses = [.. Enumerable.Range(0, epochs).Select(_ => training.TrainOneEpoch())];
        return (losses, [.. network.Parameters.SelectMany(parameter => parameter.Value.Values.ToArray())]);
    }

    private static (ClassifierTraining<float> Training, Sequential<float> Network) Create(int seed)
    {
        var random = new Random(seed);
        Dense<float> hidden = new(12, 10), output = new(10, 2);
        TruncatedNormal.Fill(hidden.Weights.Value.Values, 1 / Math.Sqrt(12), random);
        TruncatedNormal.Fill(output.Weights.Value.Values, 1 / Math.Sqrt(10), random);
        var network = new Sequential<float>(hidden, new Tanh<float>(), output);
        int[] everyThird = [.. Enumerable.Range(0, 4096 / 3).Select(i => 3 * i)];
        var batches = new Batches<float>(TwelveBits.Create<float>(), everyThird, 64, random);
        return (new ClassifierTraining<float>(network, batches, 0.01), network);
    }
}
