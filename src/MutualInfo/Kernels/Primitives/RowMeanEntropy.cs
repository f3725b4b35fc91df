namespace MutualInfo.Kernels.Primitives;

/// <summary>The entropy of kernel density: −(1/n) Σ ln(rᵢ/n) over the row sums r of the Gram matrix.</summary>
internal static class RowMeanEntropy
{
    public static double Nats(ReadOnlySpan<double> rowSums)
    {
        // Every row contains k(x, x) = 1, so its sum is at least 1 and the logarithm is safe. Each term is 0 or more; the sum
        // divided last gives exactly 0 for a constant and exactly ln n, to one rounding, for distinct samples.
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

    /// <summary>The mean of all similarities but those of samples to themselves, Σ (rᵢ − 1) / n(n − 1); n is 2 or more.</summary>
    public static double MeanSimilarity(ReadOnlySpan<double> rowSums)
    {
        double sum = 0;
        foreach (double rowSum in rowSums)
            sum += rowSum - 1;
        return sum / ((double)rowSums.Length * (rowSums.Length - 1));
    }
}
