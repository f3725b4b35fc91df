using System.Numerics;

namespace MutualInfo.Gpu.Work;

/// <summary>What a piece of device memory really takes: pieces are pooled by size, and so come in few sizes.</summary>
internal static class PieceSize
{
    private const long Smallest = 4096;

    /// <summary>Above this, rounding up to a power of two would waste more than another allocation costs: such pieces are not pooled.</summary>
    public const long LargestPooled = 1L << 26;

    /// <summary>The bytes of a piece that holds so many bytes.</summary>
    public static long Of(long bytes) =>
        bytes > LargestPooled ? bytes : (long)BitOperations.RoundUpToPowerOf2((ulong)Math.Max(Smallest, bytes));
}
