using System.Numerics;

namespace MutualInfo.Training;

/// <summary>A matrix that is learned, and the derivative of the loss with respect to it, which every backward pass overwrites.</summary>
public sealed class Parameter<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public Parameter(int rows, int columns)
        : this(new Matrix<T>(rows, columns))
    {
    }

    /// <summary>Makes a second use of a matrix that is learned already: the value is shared, the gradient is that of this use alone.</summary>
    /// <param name="value">The matrix, which keeps its shape from now on.</param>
    public Parameter(Matrix<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Value = value;
        Gradient = new Matrix<T>(value.Rows, value.Columns);
    }

    public Matrix<T> Value { get; }

    public Matrix<T> Gradient { get; }
}
