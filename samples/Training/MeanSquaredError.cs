using System.Numerics;
using System.Numerics.Tensors;

namespace MutualInfo.Training;

/// <summary>The squared error to targets, averaged over samples and features.</summary>
public sealed class MeanSquaredError<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Gets ∂loss/∂output of the last batch.</summary>
    public Matrix<T> Gradient { get; } = new();

    /// <summary>Computes the loss, and with it <see cref="Gradient"/>.</summary>
    /// <param name="outputs">Shape <c>(features, samples)</c>.</param>
    /// <param name="targets">The same shape.</param>
    public double Evaluate(Matrix<T> outputs, Matrix<T> targets)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        ArgumentNullException.ThrowIfNull(targets);
        if (outputs.Rows != targets.Rows || outputs.Columns != targets.Columns)
        {
            throw new ArgumentException(
                $"({targets.Rows}, {targets.Columns}) targets for ({outputs.Rows}, {outputs.Columns}) outputs.", nameof(targets));
        }

        Gradient.Reshape(outputs.Rows, outputs.Columns);
        Span<T> gradient = Gradient.Values;
        TensorPrimitives.Subtract(outputs.Values, targets.Values, gradient);

        // Rows are summed in their own type, since they are short, and the rows in double.
        double sum = 0;
        for (int i = 0; i < Gradient.Rows; i++)
            sum += double.CreateChecked(OrderedSum.OfProducts<T>(Gradient[i], Gradient[i]));
        TensorPrimitives.Multiply(gradient, T.CreateChecked(2.0 / gradient.Length), gradient);
        return sum / gradient.Length;
    }
}
