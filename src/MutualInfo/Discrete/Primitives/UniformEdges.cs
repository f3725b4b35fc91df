using System.Numerics;

namespace MutualInfo.Discrete.Primitives;

/// <summary>
/// What <see cref="UniformEdgeRule{T}"/> knows of the edges of each column: those in double, which decide, and for vectors the
/// least numbers of T that reach them.
/// </summary>
internal sealed class UniformEdges<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    // Tables beyond this would be out of the caches that make them fast.
    private const long MaximumThresholds = 1 << 24;

    /// <summary>Takes the edges in double for each column; they ascend, and some may be equal.</summary>
    /// <param name="edges">bins + 1 edges for each column; null where all its numbers share bin 0.</param>
    /// <param name="bins">The number of bins.</param>
    public UniformEdges(double[]?[] edges, int bins)
    {
        Edges = edges;
        Bins = bins;
        GuessIsNear = edges.Length * (bins + 1L) <= MaximumThresholds;
        Lows = new T[edges.Length];
        Scales = new T[edges.Length];
        Offsets = new int[edges.Length];
        Thresholds = new T[GuessIsNear ? Math.Max(SmallTable.Length, edges.Length * (bins + 1)) : 0];
        // Compared with NaN a number is neither below nor at least, so no step leads beyond the first and the last bin.
        Array.Fill(Thresholds, T.NaN);
        for (int column = 0; column < edges.Length && GuessIsNear; column++)
            Prepare(column);
        Lows = Cyclic.Extend(Lows);
        Scales = Cyclic.Extend(Scales);
        Offsets = Cyclic.Extend(Offsets);
    }

    public double[]?[] Edges { get; }

    public int Bins { get; }

    /// <summary>Gets the lowest edge of each column, rounded.</summary>
    public T[] Lows { get; }

    /// <summary>Gets bins/(high − low) of each column, rounded; 0 for a column of one bin.</summary>
    public T[] Scales { get; }

    /// <summary>Gets where each column's thresholds begin.</summary>
    public int[] Offsets { get; }

    /// <summary>Gets, for each column, NaN, the least number of T that reaches each inner edge, and NaN.</summary>
    public T[] Thresholds { get; }

    /// <summary>Gets whether (v − low)·scale, computed in T, is within one bin of the truth for every number.</summary>
    public bool GuessIsNear { get; private set; }

    /// <summary>
    /// The least number of T that is at least <paramref name="edge"/>: v ≥ edge and v ≥ threshold are the same then.
    /// </summary>
    public static T Ceiling(double edge)
    {
        T nearest = T.CreateTruncating(edge);
        return double.CreateTruncating(nearest) < edge ? T.BitIncrement(nearest) : nearest;
    }

    /// <summary>The greatest number of T that is at most <paramref name="edge"/>.</summary>
    public static T Floor(double edge) => -Ceiling(-edge);

    /// <summary>Tells samples apart by their bins between these edges.</summary>
    public unsafe TResult Count<TResult>(
        Samples<T> samples, RangeWatch<T>? watch, IRowCounting<TResult> counting, EstimationOptions options)
    {
        fixed (T* lows = Lows, scales = Scales, thresholds = Thresholds)
        fixed (int* offsets = Offsets)
            return BinInterner.Count(
                samples, new UniformEdgeRule<T>(this, lows, scales, offsets, thresholds), watch, counting, options);
    }

    /// <summary>Writes the bins of some samples as keys.</summary>
    public unsafe void WriteKeys(Samples<T> samples, ReadOnlySpan<int> rows, Span<byte> keys)
    {
        fixed (T* lows = Lows, scales = Scales, thresholds = Thresholds)
        fixed (int* offsets = Offsets)
            BinKeys.Write(new UniformEdgeRule<T>(this, lows, scales, offsets, thresholds), samples, rows, keys);
    }

    private void Prepare(int column)
    {
        Offsets[column] = column * (Bins + 1);
        if (Edges[column] is not { } edges)
            return;
        double width = edges[Bins] - edges[0];
        Lows[column] = T.CreateTruncating(edges[0]);
        Scales[column] = T.CreateTruncating(Bins / width);
        for (int i = 1; i < Bins; i++)
            Thresholds[Offsets[column] + i] = Ceiling(edges[i]);

        GuessIsNear &= T.IsNormal(Scales[column]) && T.IsFinite(T.CreateTruncating(width)) && Distance(edges, width) < 0.5;
    }

    // How far, in bins, a guess can be from where its number lies between the edges, which are themselves rounded. The
    // rounding of low moves it by ε·|low|/width·bins; those of the difference, the scale and the product by 3·ε·bins.
    // Anything below 1 would do.
    private double Distance(double[] edges, double width)
    {
        double epsilon = double.CreateTruncating(T.BitIncrement(T.One) - T.One);
        double uneven = 0;
        for (int i = 1; i < Bins; i++)
            uneven = Math.Max(uneven, Math.Abs((edges[i] - edges[0]) / width * Bins - i));
        return uneven + epsilon * Bins * (Math.Abs(edges[0]) / width + 3);
    }
}
