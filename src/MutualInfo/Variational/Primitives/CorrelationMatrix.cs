using MutualInfo.Internal;
using MutualInfo.Kernels.Primitives;

namespace MutualInfo.Variational.Primitives;

/// <summary>Correlations of columns, and the logarithm of their determinant.</summary>
internal static class CorrelationMatrix
{
    /// <summary>Computes the correlation matrix, shape (d, d), of samples of shape (n, d), row-major.</summary>
    /// <exception cref="ArgumentException">A column is constant.</exception>
    public static double[] Of(ReadOnlySpan<double> values, int count, int dimension, string paramName, EstimationOptions options)
    {
        double[] columns = new double[values.Length];
        for (int k = 0; k < dimension; k++)
        {
            options.CancellationToken.ThrowIfCancellationRequested();
            Span<double> column = columns.AsSpan(k * count, count);
            for (int i = 0; i < count; i++)
                column[i] = values[(i * dimension) + k];
            Standardise(column, k, paramName);
        }

        double[] correlations = new double[dimension * dimension];
        for (int k = 0; k < dimension; k++)
        {
            options.CancellationToken.ThrowIfCancellationRequested();
            ReadOnlySpan<double> column = columns.AsSpan(k * count, count);
            correlations[(k * dimension) + k] = 1;
            for (int l = 0; l < k; l++)
            {
                double correlation = OrderedSum.OfProducts(column, columns.AsSpan(l * count, count));
                correlations[(k * dimension) + l] = correlations[(l * dimension) + k] = correlation;
            }
        }

        return correlations;
    }

    /// <summary>
    /// Computes ln det R of n samples by Cholesky's decomposition, in place; −∞ where R is singular to rounding.
    /// </summary>
    public static double LogDeterminant(Span<double> correlations, int count, int dimension, EstimationOptions options)
    {
        // What rounding may leave of a pivot that is 0: it comes of sums of n and then of d products, each rounded in the last
        // place of 1.
        double singular = (count + dimension) * (double.BitIncrement(1) - 1);
        double sum = 0;
        for (int i = 0; i < dimension; i++)
        {
            options.CancellationToken.ThrowIfCancellationRequested();
            Span<double> row = correlations.Slice(i * dimension, dimension);
            for (int j = 0; j < i; j++)
            {
                ReadOnlySpan<double> other = correlations.Slice(j * dimension, dimension);
                row[j] = (row[j] - OrderedSum.OfProducts(row[..j], other[..j])) / other[j];
            }

            // The pivot is the share of the variance of dimension i that the dimensions before it do not explain.
            double pivot = row[i] - OrderedSum.OfProducts(row[..i], row[..i]);
            if (pivot <= singular)
                return double.NegativeInfinity;
            row[i] = Math.Sqrt(pivot);
            sum += Math.Log(pivot);
        }

        return sum;
    }

    // Centres a column and divides it by its norm; by its largest magnitude first, so that no square overflows.
    private static void Standardise(Span<double> column, int k, string paramName)
    {
        double first = column[0], scale = 0;
        foreach (double value in column)
            scale = Math.Max(scale, Math.Abs((value / 2) - (first / 2)));
        if (scale == 0)
            Throw.Invalid(paramName, $"Dimension {k} of {paramName} is {first} in every sample; a constant has no correlation. Leave it out.");
        for (int i = 0; i < column.Length; i++)
            column[i] = ((column[i] / 2) - (first / 2)) / scale;
        double mean = OrderedSum.Of(column) / column.Length;
        for (int i = 0; i < column.Length; i++)
            column[i] -= mean;
        double norm = Math.Sqrt(OrderedSum.OfProducts(column, column));
        for (int i = 0; i < column.Length; i++)
            column[i] /= norm;
    }
}
