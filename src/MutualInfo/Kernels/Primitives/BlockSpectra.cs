using System.Numerics.Tensors;
using MutualInfo.Hardware;
using MutualInfo.Internal;

namespace MutualInfo.Kernels.Primitives;

/// <summary>The spectra of the blocks of a Gram matrix: a block that is more than half of the work on all cores, the others one to a core.</summary>
internal sealed unsafe class BlockSpectra : IPartitionedWork
{
    private readonly DistinctBlocks _blocks;
    private readonly double[] _eigenvalues;
    private readonly EstimationOptions _options;
    private readonly int[] _small;
    private readonly double _work;
    private readonly Lock _reporting = new();
    private double _done;

    private BlockSpectra(DistinctBlocks blocks, double[] eigenvalues, EstimationOptions options)
    {
        _blocks = blocks;
        _eigenvalues = eigenvalues;
        _options = options;
        for (int block = 0; block < blocks.BlockCount; block++)
            _work += Cube(block);
        // Largest first, so that no core is left with a large one when the others are done.
        _small = [.. Enumerable.Range(0, blocks.BlockCount).Where(block => Cube(block) <= _work / 2).OrderByDescending(blocks.Size)];
    }

    /// <summary>Computes all eigenvalues that are not zero by structure, one for each different sample, block after block.</summary>
    /// <exception cref="InsufficientMemoryException">The largest block does not fit.</exception>
    public static void Compute(DistinctBlocks blocks, double[] eigenvalues, EstimationOptions options)
    {
        GramMemory.Require(blocks.LargestBlock);
        BlockSpectra spectra = new(blocks, eigenvalues, options);
        for (int block = 0; block < blocks.BlockCount; block++)
        {
            if (spectra.Cube(block) > spectra._work / 2)
                spectra.Solve(block, options with { Progress = spectra.ProgressOf(block) });
        }

        WorkerTeam.Shared.Run(spectra, spectra._small.Length, options);
    }

    public void Execute(int part)
    {
        int block = _small[part];
        Solve(block, _options with { Progress = null });
        if (_options.Progress is not { } progress)
            return;
        lock (_reporting)
        {
            _done += Cube(block) / _work;
            progress.Report(_done);
        }
    }

    private double Cube(int block) => Math.Pow(_blocks.Size(block), 3);

    // The large block is solved first, from 0 to its share of the whole.
    private ProgressShare? ProgressOf(int block)
    {
        _done = Cube(block) / _work;
        return _options.Progress is { } progress ? new ProgressShare(progress, _done) : null;
    }

    private void Solve(int block, EstimationOptions options)
    {
        int size = _blocks.Size(block);
        Span<double> destination = _eigenvalues.AsSpan(_blocks.Start(block), size);
        ReadOnlySpan<int> multiplicities = _blocks.Multiplicities(block);
        if (size == 1)
        {
            destination[0] = multiplicities[0];
            return;
        }

        nint stride = TridiagonalReduction.StrideFor(size);
        using AlignedBuffer<double> gram = AlignedBuffer<double>.Rent(size * (int)stride);
        PairLoops<double> loops = PairLoops.Double(options.VectorPath());
        EstimationOptions quiet = options with { Progress = null };
        using (PackedSamples<double> packed = _blocks.Pack(block, loops, quiet))
            GaussianPairs.LowerTriangle(packed.Panels, gram.Span, (int)stride, loops, quiet);
        Weigh(gram.Pointer, stride, multiplicities);
        DenseSpectrum.OfLowerTriangle(gram.Pointer, size, stride, destination, options);
    }

    /// <summary>Multiplies entry (i, j) by √(mᵢmⱼ).</summary>
    private static void Weigh(double* gram, nint stride, ReadOnlySpan<int> multiplicities)
    {
        if (!multiplicities.ContainsAnyExcept(1))
            return;
        using AlignedBuffer<double> roots = AlignedBuffer<double>.Rent(multiplicities.Length);
        for (int i = 0; i < multiplicities.Length; i++)
            roots.Span[i] = Math.Sqrt(multiplicities[i]);
        for (int i = 0; i < multiplicities.Length; i++)
        {
            Span<double> row = new(gram + i * stride, i + 1);
            TensorPrimitives.Multiply(row, roots.Span[..(i + 1)], row);
            TensorPrimitives.Multiply(row, roots.Span[i], row);
            // √m·√m rounds; the trace is kept exactly.
            row[i] = multiplicities[i];
        }
    }
}
