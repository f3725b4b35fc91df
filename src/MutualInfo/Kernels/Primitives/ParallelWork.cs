using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives;

/// <summary>Work row by row over the team, some rows to a part.</summary>
internal static class ParallelWork
{
    // Rows in a part: large enough to be worth a hand-over, small enough to stop soon after a cancellation.
    private const int RowsPerPart = 16;

    /// <summary>Calls the body once for each row, and reports the share that is done.</summary>
    /// <exception cref="OperationCanceledException">The token of the options was cancelled.</exception>
    public static void ForRows(int count, EstimationOptions options, Action<int> row)
    {
        int parts = (count + RowsPerPart - 1) / RowsPerPart;
        int done = 0;
        EachPart.Run(parts, options, part =>
        {
            int end = Math.Min(count, (part + 1) * RowsPerPart);
            for (int i = part * RowsPerPart; i < end; i++)
            {
                options.CancellationToken.ThrowIfCancellationRequested();
                row(i);
            }

            options.Progress?.Report((double)Interlocked.Increment(ref done) / parts);
        });
    }
}
