using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives.Reduction;

/// <summary>A symmetric matrix of half-bandwidth 32 with room for the bulge that is chased along it.</summary>
/// <remarks>
/// Column by column, rows j − 32 to j + 64 of column j, so that what lies above the diagonal is stored as well: a 32 × 32 block on the diagonal
/// is then whole. Entry (i, j) is at <c>i + j·96</c> from the origin, so rows and columns of blocks have one leading dimension. Between near
/// columns that is never close to a multiple of 4096 bytes, where the processor takes a load for one of what was just stored elsewhere (at 104, every fifth
/// column was, and steps took twice as long). Rows and columns from N on are zeros, so that a block at the end is like any other.
/// </remarks>
internal sealed unsafe class SymmetricBand : IPartitionedWork
{
    /// <summary>From one column to the next, in one row.</summary>
    public const int LeadingDimension = 96;

    private const int Band = BandWorkspace.Band;
    private const int Above = Band;
    private const int ColumnsPerPart = 256;

    private AlignedBuffer<double> _buffer;
    private BandWorkspace? _source;

    /// <summary>Gets N.</summary>
    public int Order { get; private set; }

    // Three more blocks of columns than the matrix has: a block that begins in the last column still ends inside.
    private int StoredColumns => Order + 3 * Band;

    public double* At(int row, int column) => _buffer.Pointer + Above + row + (nint)column * LeadingDimension;

    /// <summary>Copies the band out of a matrix that <see cref="BandReduction{TLanes, TVector}"/> has left.</summary>
    public void CopyFrom(BandWorkspace source, EstimationOptions options)
    {
        Order = source.Order;
        _source = source;
        _buffer = AlignedBuffer<double>.Rent(checked((StoredColumns + 2) * (LeadingDimension + 1)));
        WorkerTeam.Shared.Run(this, (StoredColumns + ColumnsPerPart - 1) / ColumnsPerPart, options);
        _source = null;
    }

    public void Execute(int part)
    {
        int end = Math.Min(StoredColumns, (part + 1) * ColumnsPerPart);
        for (int column = part * ColumnsPerPart; column < end; column++)
        {
            new Span<double>(At(column - Above, column), LeadingDimension + 1).Clear();
            for (int row = Math.Max(_source!.Padding, column - Band + 1); row <= column + Band && row < Order; row++)
            {
                if (column >= _source.Padding && column < Order)
                    *At(row, column) = row < column ? *_source.At(column, row) : *_source.At(row, column);
            }
        }
    }

    public void Return() => _buffer.Dispose();
}
