using MutualInfo.Training;
using MutualInfo.Training.Layers;
using MutualInfo.Training.Quantization;

namespace MutualInfo.InformationPlanes.Quantized;

/// <summary>The 12-bit network of Lorenzen et al. (ICLR 2022), fake-quantised as their programs do it.</summary>
/// <remarks>
/// Inputs are quantised over [−6, 6]. ReLU layers and the output layer have quantised weights, and activations, or logits, quantised over
/// a moving average of their ranges. tanh layers have exact weights, and outputs quantised over the range of the batch at hand.
/// </remarks>
public sealed class QuantizedNetwork : ITwelveBitNetwork
{
    private readonly List<ILayer<float>> _steps = [];
    private readonly List<ILayer<float>> _hidden = [];
    private readonly List<MovingAverageRange<float>> _ranges = [];
    private readonly SoftmaxCrossEntropy<float> _output = new();
    private readonly Sequential<float> _layers;
    private readonly int _bits;

    /// <summary>Makes a network with Glorot's first weights from a generator and biases of 0.</summary>
    /// <param name="activation">tanh or ReLU.</param>
    /// <param name="bits">The bits of weights and activations.</param>
    /// <param name="random">Draws the weights.</param>
    public QuantizedNetwork(ActivationFunction activation, int bits, Random random)
    {
        if (activation is not (ActivationFunction.Tanh or ActivationFunction.Relu))
            throw new ArgumentOutOfRangeException(nameof(activation), activation, "Only tanh and ReLU have a rule for their ranges.");
        _bits = bits;
        _steps.Add(new FakeQuantization<float>(bits, new GivenRange<float>(-6, 6)));
        for (int i = 1; i < TwelveBitNetwork.Widths.Count - 1; i++)
        {
            _steps.Add(activation == ActivationFunction.Tanh ? Exact(i, random) : Quantized(i, random));
            _steps.Add(ActivationLayers.Create(activation, TwelveBitNetwork.Widths[i]));
            _hidden.Add(activation == ActivationFunction.Tanh
                ? new FakeQuantization<float>(bits, new CurrentRange<float>())
                : Averaged());
            _steps.Add(_hidden[^1]);
        }

        _steps.Add(Quantized(TwelveBitNetwork.Widths.Count - 1, random));
        _steps.Add(Averaged());
        _layers = new Sequential<float>([.. _steps]);
    }

    public ILayer<float> Layers => _layers;

    public IReadOnlyList<Matrix<float>> Evaluate(Matrix<float> inputs)
    {
        SetPhase(TrainingPhase.Evaluation);
        _output.Softmax(_layers.Forward(inputs));
        SetPhase(TrainingPhase.Training);
        return [.. _hidden.Select(layer => layer.Output), _output.Probabilities];
    }

    private static Dense<float> Exact(int layer, Random random)
    {
        IReadOnlyList<int> widths = TwelveBitNetwork.Widths;
        var dense = new Dense<float>(widths[layer - 1], widths[layer]);
        GlorotUniform.Fill(dense.Weights.Value, random);
        return dense;
    }

    private QuantizedDense<float> Quantized(int layer, Random random)
    {
        IReadOnlyList<int> widths = TwelveBitNetwork.Widths;
        var dense = new QuantizedDense<float>(widths[layer - 1], widths[layer], _bits);
        GlorotUniform.Fill(dense.Weights.Value, random);
        return dense;
    }

    private FakeQuantization<float> Averaged()
    {
        _ranges.Add(new MovingAverageRange<float>());
        return new FakeQuantization<float>(_bits, _ranges[^1]);
    }

    private void SetPhase(TrainingPhase phase)
    {
        foreach (MovingAverageRange<float> range in _ranges)
            range.Phase = phase;
    }
}
