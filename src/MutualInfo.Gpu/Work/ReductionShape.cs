namespace MutualInfo.Gpu.Work;

/// <summary>Into what pieces a reduction to tridiagonal form is cut on a device.</summary>
/// <param name="Side">The rows and columns of a tile.</param>
/// <param name="PanelWidth">The reflectors whose updates wait until they are applied to the matrix together.</param>
/// <param name="ColumnGroup">The rows of a column that one group of threads takes.</param>
internal readonly record struct ReductionShape(int Side, int PanelWidth, int ColumnGroup)
{
    /// <summary>Four samples a side for each of 16 × 16 threads, and stripes of eight reflectors: what fits registers and shared memory.</summary>
    public static ReductionShape OfGpu { get; } = new(64, 32, 256);

    /// <summary>The emulator has groups of four threads; small pieces also let small matrices meet every border.</summary>
    public static ReductionShape OfEmulator { get; } = new(8, 4, 2);

    /// <summary>The tiles along a matrix of an order.</summary>
    public int Tiles(int order) => (order + Side - 1) / Side;

    /// <summary>The partial sums of the product of a matrix of an order with a vector: one for each row and each tile along it.</summary>
    public long ProductSums(int order) => (long)Tiles(order) * order;

    /// <summary>The tiles on and above the diagonal of a matrix of an order.</summary>
    public int UpperTiles(int order) => Tiles(order) * (Tiles(order) + 1) / 2;
}
