using System.Numerics.Tensors;

namespace MutualInfo.Kernels.Primitives;

/// <summary>All eigenvalues of a real symmetric matrix, no vectors: Householder tridiagonalisation, then implicit QL.</summary>
/// <remarks>Accurate to a small multiple of n·ε·‖A‖. O(n³) time; works in place on n² doubles.</remarks>
internal static class SymmetricSpectrum
{
    /// <summary>The eigenvalues of the Gram matrix exp(−½‖uᵢ − uⱼ‖²), ascending.</summary>
    public static void OfGram(PairPanels<double> panels, PairLoops<double> loops, Span<double> destination, EstimationOptions options)
    {
        int n = panels.Count;
        double[] matrix = new double[n * n];
        GaussianPairs.LowerTriangle(panels, matrix, n, loops, options with { Progress = null });
        EigenvaluesInPlace(matrix, n, destination, options);
    }

    /// <summary>The eigenvalues of a symmetric matrix, n × n, row-major, which is overwritten, from its lower triangle. Ascending.</summary>
    public static void EigenvaluesInPlace(double[] matrix, int n, Span<double> destination, EstimationOptions options)
    {
        if (n == 0)
            return;
        Span<double> used = matrix.AsSpan(0, n * n);
        double largest = Math.Abs(TensorPrimitives.MaxMagnitude<double>(used));
        if (largest == 0)
        {
            destination[..n].Clear();
            return;
        }

        // Scaled by a power of two, which changes no digit, so that squares of huge or tiny entries neither overflow nor vanish.
        int exponent = Math.ILogB(largest);
        Scale(used, -exponent);
        double[] diagonal = new double[n];
        double[] offDiagonal = new double[n];
        Tridiagonalization.Reduce(matrix, n, diagonal, offDiagonal, options);
        ImplicitQl.Eigenvalues(diagonal, offDiagonal, options.CancellationToken);
        Array.Sort(diagonal);
        Scale(diagonal, exponent);
        diagonal.CopyTo(destination);
    }

    private static void Scale(Span<double> values, int exponent)
    {
        // 2^exponent itself can be out of range, so it is applied in two halves.
        int half = exponent / 2;
        TensorPrimitives.Multiply(values, Math.ScaleB(1, half), values);
        TensorPrimitives.Multiply(values, Math.ScaleB(1, exponent - half), values);
    }
}
