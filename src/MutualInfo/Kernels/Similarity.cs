using System.Numerics;
using System.Numerics.Tensors;
using MutualInfo.Internal;
using MutualInfo.Kernels.Primitives;

namespace MutualInfo.Kernels;

/// <summary>
/// A similarity between the samples of one variable, k(x, x′) in [0, 1] with k(x, x) = 1: Gaussian for numbers, 1 or 0 for
/// symbols, and products of those for joint variables. Immutable; owns its numbers.
/// </summary>
/// <remarks>
/// Every product has one form. Gaussians multiply into one Gaussian over the concatenated coordinates, each divided by its own
/// bandwidth, and delta similarities multiply into the delta of the joint symbols, so <c>k(i, j) = exp(−½‖uᵢ − uⱼ‖²)</c> where
/// samples i and j share a symbol, and 0 elsewhere. Memory: 8·n·D bytes and the symbols.
/// </remarks>
public sealed class Similarity
{
    private readonly Factor[] _factors;
    private readonly double[] _coordinates;
    private Primitives.DistinctBlocks? _blocks;

    private Similarity(int count, Factor[] factors, Symbols? partition)
    {
        Count = count;
        Partition = partition;
        _factors = factors;
        Dimension = factors.Sum(factor => factor.Dimension);
        _coordinates = Concatenate(count, Dimension, factors);
    }

    /// <summary>Gets n, the number of samples.</summary>
    public int Count { get; }

    /// <summary>Gets D, the number of coordinates of each sample; 0 where only symbols matter.</summary>
    public int Dimension { get; }

    /// <summary>Gets the coordinates divided by their bandwidths, shape <c>(n, D)</c>, row-major.</summary>
    public ReadOnlySpan<double> Coordinates => _coordinates;

    /// <summary>Gets the symbols that two samples must share to be similar at all; null where every pair may be.</summary>
    public Symbols? Partition { get; }

    /// <summary>
    /// Gets what an eigensolver needs of the Gram matrix, found at the first call. Two threads may both
    /// find it, and find the same.
    /// </summary>
    internal Primitives.DistinctBlocks Blocks => _blocks ??= new Primitives.DistinctBlocks(this);

    /// <summary>
    /// Gets or sets the mean similarity of two different samples, once a pass over all pairs has told it: the mean of what row
    /// sums or a spectrum show. NaN until then, and where nothing told it. Two threads may both set it, and set the same.
    /// </summary>
    internal double MeanSimilarity { get; set; } = double.NaN;

    /// <summary>Whether another similarity is this one by its numbers and codes. Ends at the first difference.</summary>
    internal bool IsSameAs(Similarity other) =>
        Count == other.Count && Dimension == other.Dimension && Coordinates.SequenceEqual(other.Coordinates)
        && (Partition is { } symbols ? other.Partition is { } others && symbols.Codes.SequenceEqual(others.Codes) : other.Partition is null);

    /// <summary>
    /// What the entropy of an order is computed from. Orders 2, 3 and 4 need no eigenvalues; order 2 adds up
    /// entries and merges nothing.
    /// </summary>
    internal GramStructure StructureAt(double order) => new()
    {
        SampleCount = Count,
        BlockCount = Partition?.AlphabetSize ?? 1,
        DistinctCount = order == 2 ? Count : Blocks.DistinctCount,
        LargestSolved = order is 2 or 3 or 4 || Blocks.LargestBlock == 1 ? 0 : Blocks.LargestBlock,
    };

    /// <summary>Makes the Gaussian similarity <c>exp(−‖x − x′‖² / 2σ²)</c>.</summary>
    /// <typeparam name="T">The type of the numbers; the similarity is computed in double.</typeparam>
    /// <param name="samples">Samples of shape <c>(n, d)</c>, which are copied.</param>
    /// <param name="sigma">The bandwidth σ, in the units of the samples; above 0.</param>
    /// <exception cref="ArgumentException">The samples are empty or hold NaN or an infinity.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The bandwidth is not a finite number above 0, or a sample divided by it overflows.
    /// </exception>
    public static Similarity Gaussian<T>(Samples<T> samples, double sigma) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Guard.NotEmpty(samples, nameof(samples));
        Guard.Finite(samples, nameof(samples));
        Throw.UnlessPositiveFinite(sigma, nameof(sigma));
        double[] shifts = new double[samples.Dimension];
        ExactShift.Of(samples, shifts);
        double[] values = GC.AllocateUninitializedArray<double>(samples.Values.Length);
        for (int row = 0; row < samples.Count; row++)
            Scale(samples[row], shifts, sigma, values.AsSpan(row * samples.Dimension));
        int overflow = values.AsSpan().IndexOfAny(double.PositiveInfinity, double.NegativeInfinity);
        if (overflow >= 0)
            RefuseOverflow(samples, overflow, sigma);

