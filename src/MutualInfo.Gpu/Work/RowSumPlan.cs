using System.Globalization;

namespace MutualInfo.Gpu.Work;

/// <summary>The rows of one tile, and the columns that they meet: all samples of their symbol.</summary>
internal readonly record struct RowStripe(int FirstRow, int FirstColumn, int End)
{
    /// <summary>Where the columns of a share begin. Shares are whole tiles; the last ones may be left without any.</summary>
    public int StartOfShare(int share, int shares, int side) => FirstColumn + share * ColumnsOfShare(shares, side);

    /// <summary>Where the columns of a share end.</summary>
    public int EndOfShare(int share, int shares, int side) => Math.Min(StartOfShare(share + 1, shares, side), End);

    private int ColumnsOfShare(int shares, int side)
    {
        int tiles = (End - FirstColumn + side - 1) / side;
        return (tiles + shares - 1) / shares * side;
    }
}

/// <summary>How the pairs of a similarity are cut into groups of threads that add up rows, and the memory that takes: O(n) beside the samples.</summary>
/// <remarks>By the samples alone, so that the order of the sums depends on nothing else.</remarks>
internal sealed class RowSumPlan
{
    /// <summary>The bandwidths of one pass over the pairs.</summary>
    public const int MostWidths = 4;

    // Enough groups for the multiprocessors of a large device; more shares cost memory and a pass over them.
    private const int WantedGroups = 2048;
    private const int MostShares = 32;

    private const int BytesOfStripe = 3 * sizeof(int);

    private readonly int _side;

    /// <summary>Makes the plan of one pass.</summary>
    /// <param name="samples">The samples, at least one, of one dimension or more.</param>
    /// <param name="precision">That of the samples on the device.</param>
    /// <param name="side">The samples of one side of a tile.</param>
    /// <param name="widths">For how many bandwidths sums are asked: 1, or <see cref="MostWidths"/>.</param>
    public RowSumPlan(GroupedSamples samples, GpuPrecision precision, int side, int widths)
    {
        Precision = precision;
        Samples = samples;
        Widths = widths;
        _side = side;
        List<RowStripe> stripes = [];
        int mostTiles = 1;
        for (int group = 0; group + 1 < samples.Starts.Length; group++)
        {
            (int start, int end) = (samples.Starts[group], samples.Starts[group + 1]);
            mostTiles = Math.Max(mostTiles, (end - start + side - 1) / side);
            for (int row = start; row < end; row += side)
                stripes.Add(new RowStripe(row, start, end));
        }

        Stripes = [.. stripes];
        Shares = Math.Clamp(WantedGroups / Stripes.Length, 1, Math.Min(MostShares, mostTiles));
    }

    public GroupedSamples Samples { get; }

    /// <summary>Gets the precision of the samples on the device, and of what is computed of each pair.</summary>
    public GpuPrecision Precision { get; }

    /// <summary>Gets for how many bandwidths sums are asked.</summary>
    public int Widths { get; }

    /// <summary>Gets the rows of every tile.</summary>
    public RowStripe[] Stripes { get; }

    /// <summary>Gets into how many shares the columns of a stripe are cut, each with sums of its own.</summary>
    public int Shares { get; }

    /// <summary>Gets the numbers of the sums over single shares.</summary>
    public long PartialCount => (long)Samples.Count * Shares * Widths;

    /// <summary>Gets the bytes of device memory: samples, stripes, the sums of the shares and the whole ones.</summary>
    public long Bytes =>
        PieceSize.Of((Precision == GpuPrecision.Float32 ? sizeof(float) : sizeof(double)) * Samples.Coordinates.LongLength) + PieceSize.Of((long)BytesOfStripe * Stripes.Length)
        + PieceSize.Of(sizeof(double) * PartialCount) + PieceSize.Of((long)sizeof(double) * Samples.Count * Widths);

    /// <summary>
    /// Gets how many stripes one launch takes, so that a cancellation is heeded in time, whatever n is: 1e11 differences take some tens of
    /// milliseconds on a device that is worth using, and an exponential counts as eight.
    /// </summary>
    public int StripesOfLaunch => (int)Math.Clamp(1e11 / ((double)_side * Samples.Count * (Samples.Dimension + 8 * Widths)), 1, Stripes.Length);

    /// <summary>Refuses what would not fit, before anything is allocated.</summary>
    /// <exception cref="InsufficientMemoryException">The device has less than <see cref="Bytes"/> free.</exception>
    public void RequireRoom(long freeBytes, string device)
    {
        if (Bytes > freeBytes)
        {
            throw new InsufficientMemoryException(string.Create(
                CultureInfo.InvariantCulture,
                $"Row sums of {Samples.Count} samples of {Samples.Dimension} dimensions need {Bytes:N0} bytes on {device}, which has {freeBytes:N0} free. Free what else runs on it, take fewer samples, or use CpuBackend."));
        }
    }
}
