namespace MutualInfo.Kernels.Primitives.Device;

/// <summary>The tiles on and above the diagonal of a square of t × t tiles, counted row after row: row 0 has t of them, the last row one.</summary>
internal static class UpperTriangle
{
    /// <summary>How many tiles there are.</summary>
    public static int Count(int tiles) => tiles * (tiles + 1) / 2;

    /// <summary>The row of the tile of an index.</summary>
    /// <remarks>Row r begins at r·t − r(r − 1)/2. The root finds it to rounding, which may be one off at a row's ends.</remarks>
    public static int Row(int index, int tiles)
    {
        double twice = 2.0 * tiles + 1;
        int row = (int)(0.5 * (twice - Math.Sqrt(twice * twice - 8.0 * index)));
        if (index < First(row, tiles))
            row--;
        if (index >= First(row + 1, tiles))
            row++;
        return row;
    }

    /// <summary>The column of the tile of an index, whose row is known.</summary>
    public static int Column(int index, int row, int tiles) => row + index - First(row, tiles);

    // The product of the tiles' number and a row's stays below 2³¹ for matrices that a device holds.
    private static int First(int row, int tiles) => row * tiles - row * (row - 1) / 2;
}
