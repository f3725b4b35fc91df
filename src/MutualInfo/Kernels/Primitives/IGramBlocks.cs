namespace MutualInfo.Kernels.Primitives;

/// <summary>The blocks of a Gram matrix, each different sample once, and what fills them in.</summary>
internal interface IGramBlocks
{
    BlockStructure Structure { get; }

    /// <summary>Fills in the lower triangle of a block, with its diagonal.</summary>
    void FillLowerTriangle(int block, Span<double> destination, int stride, EstimationOptions options);

    /// <summary>Fills in a block.</summary>
    void FillMatrix(int block, Span<double> destination, int stride, EstimationOptions options);
}
