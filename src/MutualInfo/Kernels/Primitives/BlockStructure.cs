namespace MutualInfo.Kernels.Primitives;

/// <summary>Which samples differ, how often each occurs, and in which block it lies: a block for each symbol that divides a Gram matrix.</summary>
internal sealed class BlockStructure
{
    private readonly int[] _samples;
    private readonly int[] _multiplicities;
    private readonly int[] _starts;

    /// <summary>Makes the structure in O(n).</summary>
    /// <param name="distinct">A symbol for each different sample; samples of two blocks never share one.</param>
    /// <param name="partition">The symbol of the block of each sample; null for one block.</param>
    public BlockStructure(Symbols distinct, Symbols? partition)
    {
        int[] blockOf = new int[distinct.AlphabetSize];
        int[] firstSample = new int[distinct.AlphabetSize];
        for (int sample = distinct.Count - 1; sample >= 0; sample--)
        {
            firstSample[distinct.Codes[sample]] = sample;
            blockOf[distinct.Codes[sample]] = partition?.Codes[sample] ?? 0;
        }

        // A counting sort by block; within one, different samples keep the order of their first appearance.
        _starts = new int[(partition?.AlphabetSize ?? 1) + 1];
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
}
