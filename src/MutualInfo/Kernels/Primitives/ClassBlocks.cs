namespace MutualInfo.Kernels.Primitives;

/// <summary>
/// The samples of one similarity, grouped by symbol. Samples of different symbols have similarity 0, so a Gram matrix sorted this way is
/// block diagonal: its row sums lie within blocks, and its spectrum is the union of theirs.
/// </summary>
internal sealed class ClassBlocks
{
    private readonly Similarity _similarity;
    private readonly int[] _rows;
    private readonly int[] _starts;

    public ClassBlocks(Similarity similarity)
    {
        _similarity = similarity;
        _rows = new int[similarity.Count];
        if (similarity.Partition is not { } partition)
        {
            _starts = [0, similarity.Count];
            for (int row = 0; row < _rows.Length; row++)
                _rows[row] = row;
            return;
        }

        // A counting sort: within a block the samples keep their order.
        _starts = new int[partition.AlphabetSize + 1];
        for (int block = 0; block < partition.AlphabetSize; block++)
            _starts[block + 1] = _starts[block] + partition.Histogram[block];
        int[] next = [.. _starts];
        for (int row = 0; row < _rows.Length; row++)
            _rows[next[partition.Codes[row]]++] = row;
    }

    public int BlockCount => _starts.Length - 1;

    /// <summary>The samples of one block, by their index.</summary>
    public ReadOnlySpan<int> Rows(int block) => _rows.AsSpan(_starts[block], Size(block));

    public int Size(int block) => _starts[block + 1] - _starts[block];

    public int Start(int block) => _starts[block];

    /// <summary>The distances between the samples of one block.</summary>
    public SquaredDistances Distances(int block)
    {
        int dimension = _similarity.Dimension;
        if (BlockCount == 1)
            return new SquaredDistances(_similarity.Coordinates, _similarity.Count, dimension);

        double[] own = new double[Size(block) * dimension];
        int at = 0;
        foreach (int row in Rows(block))
        {
            _similarity.Coordinates.Slice(row * dimension, dimension).CopyTo(own.AsSpan(at));
            at += dimension;
        }

        return new SquaredDistances(own, Size(block), dimension);
    }
}
