using MutualInfo.Training;
using MutualInfo.Training.Layers;

namespace MutualInfo.InformationPlanes;

/// <summary>The network with one activation function in all hidden layers.</summary>
public sealed class TwelveBitNetwork : ITwelveBitNetwork
{
    private readonly Sequential<float> _layers;
    private readonly ILayer<float>[] _activations;
    private readonly SoftmaxCrossEntropy<float> _output = new();

    /// <summary>Makes a network with first weights from a generator and biases of 0.</summary>
    /// <remarks>Weights have the deviation of Chelombiev et al., <see cref="ActivationLayers.WeightScale"/> over √inputs.</remarks>
    public TwelveBitNetwork(ActivationFunction activation, Random random)
        : this(activation, weights => TruncatedNormal.Fill(
            weights.Values, ActivationLayers.WeightScale(activation) / Math.Sqrt(weights.Columns), random))
    {
    }

    /// <summary>Makes a network whose first weights are filled layer by layer, and biases of 0.</summary>
    public TwelveBitNetwork(ActivationFunction activation, Action<Matrix<float>> fill)
    {
        ArgumentNullException.ThrowIfNull(fill);
        List<ILayer<float>> layers = [];
        List<ILayer<float>> activations = [];
        List<Parameter<float>> hiddenWeights = [];
        for (int i = 1; i < Widths.Count; i++)
        {
            var dense = new Dense<float>(Widths[i - 1], Widths[i]);
            fill(dense.Weights.Value);
            layers.Add(dense);
            if (i == Widths.Count - 1)
                break;
            ILayer<float> function = ActivationLayers.Create(activation, Widths[i]);
            layers.Add(function);
            activations.Add(function);
            hiddenWeights.Add(dense.Weights);
        }

        _layers = new Sequential<float>([.. layers]);
        _activations = [.. activations];
        HiddenWeights = hiddenWeights;
    }

    /// <summary>Gets the numbers of inputs and of the neurons of every layer.</summary>
    public static IReadOnlyList<int> Widths { get; } = [12, 10, 7, 5, 4, 3, 2];

    public ILayer<float> Layers => _layers;

    /// <summary>Gets the weights of all layers but the output layer.</summary>
    public IReadOnlyList<Parameter<float>> HiddenWeights { get; }

    public IReadOnlyList<Matrix<float>> Evaluate(Matrix<float> inputs)
    {
        _output.Softmax(_layers.Forward(inputs));
        return [.. _activations.Select(layer => layer.Output), _output.Probabilities];
    }
}
