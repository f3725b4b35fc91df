using System.Numerics;
using System.Numerics.Tensors;

namespace MutualInfo.Training;

/// <summary>
/// The logistic function of a last layer and its cross-entropy to targets in [0, 1], in nats: summed over the features, averaged over
/// the batch.
/// </summary>
/// <remarks>
/// One step, because <c>softplus(x) − t·x</c> stays finite where the logarithm of a rounded probability would not, and because the joint
/// derivative is simply <c>(probability − t) / n</c>.
/// </remarks>
public sealed class BernoulliCrossEntropy<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Layers.Softplus<T> _softplus = new();

    /// <summary>Gets the probabilities, shape <c>(features, samples)</c>, of the last batch.</summary>
    public Matrix<T> Probabilities { get; } = new();

    /// <summary>Gets ∂loss/∂logits of the last batch.</summary>
    public Matrix<T> Gradient { get; } = new();

    /// <summary>Computes the loss, and with it <see cref="Probabilities"/> and <see cref="Gradient"/>.</summary>
    /// <param name="logits">Shape <c>(features, samples)</c>.</param>
    /// <param name="targets">The same shape; every number in [0, 1].</param>
    public double Evaluate(Matrix<T> logits, Matrix<T> targets)
    {
        ArgumentNullException.ThrowIfNull(logits);
        ArgumentNullException.ThrowIfNull(targets);
        if (logits.Rows != targets.Rows || logits.Columns != targets.Columns)
        {
            throw new ArgumentException(
                $"({targets.Rows}, {targets.Columns}) targets for ({logits.Rows}, {logits.Columns}) logits.", nameof(targets));
        }

        Probabilities.Reshape(logits.Rows, logits.Columns);
        Gradient.Reshape(logits.Rows, logits.Columns);
        TensorPrimitives.Sigmoid(logits.Values, Probabilities.Values);

        Span<T> terms = Gradient.Values;
        TensorPrimitives.Multiply(logits.Values, targets.Values, terms);
        TensorPrimitives.Subtract(_softplus.Forward(logits).Values, terms, terms);
        double loss = 0;
        for (int i = 0; i < Gradient.Rows; i++)
            loss += double.CreateChecked(OrderedSum.Of<T>(Gradient[i]));

        TensorPrimitives.Subtract(Probabilities.Values, targets.Values, Gradient.Values);
        TensorPrimitives.Divide(Gradient.Values, T.CreateChecked(logits.Columns), Gradient.Values);
        return loss / logits.Columns;
    }
}
