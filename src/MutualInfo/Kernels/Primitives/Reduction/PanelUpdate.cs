using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives.Reduction;

/// <summary>Applies the pending update to the next block column, and copies the panel below its diagonal block out of the matrix.</summary>
internal sealed unsafe class PanelUpdate<TLanes, TVector>(BandWorkspace workspace) : IPartitionedWork
    where TLanes : ILanes<TVector, double>
    where TVector : unmanaged
{
    private const int Band = BandWorkspace.Band;
    private const int RowsPerPart = 128;

    private int _first;
    private bool _isPending;

    /// <summary>Prepares the panel that begins at a column.</summary>
    public int Prepare(int first, bool isPending)
    {
        _first = first;
        _isPending = isPending;
        return (workspace.Order - first + RowsPerPart - 1) / RowsPerPart;
    }

    public void Execute(int part)
    {
        int begin = _first + part * RowsPerPart;
        int end = Math.Min(workspace.Order, begin + RowsPerPart);
        if (_isPending)
            TileKernels<TLanes, TVector>.Update(workspace, begin, end, _first);
        for (int row = Math.Max(begin, _first + Band); row < end; row++)
        {
            // Only the first panel has columns that are not there.
            int missing = Math.Max(0, workspace.Padding - _first);
            Span<double> target = new(workspace.Reflectors + row * Band, Band);
            target[..missing].Clear();
            new ReadOnlySpan<double>(workspace.At(row, _first + missing), Band - missing).CopyTo(target[missing..]);
        }
    }
}
