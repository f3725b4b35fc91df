using System.Numerics;
using MutualInfo.Training.Data;
using MutualInfo.Training.Layers;

namespace MutualInfo.Training;

/// <summary>Trains a network to classify: batches, forward, loss, backward, Adam.</summary>
/// <remarks>
/// The same seeds give the same weights to the bit, on the same machine and runtime: everything runs on one thread in one order. Another
/// processor may differ in the last bits, since sums over a batch are added in as many parts as its registers have lanes.
/// </remarks>
public sealed class ClassifierTraining<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly ILayer<T> _network;
    private readonly Batches<T> _batches;
    private readonly Adam<T> _adam;
    private readonly SoftmaxCrossEntropy<T> _loss = new();

    /// <param name="network">The network; its last layer gives logits.</param>
    /// <param name="batches">The training samples.</param>
    /// <param name="adam">Moves the parameters of the network.</param>
    public ClassifierTraining(ILayer<T> network, Batches<T> batches, Adam<T> adam)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(batches);
        ArgumentNullException.ThrowIfNull(adam);
        _network = network;
        _batches = batches;
        _adam = adam;
    }

    /// <param name="network">The network; its last layer gives logits.</param>
    /// <param name="batches">The training samples.</param>
    /// <param name="learningRate">Adam's.</param>
    public ClassifierTraining(ILayer<T> network, Batches<T> batches, double learningRate)
        : this(network, batches, new Adam<T>((network ?? throw new ArgumentNullException(nameof(network))).Parameters, learningRate))
    {
    }

    /// <summary>Gets what is added to the loss for large weights; null for nothing.</summary>
    public WeightDecay<T>? Decay { get; init; }

    /// <summary>Shuffles, then takes one step a batch.</summary>
    /// <returns>The mean loss of the samples, in nats, each as it was met; without what <see cref="Decay"/> adds.</returns>
    public double TrainOneEpoch()
    {
        double loss = 0;
        int samples = 0;
        _batches.Shuffle();
        for (int batch = 0; batch < _batches.Count; batch++)
        {
            _batches.Load(batch);
            ReadOnlySpan<int> labels = _batches.Labels;
            loss += labels.Length * _loss.Evaluate(_network.Forward(_batches.Inputs), labels);
            samples += labels.Length;
            _network.Backward(_loss.Gradient);
            Decay?.AddGradients();
            _adam.Step();
        }

        return loss / samples;
    }
}
