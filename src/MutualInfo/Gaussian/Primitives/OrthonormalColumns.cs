using System.Numerics.Tensors;
using MutualInfo.Internal;
using MutualInfo.Kernels.Primitives;

namespace MutualInfo.Gaussian.Primitives;

/// <summary>A variable whose columns have been centred, scaled and made orthogonal, with the logarithm of its covariance's determinant.</summary>
/// <remarks>
/// The span of centred columns is all that Gaussian information knows of a variable. From an orthonormal basis of it canonical
/// correlations come without an inverse, and without the squared condition number that covariances carry.
/// Source: Björck and Golub, Mathematics of Computation 27:579 (1973).
/// </remarks>
internal sealed class OrthonormalColumns
{
    private readonly double[] _columns;

    private OrthonormalColumns(double[] columns, int count, int dimension, double logDeterminant)
    {
        _columns = columns;
        Count = count;
        Dimension = dimension;
        LogDeterminant = logDeterminant;
    }

    public int Count { get; }

    public int Dimension { get; }

    /// <summary>Gets ln|S|, S the sample covariance with divisor n − 1.</summary>
    public double LogDeterminant { get; }

    public ReadOnlySpan<double> this[int k] => _columns.AsSpan(k * Count, Count);

    /// <summary>The same columns with row <paramref name="order"/>[i] in place i: no less orthonormal, and of the same covariance.</summary>
    public OrthonormalColumns Permuted(ReadOnlySpan<int> order)
    {
        double[] permuted = new double[_columns.Length];
        for (int k = 0; k < Dimension; k++)
        {
            for (int i = 0; i < Count; i++)
                permuted[(k * Count) + i] = _columns[(k * Count) + order[i]];
        }

        return new OrthonormalColumns(permuted, Count, Dimension, LogDeterminant);
    }

    /// <summary>Makes them, in place, of finite numbers column by column: value i of column k is <c>columns[k·n + i]</c>.</summary>
    /// <exception cref="ArgumentException">A column is constant, or a linear function of those before it.</exception>
    public static OrthonormalColumns Of(double[] columns, int count, int dimension, string paramName, EstimationOptions options)
    {
        // What rounding may leave of a column that its predecessors explain altogether: sums of n and then of d products, each rounded
        // in the last place of 1.
        double nothing = (count + dimension) * (double.BitIncrement(1) - 1);
        double sum = 0;
        for (int k = 0; k < dimension; k++)
        {
            Span<double> column = columns.AsSpan(k * count, count);
            sum += Standardise(column, k, paramName);
            // Twice is enough: the second time takes off what rounding left of the first.
            for (int pass = 0; pass < 2; pass++)
            {
                for (int j = 0; j < k; j++)
                {
                    options.CancellationToken.ThrowIfCancellationRequested();
                    ReadOnlySpan<double> other = columns.AsSpan(j * count, count);
                    TensorPrimitives.MultiplyAdd(other, -OrderedSum.OfProducts(other, column), column, column);
                }
            }

            double rest = Math.Sqrt(OrderedSum.OfProducts(column, column));
            if (rest <= nothing)
            {
                Throw.Invalid(
                    paramName,
                    $"Dimension {k} of {paramName} is a linear function of the dimensions before it, to rounding, so the covariance of {paramName} is singular. Leave it out: it adds nothing.");
            }

            TensorPrimitives.Divide(column, rest, column);
            sum += 2 * Math.Log(rest);
        }

        return new OrthonormalColumns(columns, count, dimension, sum);
    }

    /// <summary>
    /// Centres a column and divides it by its norm; returns the logarithm of its variance. Scaling by a power of two comes first, which
    /// is exact and lets no square overflow or vanish; then the difference from one sample, which is exact where an offset is large.
    /// </summary>
    private static double Standardise(Span<double> column, int k, string paramName)
    {
        double first = column[0], largest = 0;
        bool isConstant = true;
        foreach (double value in column)
        {
            isConstant &= value == first;
            largest = Math.Max(largest, Math.Abs(value));
        }

        if (isConstant)
            Throw.Invalid(paramName, $"Dimension {k} of {paramName} is {first} in every sample; a constant has no covariance. Leave it out.");
        int exponent = Math.ILogB(largest);
        first = Math.ScaleB(first, -exponent);
        for (int i = 0; i < column.Length; i++)
            column[i] = Math.ScaleB(column[i], -exponent) - first;
        TensorPrimitives.Subtract(column, OrderedSum.Of(column) / column.Length, column);
        double norm = Math.Sqrt(OrderedSum.OfProducts(column, column));
        TensorPrimitives.Divide(column, norm, column);
        return 2 * (Math.Log(norm) + exponent * Math.Log(2)) - Math.Log(column.Length - 1);
    }
}
