using MutualInfo.Discrete.Primitives;

namespace MutualInfo.Kernels.Primitives;

/// <summary>
/// What is left of a Gram matrix for an eigensolver: a block for each symbol, and in it each different sample
/// once, with its multiplicity.
/// </summary>
/// <remarks>
/// <para>
/// Samples of different symbols have similarity 0, so the matrix sorted by symbol is block diagonal and its spectrum is the union
/// of those of the blocks. Equal samples have equal rows: where sample i occurs mᵢ times, the block's other eigenvalues are those
/// of √(mᵢmⱼ)·k(i, j) over different samples, and one for each repetition is 0. (With the n × m matrix P of ones that repeats
/// rows, K = P·k·Pᵀ has the non-zero eigenvalues of (PᵀP)^½·k·(PᵀP)^½.) Both are exact.
/// </para>
/// <para>Made once for a similarity: O(n·D) time, 12·n bytes.</para>
/// </remarks>
internal sealed class DistinctBlocks
{
    private readonly Similarity _similarity;
    private readonly int[] _samples;
    private readonly int[] _multiplicities;
    private readonly int[] _starts;

    public DistinctBlocks(Similarity similarity)
    {
        _similarity = similarity;
        Symbols distinct = Distinct(similarity);
        int[] blockOf = new int[distinct.AlphabetSize];
        int[] firstSample = new int[distinct.AlphabetSize];
        for (int sample = similarity.Count - 1; sample >= 0; sample--)
        {
            firstSample[distinct.Codes[sample]] = sample;
            blockOf[distinct.Codes[sample]] = similarity.Partition?.Codes[sample] ?? 0;
        }

        // A counting sort by block; within one, different samples keep the order of their first appearance.
        _starts = new int[(similarity.Partition?.AlphabetSize ?? 1) + 1];
        foreach (int block in blockOf)
            _starts[block + 1]++;
        for (int block = 1; block < _starts.Length; block++)
            _starts[block] += _starts[block - 1];
        _samples = new int[distinct.AlphabetSize];
        _multiplicities = new int[distinct.AlphabetSize];
        int[] next = [.. _starts];
        for (int code = 0; code < blockOf.Length; code++)
        {
            int at = next[blockOf[code]]++;
            _samples[at] = firstSample[code];
            _multiplicities[at] = distinct.Histogram[code];
        }
    }

    public int BlockCount => _starts.Length - 1;

    /// <summary>Gets the number of different samples, over all blocks.</summary>
    public int DistinctCount => _samples.Length;

    public int LargestBlock
    {
        get
        {
            int largest = 0;
            for (int block = 0; block < BlockCount; block++)
                largest = Math.Max(largest, Size(block));
            return largest;
        }
    }

    /// <summary>The number of different samples in a block.</summary>
    public int Size(int block) => _starts[block + 1] - _starts[block];

    public int Start(int block) => _starts[block];

    /// <summary>The different samples of a block, by the index of their first occurrence.</summary>
    public ReadOnlySpan<int> Samples(int block) => _samples.AsSpan(_starts[block], Size(block));

    /// <summary>How often each different sample of a block occurs.</summary>
    public ReadOnlySpan<int> Multiplicities(int block) => _multiplicities.AsSpan(_starts[block], Size(block));

    /// <summary>The different samples of one block as the loops over pairs read them.</summary>
    public PackedSamples<double> Pack(int block, PairLoops<double> loops, EstimationOptions options)
    {
        Samples<double> coordinates = new(_similarity.Coordinates, _similarity.Count, _similarity.Dimension);
        ReadOnlySpan<int> rows = Size(block) == _similarity.Count ? [] : _samples.AsSpan(_starts[block], Size(block));
        return PackedSamples<double>.ForSimilarity(coordinates, rows, 1, loops, options);
    }

    private static Symbols Distinct(Similarity similarity)
    {
        Symbols rows = similarity.Dimension == 0 ? Constant(similarity.Count) : EqualRows(similarity);
        return similarity.Partition is { } partition ? Symbols.Join(rows, partition) : rows;
    }

    // Rows are compared by their bits, so the two zeros, which are equally far from everything, must become one.
    private static Symbols EqualRows(Similarity similarity)
    {
        double[] canonical = new double[similarity.Coordinates.Length];
        for (int i = 0; i < canonical.Length; i++)
            canonical[i] = similarity.Coordinates[i] + 0.0;
        return RowInterner.Intern<double>(canonical, similarity.Dimension);
    }

    private static Symbols Constant(int count) => new(new int[count], count == 0 ? [] : [count]);
}