        return new Similarity(samples.Count, [new Factor(values, samples.Dimension)], null);
    }

    /// <summary>Makes the delta similarity: 1 where two samples share a symbol, 0 elsewhere.</summary>
    /// <param name="symbols">n symbols.</param>
    /// <exception cref="ArgumentNullException"><paramref name="symbols"/> is null.</exception>
    public static Similarity Delta(Symbols symbols)
    {
        ArgumentNullException.ThrowIfNull(symbols);
        return new Similarity(symbols.Count, [], symbols);
    }

    /// <summary>Makes the similarity that is 1 for every pair: that of a constant variable.</summary>
    internal static Similarity Constant(int count) => new(count, [], null);

    /// <summary>Makes the similarity of the joint variable: the product of two similarities.</summary>
    /// <param name="x">The similarity of n samples.</param>
    /// <param name="y">The similarity of the same n samples in another variable.</param>
    /// <remarks><c>Join(x, y)</c> and <c>Join(y, x)</c> are the same to the last bit.</remarks>
    /// <exception cref="ArgumentNullException">A similarity is null.</exception>
    /// <exception cref="ArgumentException">The counts differ.</exception>
    public static Similarity Join(Similarity x, Similarity y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        if (x.Count != y.Count)
            Throw.CountsDiffer(x.Count, y.Count);

        return Product(x, y);
    }

    /// <summary>
    /// The product of one similarity or more, of one number of samples. In any order, it is the same to the last bit.
    /// </summary>
    internal static Similarity Product(params ReadOnlySpan<Similarity> similarities)
    {
        if (similarities.Length == 1)
            return similarities[0];
        Symbols? partition = null;
        List<Factor> all = [];
        foreach (Similarity similarity in similarities)
        {
            partition = partition is { } left && similarity.Partition is { } right
                ? Symbols.Join(left, right)
                : partition ?? similarity.Partition;
            all.AddRange(similarity._factors);
        }

        // Where the symbols tell all samples apart, no pair is similar and distances no longer matter.
        if (partition is { AreDistinct: true })
            return Delta(partition);

        // One order of the factors, whichever variable came first: sums of squares then round alike.
        Factor[] factors = [.. all];
        Array.Sort(factors);
        return new Similarity(similarities[0].Count, factors, partition);
    }

    /// <summary>The same similarity over a bandwidth so many times as wide.</summary>
    internal Similarity Widened(double times) =>
        new(Count, [.. _factors.Select(factor => factor with { Values = Divided(factor.Values, times) })], Partition);

    private static double[] Divided(double[] values, double divisor)
    {
        double[] divided = new double[values.Length];
        TensorPrimitives.Divide(values, divisor, divided);
        return divided;
    }

    /// <summary>Sample <paramref name="order"/>[i] in place i.</summary>
    internal Similarity Permuted(ReadOnlySpan<int> order)
    {
        Factor[] permuted = new Factor[_factors.Length];
        for (int i = 0; i < permuted.Length; i++)
            permuted[i] = _factors[i].Permuted(order);
        return new Similarity(Count, permuted, Partition?.Permuted(order));
    }

    private static void Scale<T>(ReadOnlySpan<T> sample, double[] shifts, double sigma, Span<double> destination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (sample.Length < ExactShift.WideRow)
        {
            for (int k = 0; k < sample.Length; k++)
                destination[k] = (double.CreateTruncating(sample[k]) - shifts[k]) / sigma;
            return;
        }

        // The same operations on each number, and so the same bits, on a row that stays in the nearest cache.
        Span<double> row = destination[..sample.Length];
        TensorPrimitives.ConvertTruncating(sample, row);
        TensorPrimitives.Subtract(row, shifts, row);
        TensorPrimitives.Divide(row, sigma, row);
    }

    private static double[] Concatenate(int count, int dimension, Factor[] factors)
    {
        if (factors.Length == 1)
            return factors[0].Values;
        if ((long)count * dimension > Array.MaxLength)
            Throw.OutOfRange(nameof(dimension), (long)count * dimension, $"at most {Array.MaxLength} numbers in the joint variable; use fewer samples or narrower layers");
        double[] all = new double[count * dimension];
        int offset = 0;
        foreach (Factor factor in factors)
        {
            for (int row = 0; row < count; row++)
            {
                factor.Values.AsSpan(row * factor.Dimension, factor.Dimension)
                    .CopyTo(all.AsSpan(row * dimension + offset));
            }

            offset += factor.Dimension;
        }

        return all;
    }

    private static void RefuseOverflow<T>(Samples<T> samples, int index, double sigma)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (int row, int column) = Math.DivRem(index, samples.Dimension);
        throw new ArgumentOutOfRangeException(
            nameof(samples),
            samples.Values[index],
            FormattableString.Invariant($"samples[{row}][{column}] is {samples.Values[index]}, which divided by the bandwidth {sigma} is beyond double. Scale the samples, or choose a wider bandwidth."));
    }

    /// <summary>The scaled coordinates of one variable. Ordered by width, then by content, so that any two sort alike.</summary>
    private sealed record Factor(double[] Values, int Dimension) : IComparable<Factor>
    {
        public int CompareTo(Factor? other)
        {
            int byDimension = Dimension.CompareTo(other!.Dimension);
            return byDimension != 0 ? byDimension : Values.AsSpan().SequenceCompareTo(other.Values);
        }

        public Factor Permuted(ReadOnlySpan<int> order)
        {
            double[] permuted = GC.AllocateUninitializedArray<double>(Values.Length);
            for (int row = 0; row < order.Length; row++)
                Values.AsSpan(order[row] * Dimension, Dimension).CopyTo(permuted.AsSpan(row * Dimension));
            return new Factor(permuted, Dimension);
        }
    }
}
