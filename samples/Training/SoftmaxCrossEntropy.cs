using System.Numerics;
using System.Numerics.Tensors;

namespace MutualInfo.Training;

/// <summary>The softmax of a last layer and its cross-entropy to labels, in nats, averaged over the batch.</summary>
/// <remarks>
/// Softmax and loss are one step because their joint derivative is simply <c>(probabilities − one-hot) / n</c>, and because
/// <c>log Σ e^z − z</c> stays finite where the logarithm of a rounded probability would not.
/// </remarks>
public sealed class SoftmaxCrossEntropy<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Matrix<T> _largest = new();
    private readonly Matrix<T> _total = new();

    /// <summary>Gets the probabilities, shape <c>(classes, samples)</c>, of the last batch.</summary>
    public Matrix<T> Probabilities { get; } = new();

    /// <summary>Gets ∂loss/∂logits of the last batch.</summary>
    public Matrix<T> Gradient { get; } = new();

    /// <summary>Computes <see cref="Probabilities"/> alone.</summary>
    /// <param name="logits">Shape <c>(classes, samples)</c>.</param>
    public void Softmax(Matrix<T> logits)
    {
        ArgumentNullException.ThrowIfNull(logits);
        _largest.Reshape(1, logits.Columns);
        _total.Reshape(1, logits.Columns);
        Probabilities.Reshape(logits.Rows, logits.Columns);

        // Less the largest logit, every exponential is at most 1 and one of them is 1: no overflow, and no division by 0.
        Span<T> largest = _largest.Values, total = _total.Values;
        logits[0].CopyTo(largest);
        for (int i = 1; i < logits.Rows; i++)
            TensorPrimitives.Max(largest, logits[i], largest);
        total.Clear();
        for (int i = 0; i < logits.Rows; i++)
        {
            Span<T> row = Probabilities[i];
            TensorPrimitives.Subtract(logits[i], largest, row);
            TensorPrimitives.Exp(row, row);
            TensorPrimitives.Add(total, row, total);
        }

        for (int i = 0; i < logits.Rows; i++)
            TensorPrimitives.Divide(Probabilities[i], total, Probabilities[i]);
    }

    /// <summary>Computes the mean loss, and with it <see cref="Probabilities"/> and <see cref="Gradient"/>.</summary>
    /// <param name="logits">Shape <c>(classes, samples)</c>.</param>
    /// <param name="labels">The class of every sample, from 0.</param>
    public double Evaluate(Matrix<T> logits, ReadOnlySpan<int> labels)
    {
        ArgumentNullException.ThrowIfNull(logits);
        if (labels.Length != logits.Columns)
            throw new ArgumentException($"{labels.Length} labels for {logits.Columns} samples.", nameof(labels));
        Softmax(logits);

        Gradient.Reshape(logits.Rows, logits.Columns);
        T share = T.One / T.CreateChecked(labels.Length);
        TensorPrimitives.Multiply(Probabilities.Values, share, Gradient.Values);
        ReadOnlySpan<T> largest = _largest.Values, total = _total.Values;
        double loss = 0;
        for (int j = 0; j < labels.Length; j++)
        {
            T logit = logits[labels[j]][j];
            loss += Math.Log(double.CreateChecked(total[j])) + double.CreateChecked(largest[j] - logit);
            Gradient[labels[j]][j] -= share;
        }

        return loss / labels.Length;
    }
}
