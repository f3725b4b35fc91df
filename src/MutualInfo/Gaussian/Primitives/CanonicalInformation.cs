using MutualInfo.Internal;
using MutualInfo.Kernels.Primitives;

namespace MutualInfo.Gaussian.Primitives;

/// <summary>−½ Σ ln(1 − ρᵢ²) over the canonical correlations ρ of two variables, which is ½(ln|Sx| + ln|Sy| − ln|S|).</summary>
internal static class CanonicalInformation
{
    /// <summary>
    /// The information in nats, 0 or more and the same bits for x and y swapped; +∞ where some combination of x is one of y, to rounding.
    /// Near independence it is right relative to itself: nothing is taken from 1 before its logarithm.
    /// </summary>
    public static double Nats(OrthonormalColumns x, OrthonormalColumns y, EstimationOptions options)
    {
        if (x.Dimension > y.Dimension)
            (x, y) = (y, x);
        double[] products = Products(x, y, options);
        // What rounding may leave of a share that is 0: it comes of sums of n and then of d products.
        double nothing = (x.Count + x.Dimension + y.Dimension) * (double.BitIncrement(1) - 1);
        double nats = Nats(products, x.Dimension, y.Dimension, nothing, options);
        // C·Cᵀ and Cᵀ·C have the same determinant and other roundings: where both are as small, neither variable comes first.
        return x.Dimension < y.Dimension || x.Dimension == 1
            ? nats
            : (nats + Nats(Transposed(products, x.Dimension), x.Dimension, x.Dimension, nothing, options)) / 2;
    }

    // C, shape (dx, dy), whose singular values are the canonical correlations.
    private static double[] Products(OrthonormalColumns x, OrthonormalColumns y, EstimationOptions options)
    {
        double[] products = new double[x.Dimension * y.Dimension];
        for (int k = 0; k < x.Dimension; k++)
        {
            for (int l = 0; l < y.Dimension; l++)
            {
                options.CancellationToken.ThrowIfCancellationRequested();
                products[(k * y.Dimension) + l] = OrderedSum.OfProducts(x[k], y[l]);
            }
        }

        return products;
    }

    /// <summary>−½ ln|1 − C·Cᵀ| by Cholesky's decomposition, every pivot being kept as what it lacks of 1: a sum of squares.</summary>
    private static double Nats(double[] products, int rows, int columns, double nothing, EstimationOptions options)
    {
        double[] lower = new double[rows * rows];
        double nats = 0;
        for (int i = 0; i < rows; i++)
        {
            options.CancellationToken.ThrowIfCancellationRequested();
            ReadOnlySpan<double> own = products.AsSpan(i * columns, columns);
            Span<double> row = lower.AsSpan(i * rows, rows);
            for (int j = 0; j < i; j++)
            {
                ReadOnlySpan<double> other = lower.AsSpan(j * rows, rows);
                double product = OrderedSum.OfProducts(own, products.AsSpan(j * columns, columns));
                row[j] = -(product + OrderedSum.OfProducts(row[..j], other[..j])) / other[j];
            }

            double explained = OrderedSum.OfProducts(own, own) + OrderedSum.OfProducts(row[..i], row[..i]);
            if (1 - explained <= nothing)
                return double.PositiveInfinity;
            row[i] = Math.Sqrt(1 - explained);
            nats -= SpecialFunctions.LogPlusOne(-explained);
        }

        return nats / 2;
    }

    private static double[] Transposed(double[] square, int d)
    {
        double[] transposed = new double[square.Length];
        for (int i = 0; i < square.Length; i++)
            transposed[(i % d * d) + (i / d)] = square[i];
        return transposed;
    }
}
