namespace MutualInfo.Significance.Primitives;

/// <summary>Samples dealt at random into blocks whose sizes differ by at most one.</summary>
internal sealed class DealtBlocks
{
    private readonly int[] _blockOf;
    private readonly int _blocks;

    public DealtBlocks(int count, int blocks, ulong seed)
    {
        int[] order = new int[count];
        new RandomStream(seed, 0).Permute(order);
        _blocks = blocks;
        _blockOf = new int[count];
        for (int i = 0; i < count; i++)
            _blockOf[order[i]] = i % blocks;
    }

    /// <summary>The block of each sample.</summary>
    public ReadOnlySpan<int> BlockOf => _blockOf;

    /// <summary>The samples outside one block, ascending.</summary>
    public int[] Without(int block)
    {
        List<int> rows = new(_blockOf.Length);
        for (int row = 0; row < _blockOf.Length; row++)
        {
            if (_blockOf[row] != block)
                rows.Add(row);
        }

        return [.. rows];
    }

    /// <summary>
    /// The jackknife's standard error of an estimate, from its values without each block: √((g − 1)/g·Σ (θⱼ − mean)²).
    /// </summary>
    public double StandardError(ReadOnlySpan<double> withoutEach)
    {
        double mean = 0;
        foreach (double value in withoutEach)
            mean += value / withoutEach.Length;
        return Math.Sqrt((_blocks - 1.0) / _blocks * Spread.Squares(withoutEach, mean));
    }
}
