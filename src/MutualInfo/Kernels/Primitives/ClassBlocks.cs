using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives;

/// <summary>
/// The samples of one similarity, grouped by symbol. Samples of different symbols have similarity 0, so a Gram matrix sorted this
/// way is block diagonal: its row sums lie within blocks, and its spectrum is the union of theirs.
/// </summary>
/// <remarks>In memory of the pool. Dispose it, in a using. Do not copy it.</remarks>
internal struct ClassBlocks : IDisposable
{
    private readonly Similarity _similarity;
    private AlignedBuffer<int> _rows;
    private AlignedBuffer<int> _starts;

    public ClassBlocks(Similarity similarity)
    {
        _similarity = similarity;
        _rows = AlignedBuffer<int>.Rent(similarity.Count);
        BlockCount = similarity.Partition?.AlphabetSize ?? 1;
        _starts = AlignedBuffer<int>.Rent(BlockCount + 1);
        if (similarity.Partition is { } partition)
            Sort(partition, _starts.Span, _rows.Span);
        else
            Number(_starts.Span, _rows.Span);
    }

    public int BlockCount { get; }

    /// <summary>The samples of one block, by their index.</summary>
    public readonly ReadOnlySpan<int> Rows(int block) => _rows.Span.Slice(Start(block), Size(block));

    public readonly int Size(int block) => _starts.Span[block + 1] - _starts.Span[block];

    public readonly int Start(int block) => _starts.Span[block];

    /// <summary>The coordinates of one block as the loops over pairs read them.</summary>
    public readonly PackedSamples<double> Pack(
        int block, PairLoops<double> loops, EstimationOptions options, double? narrowest = null)
    {
        Samples<double> coordinates = new(_similarity.Coordinates, _similarity.Count, _similarity.Dimension);
        return PackedSamples<double>.ForSimilarity(coordinates, BlockCount == 1 ? [] : Rows(block), 1, loops, options, narrowest);
    }

    public void Dispose()
    {
        _rows.Dispose();
        _starts.Dispose();
    }

    private static void Number(Span<int> starts, Span<int> rows)
    {
        starts[0] = 0;
        starts[1] = rows.Length;
        for (int row = 0; row < rows.Length; row++)
            rows[row] = row;
    }

    // A counting sort: within a block the samples keep their order.
    private static void Sort(Symbols partition, Span<int> starts, Span<int> rows)
    {
        starts[0] = 0;
        for (int block = 0; block < partition.AlphabetSize; block++)
            starts[block + 1] = starts[block] + partition.Histogram[block];
        using AlignedBuffer<int> next = AlignedBuffer<int>.Rent(starts.Length);
        starts.CopyTo(next.Span);
        for (int row = 0; row < rows.Length; row++)
            rows[next.Span[partition.Codes[row]]++] = row;
    }
}
