namespace MutualInfo.Kernels.Primitives;

/// <summary>The caller's options in the words of <see cref="Parallel"/>.</summary>
internal static class ParallelWork
{
    // Rows that one work item takes: large enough to be worth a hand-over, small enough to stop soon after a cancellation.
    private const int RowsPerItem = 16;

    public static ParallelOptions Options(EstimationOptions options) => new()
    {
        MaxDegreeOfParallelism = options.MaxDegreeOfParallelism,
        CancellationToken = options.CancellationToken,
    };

    /// <summary>Calls an action for every row of an n × n matrix; which thread takes a row is left open, so rows must not share sums.</summary>
    public static void ForRows(int count, EstimationOptions options, Action<int> row)
    {
        int items = (count + RowsPerItem - 1) / RowsPerItem;
        int done = 0;
        Parallel.For(0, items, Options(options), item =>
        {
            int end = Math.Min(count, (item + 1) * RowsPerItem);
            for (int i = item * RowsPerItem; i < end; i++)
            {
                options.CancellationToken.ThrowIfCancellationRequested();
                row(i);
            }

            options.Progress?.Report((double)Interlocked.Increment(ref done) / items);
        });
    }
}
