using MutualInfo.Hardware;

namespace MutualInfo.Discrete.Primitives;

/// <summary>
/// How many threads share the rows, and which rows each takes. Counts are whole numbers: no partition can change them.
/// </summary>
internal static class RowWorkers
{
    // About 0.1 ms of counting: below it, another thread costs more than it does.
    private const long BytesPerWorker = 1 << 18;

    /// <summary>The threads worth waking for rows of so many bytes in all, at most what the options allow.</summary>
    public static int For(long bytes, EstimationOptions options)
    {
        int allowed = options.MaxDegreeOfParallelism == -1 ? Environment.ProcessorCount : options.MaxDegreeOfParallelism;
        return (int)Math.Clamp(bytes / BytesPerWorker, 1, allowed);
    }

    /// <summary>Where the share of a worker begins; the share of the last one ends at <paramref name="count"/>.</summary>
    public static int StartOf(int worker, int workers, int count) => (int)((long)count * worker / workers);

    /// <summary>Runs a part of the work for every worker, and returns when all have ended.</summary>
    public static void Run(int workers, EstimationOptions options, Action<int> work) => EachPart.Run(workers, options, work);
}
