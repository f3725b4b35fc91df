using System.Globalization;

namespace MutualInfo.Kernels.Primitives;

/// <summary>Says no to a Gram matrix that cannot fit, before anything is allocated.</summary>
internal static class GramMemory
{
    /// <summary>Requires room for one n × n matrix of doubles.</summary>
    public static void Require(int n)
    {
        long bytes = 8L * n * n;
        long limit = MatrixMemory.Limit;
        if (bytes <= limit)
            return;
        throw new InsufficientMemoryException(string.Create(
            CultureInfo.InvariantCulture,
            $"A Gram matrix of {n} samples needs {bytes:N0} bytes; at most {limit:N0} can be had here. Use order 2 or kernel density, which store no matrix; MatrixRenyiEstimator.Enclose, which bounds any order by a matrix of low rank; or a subsample."));
    }
}
