namespace MutualInfo.Kernels.Primitives.Reduction;

/// <summary>How a trailing matrix is cut: into square tiles, and its rows of tiles into slots. By its order alone, whatever the threads.</summary>
internal static class TrailingPartition
{
    /// <summary>The order of a tile: one tile and its share of the panels fit the first two levels of cache.</summary>
    public const int Tile = 64;

    /// <summary>The number of rows or columns of tiles; the last may be half a tile.</summary>
    public static int TileRows(int m) => (m + Tile - 1) / Tile;

    /// <summary>The number of slots, each of which sums a W of its own: enough for threads to share, few enough to add up cheaply.</summary>
    public static int SlotCount(int m) => TileRows(m) switch
    {
        < 3 => 1,
        < 8 => 2,
        < 32 => 4,
        < 96 => 8,
        _ => BandWorkspace.MaximumSlots,
    };

    /// <summary>The tile row that a slot does in its turn, or −1: dealt from the longest down, to and fro, so that slots are equally long.</summary>
    public static int TileRow(int m, int slot, int turn)
    {
        int slots = SlotCount(m);
        int place = turn * slots + (turn % 2 == 0 ? slot : slots - 1 - slot);
        return Math.Max(-1, TileRows(m) - 1 - place);
    }
}
