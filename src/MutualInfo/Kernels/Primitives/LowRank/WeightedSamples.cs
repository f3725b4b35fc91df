namespace MutualInfo.Kernels.Primitives.LowRank;

/// <summary>
/// The different samples of one block with the roots of their multiplicities: entry (i, j) of its matrix is
/// √(mᵢmⱼ)·exp(−½‖uᵢ − uⱼ‖²).
/// </summary>
/// <remarks>Rows are padded to whole register tiles with samples of weight 0, which change no product.</remarks>
internal sealed class WeightedSamples
{
    private const int RowsPerTile = 4;

    public WeightedSamples(int count, int dimension)
    {
        Count = count;
        Dimension = dimension;
        PaddedCount = (count + RowsPerTile - 1) / RowsPerTile * RowsPerTile;
        Coordinates = GC.AllocateArray<double>(PaddedCount * dimension, pinned: true);
        Roots = GC.AllocateArray<double>(PaddedCount, pinned: true);
    }

    public int Count { get; }

    public int PaddedCount { get; }

    public int Dimension { get; }

    /// <summary>Gets the coordinates, row-major. Pinned.</summary>
    public double[] Coordinates { get; }

    /// <summary>Gets √m of each sample. Pinned.</summary>
    public double[] Roots { get; }

    /// <summary>The samples of one block of a similarity.</summary>
    public static WeightedSamples Of(Similarity similarity, DistinctBlocks blocks, int block)
    {
        int d = similarity.Dimension;
        WeightedSamples weighted = new(blocks.Size(block), d);
        for (int i = 0; i < weighted.Count; i++)
        {
            similarity.Coordinates.Slice(blocks.Samples(block)[i] * d, d).CopyTo(weighted.Coordinates.AsSpan(i * d));
            weighted.Roots[i] = Math.Sqrt(blocks.Multiplicities(block)[i]);
        }

        return weighted;
    }

    /// <summary>Some of these samples, in a given order.</summary>
    public WeightedSamples Pick(ReadOnlySpan<int> rows)
    {
        WeightedSamples picked = new(rows.Length, Dimension);
        for (int i = 0; i < rows.Length; i++)
        {
            Coordinates.AsSpan(rows[i] * Dimension, Dimension).CopyTo(picked.Coordinates.AsSpan(i * Dimension));
            picked.Roots[i] = Roots[rows[i]];
        }

        return picked;
    }
}
