using System.Globalization;
using System.Numerics.Tensors;
using MutualInfo.Internal;

namespace MutualInfo.Kernels.Primitives;

/// <summary>Checks of matrices that a caller hands over. All come before any work and before anything is written.</summary>
internal static class SymmetricInput
{
    // Products of rounded entries differ by a few ε; single-precision matrices differ by 1e-7 and should be averaged first.
    private const double Tolerance = 1e-9;

    // Rows and columns of one tile, 2·8 KB, stay in the nearest cache while a tile is compared with its transpose.
    private const int Tile = 32;

    /// <summary>The number of n × n matrices in a span.</summary>
    public static int CountOf(ReadOnlySpan<double> matrices, int n, string paramName)
    {
        if (n < 1)
            Throw.OutOfRange(nameof(n), n, "an order of at least 1");
        MatrixMemory.RequireSpan(n);
        if (matrices.Length % (n * n) != 0)
            Throw.Invalid(paramName, $"{paramName} has {matrices.Length} entries; matrices of order {n} have {n * n} each.");
        return matrices.Length / (n * n);
    }

    /// <summary>Requires an order, as many entries as it says, and a destination with room beside them.</summary>
    public static void RequireShape(ReadOnlySpan<double> matrices, int n, int count, string paramName, Span<double> destination)
    {
        if (n < 0)
            Throw.OutOfRange(nameof(n), n, "an order of at least 0");
        MatrixMemory.RequireSpan(n);
        if (matrices.Length != (long)n * n * count)
            Throw.Invalid(paramName, $"{paramName} has {matrices.Length} entries; a matrix of order {n} has {n * n}.");
        if (destination.Length < (long)n * count)
            Throw.Invalid(nameof(destination), $"destination has room for {destination.Length} numbers; {(long)n * count} eigenvalues are to be written.");
        if (matrices.Overlaps(destination[..(n * count)]))
            Throw.Invalid(nameof(destination), $"destination overlaps {paramName}; eigenvalues need memory of their own.");
    }

    /// <summary>Requires finite entries that equal their mirror images to rounding, naming the first that do not.</summary>
    /// <param name="matrix">n² entries, row-major.</param>
    /// <param name="n">The order.</param>
    /// <param name="paramName">What the caller calls it.</param>
    /// <param name="firstRow">The row of the caller's span that the matrix begins at.</param>
    public static void RequireSymmetric(ReadOnlySpan<double> matrix, int n, string paramName, int firstRow)
    {
        for (int row = 0; row < n; row++)
            RequireFiniteRow(matrix.Slice(row * n, n), firstRow + row, paramName);
        if (matrix.IsEmpty)
            return;
        double allowed = Tolerance * Math.Abs(TensorPrimitives.MaxMagnitude(matrix));
        for (int top = 0; top < n; top += Tile)
        {
            for (int left = 0; left <= top; left += Tile)
                RequireTileSymmetric(matrix, n, top, left, allowed, paramName, firstRow);
        }
    }

    /// <summary>Requires finite entries left of the diagonal and on it.</summary>
    public static void RequireFiniteLowerTriangle(ReadOnlySpan<double> matrix, int n, string paramName)
    {
        for (int row = 0; row < n; row++)
            RequireFiniteRow(matrix.Slice(row * n, row + 1), row, paramName);
    }

    private static void RequireTileSymmetric(
        ReadOnlySpan<double> matrix, int n, int top, int left, double allowed, string paramName, int firstRow)
    {
        for (int i = top; i < Math.Min(n, top + Tile); i++)
        {
            ReadOnlySpan<double> row = matrix.Slice(i * n, n);
            for (int j = left; j < Math.Min(i, left + Tile); j++)
            {
                double mirrored = matrix[j * n + i];
                // Of huge numbers of unlike sign the difference is infinite, and not allowed either.
                if (Math.Abs(row[j] - mirrored) > allowed)
                {
                    Throw.Invalid(
                        paramName,
                        $"{paramName}[{firstRow + i}, {j}] is {row[j]:R} and {paramName}[{firstRow + j}, {i}] is {mirrored:R}; a symmetric matrix has them equal. Average it with its transpose if the difference is rounding.");
                }
            }
        }
    }

    private static void RequireFiniteRow(ReadOnlySpan<double> entries, int row, string paramName)
    {
        if (TensorPrimitives.IsFiniteAll(entries))
            return;
        int column = 0;
        while (double.IsFinite(entries[column]))
            column++;
        Throw.Invalid(paramName, $"{paramName}[{row}, {column}] is {entries[column].ToString(CultureInfo.InvariantCulture)}; finite numbers are expected.");
    }
}
