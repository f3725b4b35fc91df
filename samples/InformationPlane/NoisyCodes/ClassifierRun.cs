using MutualInfo.Training;
using MutualInfo.Training.Data;

namespace MutualInfo.InformationPlanes.NoisyCodes;

/// <summary>Trains a classifier with noise and tests it without; prints nothing and writes no file.</summary>
public sealed class ClassifierRun
{
    private const int TestBatchSize = 100;

    private readonly SoftmaxCrossEntropy<float> _loss = new();
    private readonly ClassifierNetwork _network;
    private readonly Batches<float> _train;
    private readonly Adam<float> _adam;

    /// <param name="network">The network.</param>
    /// <param name="train">The training set.</param>
    /// <param name="batchSize">The samples of a training step.</param>
    /// <param name="learningRate">Adam's.</param>
    /// <param name="batches">Shuffles the training set.</param>
    public ClassifierRun(ClassifierNetwork network, LabeledData<float> train, int batchSize, double learningRate, Random batches)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(train);
        _network = network;
        _train = new Batches<float>(train, [.. Enumerable.Range(0, train.Count)], batchSize, batches);
        _adam = new Adam<float>(network.Layers.Parameters, learningRate);
    }

    /// <summary>Trains, each step with new noise.</summary>
    /// <returns>The mean loss of the last epoch, with every term, in nats.</returns>
    public double Train(int epochs, IProgress<double>? progress)
    {
        double loss = 0;
        int steps = epochs * _train.Count;
        for (int step = 0; step < steps; step++)
        {
            int batch = step % _train.Count;
            if (batch == 0)
            {
                _train.Shuffle();
                loss = 0;
            }

            _train.Load(batch);
            _network.Layers.Redraw();
            loss += _loss.Evaluate(_network.Layers.Forward(_train.Inputs), _train.Labels) + _network.Layers.Penalty;
            _network.Layers.Backward(_loss.Gradient);
            _adam.Step();
            progress?.Report((step + 1.0) / steps);
        }

        return loss / _train.Count;
    }

    /// <summary>Gives the share of samples that are classified wrongly without noise.</summary>
    public double Error(LabeledData<float> test)
    {
        ArgumentNullException.ThrowIfNull(test);
        _network.Layers.Silence();
        var batches = new Batches<float>(test, [.. Enumerable.Range(0, test.Count)], TestBatchSize, new Random(0));
        int wrong = 0;
        for (int batch = 0; batch < batches.Count; batch++)
        {
            batches.Load(batch);
            Matrix<float> logits = _network.Layers.Forward(batches.Inputs);
            for (int i = 0; i < batches.Labels.Length; i++)
                wrong += LargestRow(logits, i) == batches.Labels[i] ? 0 : 1;
        }

        return (double)wrong / test.Count;
    }

    private static int LargestRow(Matrix<float> logits, int column)
    {
        int largest = 0;
        for (int row = 1; row < logits.Rows; row++)
        {
            if (logits[row][column] > logits[largest][column])
                largest = row;
        }

        return largest;
    }
}
