using System.Globalization;

namespace MutualInfo.Gpu.Work;

/// <summary>Cuts pending matrices into batches that the memory of the device holds, before anything is allocated there.</summary>
internal static class SpectrumPlan
{
    // Coordinates, weights, three working vectors, two of the tridiagonal matrix, and the eigenvalues.
    private const int VectorsBesideMatrix = 8;

    /// <summary>The bytes that a matrix takes on the device.</summary>
    public static long Bytes(WeightedGram matrix) => 8 * ((long)matrix.Size * matrix.Size + (long)matrix.Size * (matrix.Dimension + VectorsBesideMatrix));

    /// <summary>Cuts matrices into batches, the largest matrices first, each batch within the given bytes.</summary>
    /// <exception cref="InsufficientMemoryException">One matrix alone is too large.</exception>
    public static IReadOnlyList<IReadOnlyList<WeightedGram>> Batches(IEnumerable<WeightedGram> matrices, long freeBytes, string device)
    {
        List<IReadOnlyList<WeightedGram>> batches = [];
        List<WeightedGram> batch = [];
        long taken = 0;
        foreach (WeightedGram matrix in matrices.OrderByDescending(matrix => matrix.Size))
        {
            long bytes = Bytes(matrix);
            if (bytes > freeBytes)
                Refuse(matrix.Size, bytes, freeBytes, device);
            if (taken + bytes > freeBytes)
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
