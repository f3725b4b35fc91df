using System.Numerics.Tensors;

namespace MutualInfo.Training.SignCodes;

/// <summary>Riemannian gradient descent of the population risk over encoders with unit rows.</summary>
/// <remarks>
/// The gradient carries 1/d, so the step grows with d. Of d/2 it reaches the optimum for r ≤ 1 in some 30 steps; of 2d it does
/// not converge.
/// </remarks>
public sealed class SignDescent
{
    private readonly SignRisk _risk = new();
    private readonly SignDecoder _decoder;

    /// <summary>Starts from rows in random directions, all directions alike.</summary>
    /// <param name="inputs">d.</param>
    /// <param name="signs">n.</param>
    /// <param name="decoder">Whether the decoder is the best one, or the best multiple of the transposed encoder.</param>
    /// <param name="random">Draws the rows.</param>
    public SignDescent(int inputs, int signs, SignDecoder decoder, Random random)
    {
        _decoder = decoder;
        Encoder = new Matrix<double>(signs, inputs);
        StandardNormal.Fill(Encoder.Values, random);
        SignRisk.Normalize(Encoder);
        Evaluate();
    }

    /// <summary>Gets B, shape <c>(n, d)</c>.</summary>
    public Matrix<double> Encoder { get; }

    /// <summary>Gets the risk of B.</summary>
    public double Risk { get; private set; }

    /// <summary>Gets the largest magnitude in the gradient, times d so that it can be compared.</summary>
    public double LargestSlope => Encoder.Columns * Math.Abs(TensorPrimitives.MaxMagnitude<double>(_risk.Gradient.Values));

    /// <summary>Gets the largest cosine between two rows by magnitude: how far BBᵀ is from the identity.</summary>
    public double LargestCosine
    {
        get
        {
            double largest = 0;
            for (int i = 0; i < Encoder.Rows; i++)
            {
                for (int j = 0; j < i; j++)
                    largest = Math.Max(largest, Math.Abs(_risk.Cosines[i][j]));
            }

            return largest;
        }
    }

    public void Step()
    {
        TensorPrimitives.MultiplyAdd(_risk.Gradient.Values, -0.5 * Encoder.Columns, Encoder.Values, Encoder.Values);
        SignRisk.Normalize(Encoder);
        Evaluate();
    }

    private void Evaluate() => Risk = _decoder == SignDecoder.Free ? _risk.Evaluate(Encoder) : _risk.EvaluateTied(Encoder);
}
