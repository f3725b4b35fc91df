using System.Numerics;
using System.Numerics.Tensors;

namespace MutualInfo.Training.Layers;

/// <summary>The code of a variational autoencoder: <c>z = μ(x) + e^(v(x)/2)·ε</c>, with ε standard normal and v the logarithm of the variance.</summary>
/// <remarks>
/// Adds its rate to the loss: <c>KL(N(μ, e^v) ‖ N(0, 1)) = ½ Σ (μ² + e^v − 1 − v)</c> in nats, averaged over the batch. Without noise,
/// z is μ. Source: Kingma and Welling (2014).
/// </remarks>
public sealed class GaussianCode<T> : IPenalizingLayer<T>, INoisyLayer<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly ILayer<T> _mean;
    private readonly ILayer<T> _logVariance;
    private readonly Noise<T> _noise;
    private readonly Matrix<T> _deviation = new();
    private readonly Matrix<T> _meanGradient = new();
    private readonly Matrix<T> _logVarianceGradient = new();

    /// <param name="mean">Gives μ.</param>
    /// <param name="logVariance">Gives v, for the same number of units.</param>
    /// <param name="random">Draws the noise; used by nobody else if the draws are to be repeatable.</param>
    public GaussianCode(ILayer<T> mean, ILayer<T> logVariance, Random random)
    {
        ArgumentNullException.ThrowIfNull(mean);
        ArgumentNullException.ThrowIfNull(logVariance);
        ArgumentNullException.ThrowIfNull(random);
        _mean = mean;
        _logVariance = logVariance;
        _noise = new Noise<T>(values => StandardNormal.Fill(values, random));
        Parameters = [.. mean.Parameters, .. logVariance.Parameters];
    }

    /// <summary>Gets the weight of the rate in the loss. <value>The default is 1, the evidence lower bound.</value></summary>
    public double RateWeight { get; init; } = 1;

    /// <summary>Gets the mean rate of a sample in the last forward pass, in nats, without its weight.</summary>
    public double Rate { get; private set; }

    public double Penalty => RateWeight * Rate;

    public Matrix<T> Output { get; } = new();

    public IReadOnlyList<Parameter<T>> Parameters { get; }

    public void Redraw() => _noise.Redraw();

    public void Silence() => _noise.Silence();

    public Matrix<T> Forward(Matrix<T> input)
    {
        Matrix<T> mean = _mean.Forward(input), logVariance = _logVariance.Forward(input);
        _deviation.Reshape(mean.Rows, mean.Columns);
        Output.Reshape(mean.Rows, mean.Columns);
        Span<T> deviation = _deviation.Values;
        TensorPrimitives.Multiply(logVariance.Values, T.CreateChecked(0.5), deviation);
        TensorPrimitives.Exp<T>(deviation, deviation);

        double rate = 0;
        for (int i = 0; i < deviation.Length; i++)
        {
            double m = double.CreateChecked(mean.Values[i]), s = double.CreateChecked(deviation[i]);
            rate += 0.5 * ((m * m) + (s * s) - 1 - double.CreateChecked(logVariance.Values[i]));
        }

        Rate = rate / mean.Columns;
        if (_noise.IsOn)
            TensorPrimitives.MultiplyAdd(_noise.For(mean), deviation, mean.Values, Output.Values);
        else
            mean.Values.CopyTo(Output.Values);
        return Output;
    }

    public Matrix<T> Backward(Matrix<T> outputGradient)
    {
        ArgumentNullException.ThrowIfNull(outputGradient);
        _meanGradient.Reshape(outputGradient.Rows, outputGradient.Columns);
        _logVarianceGradient.Reshape(outputGradient.Rows, outputGradient.Columns);
        ReadOnlySpan<T> gradient = outputGradient.Values, deviation = _deviation.Values, mean = _mean.Output.Values;
        Span<T> byMean = _meanGradient.Values, byLogVariance = _logVarianceGradient.Values;
        T share = T.CreateChecked(RateWeight / outputGradient.Columns), half = T.CreateChecked(0.5);

        // ∂z/∂v = ½·e^(v/2)·ε, and of the rate ∂/∂μ = μ and ∂/∂v = ½(e^v − 1).
        TensorPrimitives.MultiplyAdd(mean, share, gradient, byMean);
        ReadOnlySpan<T> noise = _noise.IsOn ? _noise.For(outputGradient) : default;
        for (int i = 0; i < gradient.Length; i++)
        {
            T byNoise = noise.IsEmpty ? T.Zero : gradient[i] * deviation[i] * noise[i];
            byLogVariance[i] = half * (byNoise + (share * ((deviation[i] * deviation[i]) - T.One)));
        }

        Matrix<T> inputGradient = _mean.Backward(_meanGradient);
        Matrix<T> other = _logVariance.Backward(_logVarianceGradient);
        TensorPrimitives.Add(inputGradient.Values, other.Values, inputGradient.Values);
        return inputGradient;
    }
}
