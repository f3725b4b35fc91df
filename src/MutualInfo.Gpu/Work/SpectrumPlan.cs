using System.Globalization;

namespace MutualInfo.Gpu.Work;

/// <summary>Cuts pending matrices into batches that the memory of the device holds, before anything is allocated there.</summary>
internal static class SpectrumPlan
{
    // Weights, two working vectors, two of the tridiagonal matrix, and the eigenvalues.
    private const int VectorsBesideMatrix = 6;

    // A launch has groups for the largest matrix of its batch in every matrix; those of much smaller ones would find nothing to do.
    private const int LeastShareOfLargest = 4;

    // The second dimension of a launch.
    private const int MostMatrices = 65_535;

    /// <summary>The bytes that a matrix takes on the device, with all that its reduction works on.</summary>
    public static long Bytes(WeightedGram matrix, ReductionShape shape)
    {
        long n = matrix.Size;
        long vectors = n * (matrix.Dimension + VectorsBesideMatrix + 2 * shape.PanelWidth);
        return 8 * (n * n + shape.ProductSums(matrix.Size) + shape.UpperTiles(matrix.Size) + vectors);
    }

    /// <summary>Cuts matrices into batches of like orders, the largest matrices first, each batch within the given bytes.</summary>
    /// <exception cref="InsufficientMemoryException">One matrix alone is too large.</exception>
    public static IReadOnlyList<IReadOnlyList<WeightedGram>> Batches(
        IEnumerable<WeightedGram> matrices, ReductionShape shape, long freeBytes, string device)
    {
        List<IReadOnlyList<WeightedGram>> batches = [];
        List<WeightedGram> batch = [];
        long taken = 0;
        foreach (WeightedGram matrix in matrices.OrderByDescending(matrix => matrix.Size))
        {
            long bytes = Bytes(matrix, shape);
            if (bytes > freeBytes)
                Refuse(matrix.Size, bytes, freeBytes, device);
            bool isFull = taken + bytes > freeBytes || batch.Count == MostMatrices;
            if (batch.Count > 0 && (isFull || batch[0].Size > LeastShareOfLargest * matrix.Size))
            {
                batches.Add(batch);
                batch = [];
                taken = 0;
            }

            batch.Add(matrix);
            taken += bytes;
        }

        if (batch.Count > 0)
            batches.Add(batch);
        return batches;
    }

    /// <summary>Says what a Gram matrix would need.</summary>
    public static void Refuse(int n, long bytes, long freeBytes, string device) => throw new InsufficientMemoryException(string.Create(
        CultureInfo.InvariantCulture,
        $"A Gram matrix of {n} different samples needs {bytes:N0} bytes on {device}, which has {freeBytes:N0} free. Use order 2 or kernel density, which store no matrix; a subsample; or CpuBackend."));
}
