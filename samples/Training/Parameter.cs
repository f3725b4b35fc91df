using System.Numerics;

namespace MutualInfo.Training;

/// <summary>A matrix that is learned, and the derivative of the loss with respect to it, which every backward pass overwrites.</summary>
public sealed class Parameter<T>(int rows, int columns) where T : unmanaged, IFloatingPointIeee754<T>
{
    public Matrix<T> Value { get; } = new(rows, columns);

    public Matrix<T> Gradient { get; } = new(rows, columns);
}
