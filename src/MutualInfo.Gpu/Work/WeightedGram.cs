using MutualInfo.Kernels;
using MutualInfo.Kernels.Primitives;

namespace MutualInfo.Gpu.Work;

/// <summary>
/// One matrix whose eigenvalues are asked for: a block of a Gram matrix with each different sample once, weighted by √(mᵢmⱼ) for its
/// repetitions, and divided by a power of two so that no entry exceeds 1.
/// </summary>
internal sealed class WeightedGram
{
    private readonly double[] _eigenvalues;
    private readonly int _start;

    public WeightedGram(Similarity similarity, int block, double[] eigenvalues)
    {
        DistinctBlocks blocks = similarity.Blocks;
        _eigenvalues = eigenvalues;
        _start = blocks.Start(block);
        Size = blocks.Size(block);
        Dimension = similarity.Dimension;
        Coordinates = GroupedSamples.Gather(similarity, blocks.Samples(block));
        ReadOnlySpan<int> multiplicities = blocks.Multiplicities(block);
        int most = 1;
        foreach (int multiplicity in multiplicities)
            most = Math.Max(most, multiplicity);
        Scale = Math.ScaleB(1, Math.ILogB(most) + 1);
        Weights = new double[Size];
        for (int i = 0; i < Size; i++)
            Weights[i] = Math.Sqrt(multiplicities[i] / Scale);
    }

    /// <summary>Gets the order of the matrix.</summary>
    public int Size { get; }

    public int Dimension { get; }

    /// <summary>Gets the coordinates of its samples, row-major.</summary>
    public double[] Coordinates { get; }

    /// <summary>Gets the root of each sample's share: entry (i, j) is the product of two with the similarity.</summary>
    public double[] Weights { get; }

    /// <summary>Gets what the eigenvalues of the matrix are multiplied by to be those of the Gram matrix.</summary>
    public double Scale { get; }

    /// <summary>Takes the eigenvalues as the device found them.</summary>
    public void Keep(ReadOnlySpan<double> found)
    {
        for (int i = 0; i < Size; i++)
            _eigenvalues[_start + i] = found[i] * Scale;
    }
}
