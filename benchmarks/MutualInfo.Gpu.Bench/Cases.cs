namespace MutualInfo.Gpu.Bench;

/// <summary>The sizes at which a device is verified: around its tiles, and as large as it is quick.</summary>
/// <param name="Sizes">Numbers of samples.</param>
/// <param name="Dimensions">Numbers of features.</param>
/// <param name="Repeated">The samples of what runs ten times.</param>
/// <param name="Batch">The samples of each matrix of a batch.</param>
internal sealed record Cases(int[] Sizes, int[] Dimensions, int Repeated, int[] Batch)
{
    public static Cases OfGpu { get; } = new([1, 2, 3, 63, 64, 65, 128, 257, 1000, 2048, 4096], [1, 2, 7, 8, 9, 100, 784], 777, [64, 1, 500, 3, 500, 1024, 129]);

    public static Cases OfEmulator { get; } = new([1, 2, 7, 8, 9, 30], [1, 9], 10, [3, 1, 20, 9, 20]);

    /// <summary>One size with two tiles along a matrix and three panels: every barrier of 256 threads takes milliseconds.</summary>
    public static Cases OfWideEmulator { get; } = new([70], [9], 3, [3, 1]);
}
