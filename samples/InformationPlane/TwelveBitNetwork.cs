using MutualInfo.Training;
using MutualInfo.Training.Layers;

namespace MutualInfo.InformationPlanes;

/// <summary>The network 12-10-7-5-4-3-2; its layers T1 … T5 are the hidden activations and T6 the softmax.</summary>
public sealed class TwelveBitNetwork
{
    private static readonly int[] _widths = [12, 10, 7, 5, 4, 3, 2];

    private readonly Sequential<float> _layers;
    private readonly ILayer<float>[] _activations;
    private readonly SoftmaxCrossEntropy<float> _output = new();

    /// <summary>Makes a network with first weights from a generator and biases of 0.</summary>
    public TwelveBitNetwork(ActivationFunction activation, Random random)
    {
        List<ILayer<float>> layers = [];
        List<ILayer<float>> activations = [];

        // ReLU blanks half of what it is given, so its weights start larger; the deviations are those of Chelombiev et al.
        double scale = activation == ActivationFunction.Relu ? 2 : 1;
        for (int i = 1; i < _widths.Length; i++)
        {
            var dense = new Dense<float>(_widths[i - 1], _widths[i]);
            TruncatedNormal.Fill(dense.Weights.Value.Values, scale / Math.Sqrt(_widths[i - 1]), random);
            layers.Add(dense);
            if (i == _widths.Length - 1)
                break;
            ILayer<float> function = activation == ActivationFunction.Relu ? new Relu<float>() : new Tanh<float>();
            layers.Add(function);
            activations.Add(function);
        }

        _layers = new Sequential<float>([.. layers]);
        _activations = [.. activations];
    }

    /// <summary>Gets the layers up to the logits: what is trained.</summary>
    public ILayer<float> Layers => _layers;

    /// <summary>Runs samples through the network.</summary>
    /// <param name="inputs">Shape <c>(12, n)</c>.</param>
    /// <returns>T1 … T6, each of shape <c>(width, n)</c>; they are overwritten by the next pass, training included.</returns>
    public IReadOnlyList<Matrix<float>> Evaluate(Matrix<float> inputs)
    {
        _output.Softmax(_layers.Forward(inputs));
        return [.. _activations.Select(layer => layer.Output), _output.Probabilities];
    }
}
