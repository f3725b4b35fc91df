using MutualInfo.Hardware;
using MutualInfo.Internal;

namespace MutualInfo.Kernels.Primitives;

/// <summary>
/// Σ λᵏ of a Gram matrix for k = 3 and 4 without its eigenvalues: ⟨K², K⟩ and ‖K²‖², from one product of matrices.
/// </summary>
/// <remarks>
/// A product of n³ operations, half of a square of a full matrix, at the speed of the register tile; the reduction of a
/// spectrum takes 4/3·n³ and more.
/// </remarks>
internal static unsafe class PowerTraces
{
    /// <summary>Computes Σ λᵏ of the whole matrix: the sum over its blocks, as traces are.</summary>
    /// <param name="matrix">The blocks; equal samples are merged, which keeps all eigenvalues but zeros.</param>
    /// <param name="power">k, 3 or 4.</param>
    /// <param name="options">Vectors, threads, cancellation, progress.</param>
    /// <exception cref="InsufficientMemoryException">The largest block does not fit.</exception>
    public static double Of(IGramBlocks matrix, int power, EstimationOptions options)
    {
        GramMemory.Require(matrix.Structure.LargestBlock);
        double total = 0;
        for (int block = 0; block < matrix.Structure.BlockCount; block++)
        {
            ReadOnlySpan<int> multiplicities = matrix.Structure.Multiplicities(block);
            EstimationOptions part = ProgressPart.Of(options, block, matrix.Structure.BlockCount);
            total += multiplicities.Length == 1 ? Math.Pow(multiplicities[0], power) : OfBlock(matrix, block, power, part);
        }

        return total;
    }

    private static double OfBlock(IGramBlocks matrix, int block, int power, EstimationOptions options)
    {
        int n = matrix.Structure.Size(block);
        // Rows and columns of zeros to whole panels: they add nothing, and no tile needs a border.
        int padded = SymmetricSquare.Padded(n);
        nint stride = TridiagonalReduction.StrideFor(padded);
        using AlignedBuffer<double> gram = AlignedBuffer<double>.Rent(checked(padded * (int)stride));
        matrix.FillMatrix(block, gram.Span, (int)stride, options with { Progress = null });
        for (int row = 0; row < padded; row++)
            new Span<double>(gram.Pointer + row * stride, padded)[(row < n ? n : 0)..].Clear();
        RepetitionWeights.OnMatrix(gram.Pointer, stride, matrix.Structure.Multiplicities(block));
        return SymmetricSquare.TraceOfPower(gram.Pointer, padded, stride, power, options);
    }
}
