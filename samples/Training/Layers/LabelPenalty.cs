using System.Numerics;
using System.Numerics.Tensors;

namespace MutualInfo.Training.Layers;

/// <summary>Passes logits on unchanged and adds <c>weight · cross-entropy(softmax, label)</c>, in nats, to the loss.</summary>
/// <param name="weight">The share of the cross-entropy in the loss.</param>
public sealed class LabelPenalty<T>(double weight) : IPenalizingLayer<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly SoftmaxCrossEntropy<T> _loss = new();
    private readonly Matrix<T> _inputGradient = new();
    private int[] _labels = [];
    private Matrix<T>? _input;

    public Matrix<T> Output => _input ?? throw new InvalidOperationException("There has been no forward pass.");

    public IReadOnlyList<Parameter<T>> Parameters => [];

    public double Penalty { get; private set; }

    /// <summary>Sets the class of every sample of the passes to come.</summary>
    public void SetLabels(ReadOnlySpan<int> labels)
    {
        if (_labels.Length != labels.Length)
            _labels = new int[labels.Length];
        labels.CopyTo(_labels);
    }

    public Matrix<T> Forward(Matrix<T> input)
    {
        _input = input;
        Penalty = weight * _loss.Evaluate(input, _labels);
        return input;
    }

    public Matrix<T> Backward(Matrix<T> outputGradient)
    {
        ArgumentNullException.ThrowIfNull(outputGradient);
        _inputGradient.Reshape(outputGradient.Rows, outputGradient.Columns);
        TensorPrimitives.MultiplyAdd(_loss.Gradient.Values, T.CreateChecked(weight), outputGradient.Values, _inputGradient.Values);
        return _inputGradient;
    }
}
