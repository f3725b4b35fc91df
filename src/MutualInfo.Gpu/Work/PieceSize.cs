using System.Numerics;

namespace MutualInfo.Gpu.Work;

/// <summary>What a piece of device memory really takes: pieces are pooled by size, and so come in few sizes.</summary>
internal static class PieceSize
{
    private const long Smallest = 4096;

    /// <summary>Above this another allocation costs little beside the work on so many numbers: such pieces are not pooled.</summary>
    public const long LargestPooled = 1L << 26;

    /// <summary>The bytes of a piece that holds so many bytes.</summary>
    /// <remarks>Eight sizes between a power of two and the next: few enough to be met again, and at most an eighth is wasted.</remarks>
    public static long Of(long bytes)
    {
        if (bytes > LargestPooled)
            return bytes;
        long step = Math.Max(Smallest, (long)BitOperations.RoundUpToPowerOf2((ulong)bytes) / 16);
        return Math.Max(1, (bytes + step - 1) / step) * step;
    }
}
