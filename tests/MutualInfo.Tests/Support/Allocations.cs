namespace MutualInfo.Tests.Support;

/// <summary>What calls allocate on this thread.</summary>
internal static class Allocations
{
    private const int Attempts = 5;

    /// <summary>The least of five attempts: a collection, which other tests may cause, can empty the pool in between.</summary>
    public static long Least(Action calls)
    {
        long least = long.MaxValue;
        for (int attempt = 0; attempt < Attempts && least > 0; attempt++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            calls();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
