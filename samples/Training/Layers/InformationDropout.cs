using System.Numerics;
using System.Numerics.Tensors;

namespace MutualInfo.Training.Layers;

/// <summary>Multiplicative noise whose strength is learned: <c>z = f(x)·e^(α(x)·ε)</c>, with ε standard normal.</summary>
/// <remarks>
/// <c>α = 0.001 + α_max·sigmoid(g(x))</c>. The log-mean of the noise is 0, so its mean is not 1, and nothing makes up for that; without
/// noise, z is f. Adds the rate, whose mean bounds I(X;Z), to the loss with a weight. Source: Achille and Soatto (2018).
/// </remarks>
public sealed class InformationDropout<T> : IPenalizingLayer<T>, INoisyLayer<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The least α, which keeps the rate finite.</summary>
    public const double LeastDeviation = 0.001;

    private readonly ILayer<T> _value;
    private readonly ILayer<T> _level;
    private readonly double _range;
    private readonly Noise<T> _noise;
    private readonly Matrix<T> _gate = new();
    private readonly Matrix<T> _valueGradient = new();
    private readonly Matrix<T> _levelGradient = new();

    /// <param name="value">Gives f, 0 or more.</param>
    /// <param name="level">Gives g, for the same units from the same input.</param>
    /// <param name="range">α_max, above 0.</param>
    /// <param name="prior">What the rate is measured against.</param>
    /// <param name="random">Draws the noise; used by nobody else if the draws are to be repeatable.</param>
    public InformationDropout(ILayer<T> value, ILayer<T> level, double range, IRatePrior<T> prior, Random random)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(level);
        ArgumentNullException.ThrowIfNull(prior);
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(range);
        _value = value;
        _level = level;
        Prior = prior;
        _range = range;
        _noise = new Noise<T>(values => StandardNormal.Fill(values, random));
        Parameters = [.. value.Parameters, .. level.Parameters, .. prior.Parameters];
    }

    public IRatePrior<T> Prior { get; }

    /// <summary>Gets the places of an image, where the layer's columns are places as well as samples. <value>The default is 1.</value></summary>
    public int Places { get; init; } = 1;

    /// <summary>Gets or sets the weight of the rate in the loss: β over the number of training samples, in the paper.</summary>
    public double RateWeight { get; set; }

    /// <summary>Gets the mean rate of a sample in the last forward pass, in nats, without its weight.</summary>
    public double Rate { get; private set; }

    public double Penalty => RateWeight * Rate;

    public Matrix<T> Output { get; } = new();

    /// <summary>Gets f of the last forward pass.</summary>
    public Matrix<T> Values => _value.Output;

    /// <summary>Gets α of the last forward pass.</summary>
    public Matrix<T> Deviations { get; } = new();

    /// <summary>Gets the noise e^(α·ε) of the last forward pass that had any.</summary>
    public Matrix<T> Factors { get; } = new();

    /// <summary>Gets the rate of every unit and sample in the last forward pass, in nats.</summary>
    public Matrix<T> Rates { get; } = new();

    public IReadOnlyList<Parameter<T>> Parameters { get; }

    public void Redraw() => _noise.Redraw();

    public void Silence() => _noise.Silence();

    public Matrix<T> Forward(Matrix<T> input)
    {
        ArgumentNullException.ThrowIfNull(input);
        Matrix<T> value = _value.Forward(input), level = _level.Forward(input);
        foreach (Matrix<T> matrix in (ReadOnlySpan<Matrix<T>>)[_gate, Factors, Deviations, Rates, Output])
            matrix.Reshape(value.Rows, value.Columns);

        TensorPrimitives.Sigmoid(level.Values, _gate.Values);
        TensorPrimitives.Multiply(_gate.Values, T.CreateChecked(_range), Deviations.Values);
        TensorPrimitives.Add(Deviations.Values, T.CreateChecked(LeastDeviation), Deviations.Values);
        Prior.Rates(value.Values, Deviations.Values, Rates.Values);
        double rate = 0;
        for (int i = 0; i < Rates.Rows; i++)
            rate += double.CreateChecked(OrderedSum.Of<T>(Rates[i]));
        Rate = rate * Places / value.Columns;

        if (!_noise.IsOn)
        {
            value.Values.CopyTo(Output.Values);
            return Output;
        }

        TensorPrimitives.Multiply(Deviations.Values, _noise.For(value), Factors.Values);
        TensorPrimitives.Exp<T>(Factors.Values, Factors.Values);
        TensorPrimitives.Multiply(value.Values, Factors.Values, Output.Values);
        return Output;
    }

    public Matrix<T> Backward(Matrix<T> outputGradient)
    {
        ArgumentNullException.ThrowIfNull(outputGradient);
        _valueGradient.Reshape(outputGradient.Rows, outputGradient.Columns);
        _levelGradient.Reshape(outputGradient.Rows, outputGradient.Columns);
        Span<T> byValue = _valueGradient.Values, byLevel = _levelGradient.Values;

        // ∂z/∂f = e^(αε) and ∂z/∂α = z·ε.
        if (_noise.IsOn)
        {
            TensorPrimitives.Multiply(outputGradient.Values, Factors.Values, byValue);
            TensorPrimitives.Multiply(outputGradient.Values, Output.Values, byLevel);
            TensorPrimitives.Multiply(byLevel, _noise.For(outputGradient), byLevel);
        }
        else
        {
            outputGradient.Values.CopyTo(byValue);
            byLevel.Clear();
        }

        T share = T.CreateChecked(RateWeight * Places / outputGradient.Columns);
        Prior.Differentiate(_value.Output.Values, Deviations.Values, share, byValue, byLevel);

        // From α to g: α_max·s·(1 − s).
        T range = T.CreateChecked(_range);
        ReadOnlySpan<T> gate = _gate.Values;
        for (int i = 0; i < byLevel.Length; i++)
            byLevel[i] *= range * gate[i] * (T.One - gate[i]);

        Matrix<T> inputGradient = _value.Backward(_valueGradient), other = _level.Backward(_levelGradient);
        TensorPrimitives.Add(inputGradient.Values, other.Values, inputGradient.Values);
        return inputGradient;
    }
}
