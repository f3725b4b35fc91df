using System.Numerics.Tensors;
using MutualInfo.Training.Layers;

namespace MutualInfo.Training.SignCodes;

/// <summary>
/// The autoencoder <c>A·sign(Bx)</c>, trained on samples: a straight-through gradient for B, the exact one for A.
/// </summary>
/// <remarks>
/// The rows of B are kept at unit length, which changes no sign and gives the temperature of
/// <see cref="StraightThroughSign{T}"/> one meaning for all of them.
/// </remarks>
public sealed class SignAutoencoder
{
    private readonly SignDecoder _decoder;
    private readonly StraightThroughSign<double> _sign;
    private readonly Matrix<double> _projections = new();
    private readonly Matrix<double> _error = new();
    private readonly Matrix<double> _signGradient = new();
    private readonly Matrix<double> _decoderGradient = new();
    private readonly Matrix<double> _weights = new();

    /// <param name="outputs">d.</param>
    /// <param name="signs">n.</param>
    /// <param name="decoder">Whether A has weights of its own.</param>
    /// <param name="temperature">τ: the gradient of the sign is taken to be that of tanh(x/τ).</param>
    /// <param name="random">Draws the rows of B, in all directions alike.</param>
    public SignAutoencoder(int outputs, int signs, SignDecoder decoder, double temperature, Random random)
    {
        _decoder = decoder;
        _sign = new StraightThroughSign<double>(temperature);
        Encoder = new Parameter<double>(signs, outputs);
        Decoder = decoder == SignDecoder.Free ? new Parameter<double>(outputs, signs) : new Parameter<double>(1, 1);
        Parameters = [Encoder, Decoder];
        StandardNormal.Fill(Encoder.Value.Values, random);
        SignRisk.Normalize(Encoder.Value);

        // The best decoder of orthonormal rows, which the rows nearly are where n is well below d.
        double scale = Math.Sqrt(2 / Math.PI) * Math.Min(1, outputs / (double)signs);
        if (decoder == SignDecoder.Tied)
        {
            Decoder.Value.Values[0] = scale;
            return;
        }

        Encoder.Value.TransposeInto(Decoder.Value);
        TensorPrimitives.Multiply(Decoder.Value.Values, scale, Decoder.Value.Values);
    }

    /// <summary>Gets B, shape <c>(n, d)</c>.</summary>
    public Parameter<double> Encoder { get; }

    /// <summary>Gets A, shape <c>(d, n)</c>, where it is free; else β of A = β·Bᵀ, shape <c>(1, 1)</c>.</summary>
    public Parameter<double> Decoder { get; }

    public IReadOnlyList<Parameter<double>> Parameters { get; }

    /// <summary>Computes the mean squared error of a batch for each number, and the gradients.</summary>
    /// <param name="batch">Shape <c>(d, samples)</c>.</param>
    public double Evaluate(Matrix<double> batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        Product.Of(Encoder.Value, batch, _projections);
        Matrix<double> signs = _sign.Forward(_projections);
        Matrix<double> weights = DecoderWeights();
        Product.Of(weights, signs, _error);
        TensorPrimitives.Subtract(_error.Values, batch.Values, _error.Values);
        double loss = OrderedSum.OfProducts<double>(_error.Values, _error.Values) / _error.Values.Length;
        TensorPrimitives.Multiply(_error.Values, 2.0 / _error.Values.Length, _error.Values);

        Product.OfTransposed(weights, _error, _signGradient);
        Product.WithTransposed(_sign.Backward(_signGradient), batch, Encoder.Gradient);
        SetDecoderGradient(signs);
        return loss;
    }

    /// <summary>Gets A, shape <c>(d, n)</c>, whichever way it is made.</summary>
    public Matrix<double> DecoderWeights()
    {
        if (_decoder == SignDecoder.Free)
            return Decoder.Value;
        Encoder.Value.TransposeInto(_weights);
        TensorPrimitives.Multiply(_weights.Values, Decoder.Value.Values[0], _weights.Values);
        return _weights;
    }

    private void SetDecoderGradient(Matrix<double> signs)
    {
        if (_decoder == SignDecoder.Free)
        {
            Product.WithTransposed(_error, signs, Decoder.Gradient);
            return;
        }

        // ∂/∂A = E·sᵀ; with A = β·Bᵀ that is ∂/∂β = ⟨E·sᵀ, Bᵀ⟩, and β·s·Eᵀ more for B.
        Product.WithTransposed(signs, _error, _decoderGradient);
        Decoder.Gradient.Values[0] = OrderedSum.OfProducts<double>(_decoderGradient.Values, Encoder.Value.Values);
        TensorPrimitives.MultiplyAdd(_decoderGradient.Values, Decoder.Value.Values[0], Encoder.Gradient.Values, Encoder.Gradient.Values);
    }
}
