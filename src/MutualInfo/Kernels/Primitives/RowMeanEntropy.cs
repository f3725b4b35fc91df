namespace MutualInfo.Kernels.Primitives;

/// <summary>The entropy of kernel density: −(1/n) Σ ln(rᵢ/n) over the row sums r of the Gram matrix.</summary>
internal static class RowMeanEntropy
{
    public static double Nats(ReadOnlySpan<double> rowSums)
    {
        // Every row contains k(x, x) = 1, so its sum is at least 1 and the logarithm is safe. Each term is 0 or more; the sum divided
        // last gives exactly 0 for a constant and exactly ln n, to one rounding, for distinct samples.
        double n = rowSums.Length;
        double sum = 0;
        double compensation = 0;
        foreach (double rowSum in rowSums)
        {
            double term = Math.Log(n / rowSum) - compensation;
            double next = sum + term;
            compensation = next - sum - term;
            sum = next;
        }

        return sum / n;
    }
}
