using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives.Reduction;

/// <summary>
/// Factors the panel, which one thread does alone, while the others apply the pending update to tiles that the sweep will ask for.
/// </summary>
/// <remarks>A tile gets the same bits whether it is updated here or in the sweep, so how far the others come does not show in the result.</remarks>
internal sealed unsafe class PanelFactorization<TLanes, TVector>(BandWorkspace workspace, TrailingSweep<TLanes, TVector> sweep) : IPartitionedWork
    where TLanes : ILanes<TVector, double>
    where TVector : unmanaged
{
    private const int Band = BandWorkspace.Band;
    private const int MaximumHelpers = 15;

    private int _first;
    private int _nextTileRow;
    private bool _isFactored;

    /// <summary>Prepares the panel that begins at a column; returns the number of parts.</summary>
    public int Prepare(int first, bool isPending)
    {
        _first = first;
        _isFactored = false;
        int tileRows = TrailingPartition.TileRows(workspace.Order - first - Band);
        _nextTileRow = tileRows;
        return isPending ? 1 + Math.Min(MaximumHelpers, tileRows) : 1;
    }

    public void Execute(int part)
    {
        if (part == 0)
            Factor();
        else
            UpdateAhead();
    }

    private void Factor()
    {
        int row = _first + Band;
        HouseholderPanel<TLanes, TVector>.Factor(
            workspace.Reflectors + (nint)row * Band, workspace.Order - row, workspace.SmallBlock(0), workspace.Factor, workspace.Narrow);

        // R takes the panel's place in the matrix; below it, zeros are understood.
        int missing = Math.Max(0, workspace.Padding - _first);
        for (int i = 0; i < Band; i++)
        {
            for (int j = missing; j < Band; j++)
                *workspace.At(row + i, _first + j) = workspace.SmallBlock(0)[i * Band + j];
        }

        Volatile.Write(ref _isFactored, true);
    }

    private void UpdateAhead()
    {
        while (!Volatile.Read(ref _isFactored))
        {
            int tileRow = Interlocked.Decrement(ref _nextTileRow);
            if (tileRow < 0)
                return;
            for (int tileColumn = 0; tileColumn <= tileRow && !Volatile.Read(ref _isFactored); tileColumn++)
                sweep.UpdateAhead(tileRow, tileColumn);
        }
    }
}
