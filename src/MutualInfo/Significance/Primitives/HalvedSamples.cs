namespace MutualInfo.Significance.Primitives;

/// <summary>
/// All the subsamples of an extrapolation: for every shuffle the samples in 2, 4, … disjoint parts; and the same, all samples
/// included, without each block of a jackknife.
/// </summary>
internal sealed class HalvedSamples
{
    /// <summary>The number of the block that stands for leaving out none.</summary>
    public const int NoBlock = -1;

    private readonly int[][] _places;
    private readonly List<Part> _parts = [];
    private readonly int _halvings;

    public HalvedSamples(int count, int halvings, int shuffles, int blocks, ulong seed)
    {
        _halvings = halvings;
        Dealt = new DealtBlocks(count, blocks, seed);
        _places = new int[shuffles][];
        for (int shuffle = 0; shuffle < shuffles; shuffle++)
        {
            _places[shuffle] = new int[count];
            new RandomStream(seed, (ulong)shuffle + 1).Permute(_places[shuffle]);
        }

        for (int block = NoBlock; block < blocks; block++)
            AddParts(block, shuffles);
    }

    /// <summary>Gets the blocks of the jackknife.</summary>
    public DealtBlocks Dealt { get; }

    /// <summary>Gets the number of subsamples.</summary>
    public int Count => _parts.Count;

    /// <summary>The samples of a subsample, ascending.</summary>
    public int[] Rows(int index)
    {
        Part part = _parts[index];
        int[] places = _places[part.Shuffle];
        ReadOnlySpan<int> blockOf = Dealt.BlockOf;
        // Every 2^level-th place: the parts of one level are disjoint, and those of the next are halves of them.
        int mask = (1 << part.Level) - 1;
        List<int> rows = new(places.Length >> part.Level);
        for (int row = 0; row < places.Length; row++)
        {
            if ((places[row] & mask) == part.Number && blockOf[row] != part.Block)
                rows.Add(row);
        }

        return [.. rows];
    }

    /// <summary>The mean estimates of n, n/2, … samples without one block.</summary>
    /// <param name="nats">The estimates of all subsamples.</param>
    /// <param name="block">The block that was left out.</param>
    /// <param name="all">The estimate of all samples, where no block was left out.</param>
    public double[] Means(double[] nats, int block, double all)
    {
        double[] sums = new double[_halvings + 1];
        int[] counts = new int[_halvings + 1];
        for (int i = 0; i < nats.Length; i++)
        {
            if (_parts[i].Block != block)
                continue;
            sums[_parts[i].Level] += nats[i];
            counts[_parts[i].Level]++;
        }

        double[] means = new double[_halvings + 1];
        for (int level = 0; level < means.Length; level++)
            means[level] = counts[level] == 0 ? all : sums[level] / counts[level];
        return means;
    }

    // With no block left out, all samples have been estimated already.
    private void AddParts(int block, int shuffles)
    {
        if (block != NoBlock)
            _parts.Add(new Part(block, 0, 0, 0));
        for (int level = 1; level <= _halvings; level++)
        {
            for (int shuffle = 0; shuffle < shuffles; shuffle++)
            {
                for (int number = 0; number < 1 << level; number++)
                    _parts.Add(new Part(block, level, shuffle, number));
            }
        }
    }

    private readonly record struct Part(int Block, int Level, int Shuffle, int Number);
}
