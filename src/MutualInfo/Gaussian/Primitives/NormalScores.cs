namespace MutualInfo.Gaussian.Primitives;

/// <summary>Normal scores: what standard normal numbers of the same ranks would be.</summary>
internal static class NormalScores
{
    /// <summary>
    /// Replaces n numbers by Φ⁻¹(r / (n + 1)), r from 1 to n being the rank, and the mean rank of all that are equal: so neither the
    /// order of the samples nor how a sort treats ties can be seen.
    /// </summary>
    public static void Replace(Span<double> column, EstimationOptions options)
    {
        int n = column.Length;
        double[] sorted = column.ToArray();
        int[] at = new int[n];
        for (int i = 0; i < n; i++)
            at[i] = i;
        sorted.AsSpan().Sort(at.AsSpan());
        options.CancellationToken.ThrowIfCancellationRequested();
        for (int first = 0, next; first < n; first = next)
        {
            for (next = first + 1; next < n && sorted[next] == sorted[first];)
                next++;
            // Ranks first + 1 to next; twice their mean is whole.
            double score = NormalQuantile.OfRatio((long)first + 1 + next, 2 * ((long)n + 1));
            foreach (int i in at.AsSpan(first, next - first))
                column[i] = score;
        }
    }
}
