using MutualInfo.Hardware;
using MutualInfo.Internal;

namespace MutualInfo.Kernels.Primitives;

/// <summary>
/// The spectra of all blocks of one or more Gram matrices: a block that is more than half of the work on all cores,
/// the others one to a core.
/// </summary>
internal sealed unsafe class BlockSpectra : IPartitionedWork
{
    private readonly EstimationOptions _options;
    private readonly Block[] _large;
    private readonly Block[] _small;
    private readonly double _work;
    private readonly Lock _reporting = new();
    private double _done;

    private BlockSpectra(IReadOnlyList<IGramBlocks> matrices, double[][] eigenvalues, EstimationOptions options)
    {
        _options = options;
        Block[] all = [.. matrices.SelectMany((matrix, i) => Enumerable.Range(0, matrix.Structure.BlockCount).Select(block => new Block(matrix, block, eigenvalues[i])))];
        _work = Math.Max(1, all.Sum(block => block.Work));
        _large = [.. all.Where(block => block.Work > _work / 2)];
        // Largest first, so that no core is left with a large one when the others are done.
        _small = [.. all.Where(block => block.Work <= _work / 2).OrderByDescending(block => block.Size)];
    }

    /// <summary>
    /// Computes all eigenvalues that are not zero by structure: one for each different sample, block after block.
    /// </summary>
    /// <param name="matrices">The blocks of each matrix.</param>
    /// <param name="eigenvalues">Receives the eigenvalues of each matrix, in no order.</param>
    /// <param name="options">Vectors, threads, cancellation, progress.</param>
    /// <exception cref="InsufficientMemoryException">The largest block does not fit.</exception>
    public static void Compute(IReadOnlyList<IGramBlocks> matrices, double[][] eigenvalues, EstimationOptions options)
    {
        foreach (IGramBlocks matrix in matrices)
            GramMemory.Require(matrix.Structure.LargestBlock);
        BlockSpectra spectra = new(matrices, eigenvalues, options);
        foreach (Block block in spectra._large)
        {
            spectra._done = block.Work / spectra._work;
            IProgress<double>? progress = options.Progress is { } whole ? new ProgressShare(whole, spectra._done) : null;
            Solve(block, options with { Progress = progress });
        }

        WorkerTeam.Shared.Run(spectra, spectra._small.Length, options);
    }

    public void Execute(int part)
    {
        Solve(_small[part], _options with { Progress = null });
        if (_options.Progress is not { } progress)
            return;
        lock (_reporting)
        {
            _done += _small[part].Work / _work;
            progress.Report(_done);
        }
    }

    private static void Solve(Block block, EstimationOptions options)
    {
        int size = block.Size;
        Span<double> destination = block.Eigenvalues.AsSpan(block.Matrix.Structure.Start(block.Index), size);
        ReadOnlySpan<int> multiplicities = block.Matrix.Structure.Multiplicities(block.Index);
        if (size == 0)
            return;
        if (size == 1)
        {
            destination[0] = multiplicities[0];
            return;
        }

        nint stride = TridiagonalReduction.StrideFor(size);
        using AlignedBuffer<double> gram = AlignedBuffer<double>.Rent(checked(size * (int)stride));
        block.Matrix.FillLowerTriangle(block.Index, gram.Span, (int)stride, options with { Progress = null });
        RepetitionWeights.OnLowerTriangle(gram.Pointer, stride, multiplicities);
        DenseSpectrum.OfLowerTriangle(gram.Pointer, size, stride, destination, options);
    }

    private sealed record Block(IGramBlocks Matrix, int Index, double[] Eigenvalues)
    {
        public int Size => Matrix.Structure.Size(Index);

        public double Work => Math.Pow(Size, 3);
    }
}
