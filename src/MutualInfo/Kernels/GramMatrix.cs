using System.Globalization;
using System.Runtime.InteropServices;
using MutualInfo.Internal;
using MutualInfo.Kernels.Primitives;

namespace MutualInfo.Kernels;

/// <summary>
/// A Gram matrix of the caller's own, from whatever kernel, checked and normalised to <c>Kᵢⱼ / √(Kᵢᵢ Kⱼⱼ)</c>. Immutable.
/// </summary>
/// <remarks>
/// Measure it with <see cref="MatrixRenyiEstimator.Entropy(GramMatrix, EstimationOptions?)"/> and its
/// siblings. Memory: 8·n² bytes.
/// </remarks>
public sealed class GramMatrix
{
    // Products of rounded entries differ by a few ε; single-precision matrices differ by 1e-7 and should be averaged first.
    private const double Tolerance = 1e-9;

    private readonly double[] _values;

    private GramMatrix(double[] values, int count)
    {
        _values = values;
        Count = count;
    }

    /// <summary>Gets n, the number of samples.</summary>
    public int Count { get; }

    /// <summary>Gets the normalised entries, n × n, row-major, with ones on the diagonal.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>Copies, checks and normalises a Gram matrix.</summary>
    /// <param name="values">n² entries, row-major.</param>
    /// <param name="count">n.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    /// <exception cref="ArgumentException">
    /// The length is not n², an entry is not finite, the diagonal is not above 0, the matrix is not symmetric, or an entry is
    /// larger than a positive semidefinite matrix allows.
    /// </exception>
    /// <exception cref="InsufficientMemoryException">A matrix of that size would not fit.</exception>
    public static GramMatrix FromValues(ReadOnlySpan<double> values, int count)
    {
        if (count < 1)
            Throw.OutOfRange(nameof(count), count, "at least 1 sample");
        if (values.Length != (long)count * count)
            Throw.Invalid(nameof(values), $"values has {values.Length} entries; a matrix of {count} samples has {(long)count * count}.");
        GramMemory.Require(count);

        double[] roots = new double[count];
        for (int i = 0; i < count; i++)
        {
            double own = values[i * count + i];
            if (!(own > 0) || double.IsInfinity(own))
                Throw.Invalid(nameof(values), $"values[{i}, {i}] is {own:R}; every sample's similarity to itself must be a finite number above 0.");
            roots[i] = Math.Sqrt(own);
        }

        double[] normalized = new double[values.Length];
        for (int i = 0; i < count; i++)
        {
            normalized[i * count + i] = 1;
            for (int j = 0; j < i; j++)
            {
                double lower = values[i * count + j] / roots[i] / roots[j];
                double upper = values[j * count + i] / roots[i] / roots[j];
                RequirePair(i, j, lower, upper);
                normalized[i * count + j] = lower;
                normalized[j * count + i] = lower;
            }
        }

        return new GramMatrix(normalized, count);
    }

    /// <summary>Copies, checks and normalises a Gram matrix.</summary>
    /// <param name="values">A square array.</param>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The array is not square, or not a Gram matrix; see <see cref="FromValues"/>.
    /// </exception>
    public static GramMatrix FromMatrix(double[,] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.GetLength(0) != values.GetLength(1))
            Throw.Invalid(nameof(values), $"values has {values.GetLength(0)} rows and {values.GetLength(1)} columns; a Gram matrix is square.");
        if (values.Length == 0)
            Throw.NoSamples(nameof(values));
        return FromValues(MemoryMarshal.CreateReadOnlySpan(ref values[0, 0], values.Length), values.GetLength(0));
    }

    /// <summary>Makes the Gram matrix of the joint variable: the entrywise product.</summary>
    /// <param name="x">The Gram matrix of n samples.</param>
    /// <param name="y">The Gram matrix of the same n samples in another variable.</param>
    /// <exception cref="ArgumentNullException">A matrix is null.</exception>
    /// <exception cref="ArgumentException">The counts differ.</exception>
    public static GramMatrix Join(GramMatrix x, GramMatrix y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        if (x.Count != y.Count)
            Throw.CountsDiffer(x.Count, y.Count);
        double[] product = new double[x._values.Length];
        System.Numerics.Tensors.TensorPrimitives.Multiply<double>(x._values, y._values, product);
        return new GramMatrix(product, x.Count);
    }

    private static void RequirePair(int i, int j, double lower, double upper)
    {
        if (!double.IsFinite(lower) || !double.IsFinite(upper))
        {
            (int row, int column, double entry) = double.IsFinite(lower) ? (j, i, upper) : (i, j, lower);
            Throw.Invalid("values", $"values[{row}, {column}] is {entry.ToString(CultureInfo.InvariantCulture)} after normalisation; a finite number is expected.");
        }

        if (Math.Abs(lower - upper) > Tolerance)
        {
            Throw.Invalid(
                "values",
                $"values[{i}, {j}] is {lower:R} and values[{j}, {i}] is {upper:R} after normalisation; a Gram matrix is symmetric. Average it with its transpose if the difference is rounding.");
        }

        if (Math.Abs(lower) > 1 + Tolerance)
        {
            Throw.Invalid(
                "values",
                $"values[{i}, {j}] is {lower:R} after normalisation; at most 1 is possible in a positive semidefinite matrix. Check the kernel.");
        }
    }
}
