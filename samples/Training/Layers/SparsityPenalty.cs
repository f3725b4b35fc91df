using System.Numerics;
using System.Numerics.Tensors;

namespace MutualInfo.Training.Layers;

/// <summary>Passes activities in (0, 1) on unchanged, and asks for few of them: <c>weight · Σ_j KL(ρ ‖ ρ̂_j)</c> is added to the loss.</summary>
/// <remarks>
/// ρ̂_j is the mean activity of unit j over the batch, and KL the divergence of two coins, in nats. Source: Lee and Jo (2021), with
/// ρ = 0.05 and weight 0.001.
/// </remarks>
/// <param name="target">ρ, above 0 and below 1.</param>
/// <param name="weight">The share of the penalty in the loss.</param>
public sealed class SparsityPenalty<T>(double target, double weight) : IPenalizingLayer<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Matrix<T> _inputGradient = new();
    private double[] _means = [];
    private Matrix<T>? _input;

    public Matrix<T> Output => _input ?? throw new InvalidOperationException("There has been no forward pass.");

    public IReadOnlyList<Parameter<T>> Parameters => [];

    public double Penalty { get; private set; }

    public Matrix<T> Forward(Matrix<T> input)
    {
        ArgumentNullException.ThrowIfNull(input);
        _input = input;
        if (_means.Length != input.Rows)
            _means = new double[input.Rows];
        double sum = 0;
        for (int j = 0; j < input.Rows; j++)
        {
            double mean = double.CreateChecked(OrderedSum.Of<T>(input[j])) / input.Columns;
            _means[j] = mean;
            sum += (target * Math.Log(target / mean)) + ((1 - target) * Math.Log((1 - target) / (1 - mean)));
        }

        Penalty = weight * sum;
        return input;
    }

    public Matrix<T> Backward(Matrix<T> outputGradient)
    {
        ArgumentNullException.ThrowIfNull(outputGradient);
        _inputGradient.Reshape(outputGradient.Rows, outputGradient.Columns);
        for (int j = 0; j < outputGradient.Rows; j++)
        {
            double slope = ((1 - target) / (1 - _means[j])) - (target / _means[j]);
            T share = T.CreateChecked(weight * slope / outputGradient.Columns);
            TensorPrimitives.Add(outputGradient[j], share, _inputGradient[j]);
        }

        return _inputGradient;
    }
}
