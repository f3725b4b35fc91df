using MutualInfo.Kernels;

namespace MutualInfo.Gpu.Work;

/// <summary>The blocks of Gram matrices that a call leaves to the device.</summary>
internal sealed class PendingGrams
{
    private readonly List<WeightedGram> _matrices = [];

    /// <summary>Adds the blocks of a similarity. One of a single different sample has one eigenvalue, its multiplicity, and needs no device.</summary>
    /// <param name="similarity">The similarity.</param>
    /// <param name="eigenvalues">Receives its eigenvalues: those of single samples now, the others when the device has found them.</param>
    public void Add(Similarity similarity, double[] eigenvalues)
    {
        for (int block = 0; block < similarity.Blocks.BlockCount; block++)
        {
            int size = similarity.Blocks.Size(block);
            if (size == 1)
                eigenvalues[similarity.Blocks.Start(block)] = similarity.Blocks.Multiplicities(block)[0];
            else if (size > 1)
                _matrices.Add(new WeightedGram(similarity, block, eigenvalues));
        }
    }

    /// <summary>Cuts them into batches that the device has room for.</summary>
    /// <exception cref="InsufficientMemoryException">One matrix alone is too large.</exception>
    public IReadOnlyList<IReadOnlyList<WeightedGram>> Batches(IGpuEngine engine, string device)
    {
        ReductionShape shape = engine.Shape;
        long needed = _matrices.Count == 0 ? 0 : _matrices.Max(matrix => SpectrumPlan.Bytes(matrix, shape));
        return SpectrumPlan.Batches(_matrices, shape, FreeMemory.For(engine, needed), device);
    }
}
