using System.Numerics.Tensors;
using MutualInfo.Internal;
using MutualInfo.Kernels.Primitives;

namespace MutualInfo.Kernels;

/// <summary>Gram matrices and spectra on the CPU, in SIMD and on all cores. In double precision, whatever the type of the samples.</summary>
public sealed class CpuBackend : IComputeBackend
{
    private CpuBackend()
    {
    }

    /// <summary>Gets the one instance, which holds no state.</summary>
    public static CpuBackend Shared { get; } = new();

    /// <inheritdoc/>
    public string Name => "CPU";

    /// <inheritdoc/>
    public void RowSums(Similarity similarity, Span<double> destination, EstimationOptions options)
    {
        ArgumentNullException.ThrowIfNull(similarity);
        ArgumentNullException.ThrowIfNull(options);
        RequireRoom(similarity, destination);
        double[] sums = RowSums(similarity, -0.5, options);
        sums.CopyTo(destination);
    }

    /// <inheritdoc/>
    public double SquaredNorm(Similarity similarity, EstimationOptions options)
    {
        ArgumentNullException.ThrowIfNull(similarity);
        ArgumentNullException.ThrowIfNull(options);
        // k² is the Gaussian of twice the exponent; the delta similarity is its own square.
        return OrderedSum.Of(RowSums(similarity, -1, options));
    }

    /// <inheritdoc/>
    public void Spectrum(Similarity similarity, Span<double> destination, EstimationOptions options)
    {
        ArgumentNullException.ThrowIfNull(similarity);
        ArgumentNullException.ThrowIfNull(options);
        RequireRoom(similarity, destination);
        double[] eigenvalues = new double[similarity.Count];
        ClassBlocks blocks = new(similarity);
        if (similarity.Dimension == 0)
        {
            ConstantBlocks(blocks, eigenvalues);
        }
        else
        {
            GramMemory.Require(blocks);
            for (int block = 0; block < blocks.BlockCount; block++)
            {
                EstimationOptions part = ProgressPart.Of(options, block, blocks.BlockCount);
                SymmetricSpectrum.OfGram(blocks.Distances(block), eigenvalues.AsSpan(blocks.Start(block), blocks.Size(block)), part);
            }
        }

        Array.Sort(eigenvalues);
        TensorPrimitives.Divide(eigenvalues, similarity.Count, destination);
    }

    private static double[] RowSums(Similarity similarity, double exponent, EstimationOptions options)
    {
        double[] sums = new double[similarity.Count];
        ClassBlocks blocks = new(similarity);
        for (int block = 0; block < blocks.BlockCount; block++)
        {
            ReadOnlySpan<int> rows = blocks.Rows(block);
            double[] own = new double[rows.Length];
            if (similarity.Dimension == 0 || rows.Length == 1)
                Array.Fill(own, rows.Length);
            else
                GaussianRows.Sums(blocks.Distances(block), exponent, own, ProgressPart.Of(options, block, blocks.BlockCount));
            for (int i = 0; i < rows.Length; i++)
                sums[rows[i]] = own[i];
        }

        return sums;
    }

    // A block of ones has one eigenvalue, its size, and else zeros.
    private static void ConstantBlocks(ClassBlocks blocks, double[] eigenvalues)
    {
        for (int block = 0; block < blocks.BlockCount; block++)
            eigenvalues[blocks.Start(block)] = blocks.Size(block);
    }

    private static void RequireRoom(Similarity similarity, Span<double> destination)
    {
        if (destination.Length < similarity.Count)
        {
            Throw.Invalid(
                nameof(destination), $"destination has room for {destination.Length} numbers; {similarity.Count} are needed, one for each sample.");
        }
    }
}
