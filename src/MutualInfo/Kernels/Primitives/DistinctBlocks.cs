using MutualInfo.Discrete.Primitives;
using MutualInfo.Hardware;

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
internal sealed class DistinctBlocks : IGramBlocks
{
    private readonly Similarity _similarity;

    public DistinctBlocks(Similarity similarity)
    {
        _similarity = similarity;
        Structure = new BlockStructure(Distinct(similarity), similarity.Partition);
    }

    public BlockStructure Structure { get; }

    public int BlockCount => Structure.BlockCount;

    /// <inheritdoc cref="BlockStructure.DistinctCount"/>
    public int DistinctCount => Structure.DistinctCount;

    public int LargestBlock => Structure.LargestBlock;

    /// <inheritdoc cref="BlockStructure.Size"/>
    public int Size(int block) => Structure.Size(block);

    public int Start(int block) => Structure.Start(block);

    /// <inheritdoc cref="BlockStructure.Samples"/>
    public ReadOnlySpan<int> Samples(int block) => Structure.Samples(block);

    /// <inheritdoc cref="BlockStructure.Multiplicities"/>
    public ReadOnlySpan<int> Multiplicities(int block) => Structure.Multiplicities(block);

    /// <summary>The different samples of one block as the loops over pairs read them.</summary>
    public PackedSamples<double> Pack(int block, PairLoops<double> loops, EstimationOptions options)
    {
        Samples<double> coordinates = new(_similarity.Coordinates, _similarity.Count, _similarity.Dimension);
        ReadOnlySpan<int> rows = Size(block) == _similarity.Count ? [] : Samples(block);
        return PackedSamples<double>.ForSimilarity(coordinates, rows, 1, loops, options);
    }

    public void FillLowerTriangle(int block, Span<double> destination, int stride, EstimationOptions options)
    {
        PairLoops<double> loops = PairLoops.Double(options.VectorPath());
        using PackedSamples<double> packed = Pack(block, loops, options);
        GaussianPairs.LowerTriangle(packed.Panels, destination, stride, loops, options);
    }

    public void FillMatrix(int block, Span<double> destination, int stride, EstimationOptions options)
    {
        PairLoops<double> loops = PairLoops.Double(options.VectorPath());
        using PackedSamples<double> packed = Pack(block, loops, options);
        GaussianPairs.Matrix(packed.Panels, destination, stride, loops, options);
    }

    /// <summary>A symbol for each different sample.</summary>
    public static Symbols Distinct(Similarity similarity)
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
