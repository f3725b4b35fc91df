using System.Numerics;
using System.Numerics.Tensors;

namespace MutualInfo.Training;

/// <summary>Adam, as algorithm 1 of Kingma and Ba (2015): ε is added to √v̂, after the correction for the zero start.</summary>
public sealed class Adam<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Parameter<T>[] _parameters;
    private readonly T[][] _means;
    private readonly T[][] _squares;
    private readonly T[] _scratch;
    private double _firstPower = 1;
    private double _secondPower = 1;

    public Adam(IReadOnlyList<Parameter<T>> parameters, double learningRate)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(learningRate);
        LearningRate = learningRate;
        _parameters = [.. parameters];
        _means = Array.ConvertAll(_parameters, parameter => new T[parameter.Value.Values.Length]);
        _squares = Array.ConvertAll(_parameters, parameter => new T[parameter.Value.Values.Length]);
        _scratch = new T[_means.Max(mean => mean.Length)];
    }

    /// <summary>Gets or sets the learning rate, which a schedule may change from step to step.</summary>
    public double LearningRate { get; set; }

    /// <summary>Gets β₁, the share of the mean gradient that a step keeps.</summary>
    public double FirstDecay { get; init; } = 0.9;

    /// <summary>Gets β₂, the share of the mean squared gradient that a step keeps.</summary>
    public double SecondDecay { get; init; } = 0.999;

    public double Epsilon { get; init; } = 1e-8;

    /// <summary>Moves every parameter by its gradient.</summary>
    public void Step()
    {
        _firstPower *= FirstDecay;
        _secondPower *= SecondDecay;
        T rate = T.CreateChecked(-LearningRate / (1 - _firstPower));
        T squareCorrection = T.CreateChecked(1 / (1 - _secondPower));
        T epsilon = T.CreateChecked(Epsilon);

        for (int i = 0; i < _parameters.Length; i++)
        {
            Span<T> mean = _means[i], square = _squares[i], values = _parameters[i].Value.Values;
            ReadOnlySpan<T> gradient = _parameters[i].Gradient.Values;
            Span<T> scratch = _scratch.AsSpan(0, values.Length);

            TensorPrimitives.Multiply(gradient, T.CreateChecked(1 - FirstDecay), scratch);
            TensorPrimitives.MultiplyAdd(mean, T.CreateChecked(FirstDecay), scratch, mean);
            TensorPrimitives.Multiply(gradient, gradient, scratch);
            TensorPrimitives.Multiply(scratch, T.CreateChecked(1 - SecondDecay), scratch);
            TensorPrimitives.MultiplyAdd(square, T.CreateChecked(SecondDecay), scratch, square);

            TensorPrimitives.Multiply(square, squareCorrection, scratch);
            TensorPrimitives.Sqrt(scratch, scratch);
            TensorPrimitives.Add(scratch, epsilon, scratch);
            TensorPrimitives.Divide(mean, scratch, scratch);
            TensorPrimitives.MultiplyAdd(scratch, rate, values, values);
        }
    }
}
