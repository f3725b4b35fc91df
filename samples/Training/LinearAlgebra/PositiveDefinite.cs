using System.Numerics.Tensors;

namespace MutualInfo.Training.LinearAlgebra;

/// <summary>The inverse of a symmetric positive definite matrix, by Cholesky's decomposition.</summary>
/// <remarks>
/// Math.NET's was measured at 0.4 s for n = 512, and its product at the same. Every step of a descent needs one, and this one,
/// whose larger half is a <see cref="Product"/>, takes a tenth of that. Its bits do not depend on threads.
/// </remarks>
public sealed class PositiveDefinite
{
    private readonly Matrix<double> _lower = new();
    private readonly Matrix<double> _inverseOfLower = new();

    /// <summary>Gets the inverse of the last matrix.</summary>
    public Matrix<double> Inverse { get; } = new();

    /// <summary>Inverts a matrix, of which the lower triangle is read.</summary>
    /// <exception cref="ArithmeticException">The matrix is not positive definite, to rounding.</exception>
    public Matrix<double> Invert(Matrix<double> matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (matrix.Rows != matrix.Columns)
            throw new ArgumentException($"A matrix of shape ({matrix.Rows}, {matrix.Columns}) has no inverse; a square one is expected.", nameof(matrix));
        Decompose(matrix);
        InvertLower();

        // (L·Lᵀ)⁻¹ = L⁻ᵀ·L⁻¹.
        Product.OfTransposed(_inverseOfLower, _inverseOfLower, Inverse);
        return Inverse;
    }

    private void Decompose(Matrix<double> matrix)
    {
        _lower.Reshape(matrix.Rows, matrix.Rows);
        for (int i = 0; i < matrix.Rows; i++)
        {
            ReadOnlySpan<double> source = matrix[i];
            Span<double> row = _lower[i];
            for (int j = 0; j < i; j++)
            {
                ReadOnlySpan<double> other = _lower[j];
                row[j] = (source[j] - OrderedSum.OfProducts<double>(row[..j], other[..j])) / other[j];
            }

            double pivot = source[i] - OrderedSum.OfProducts<double>(row[..i], row[..i]);
            if (!(pivot > 0))
                throw new ArithmeticException($"The matrix is not positive definite: pivot {i} is {pivot}.");
            row[i] = Math.Sqrt(pivot);
        }
    }

    // Row by row, L·X = 1: xᵢ = (eᵢ − Σ lᵢⱼ·xⱼ) / lᵢᵢ.
    private void InvertLower()
    {
        _inverseOfLower.Reshape(_lower.Rows, _lower.Rows);
        _inverseOfLower.Values.Clear();
        for (int i = 0; i < _lower.Rows; i++)
        {
            Span<double> row = _inverseOfLower[i];
            for (int j = 0; j < i; j++)
                TensorPrimitives.MultiplyAdd(_inverseOfLower[j][..(j + 1)], -_lower[i][j], row[..(j + 1)], row[..(j + 1)]);
            row[i] = 1;
            TensorPrimitives.Divide(row[..(i + 1)], _lower[i][i], row[..(i + 1)]);
        }
    }
}
